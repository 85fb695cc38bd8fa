internal import Foundation

extension PlanFile {
  /// Reads the file of decisions by itself.
  ///
  /// - Returns: The file; one that holds nothing where there is none.
  /// - Throws: ``PlanFileError`` where it cannot be read from the disk, or cannot be understood.
  package func decisions() throws(PlanFileError) -> DecisionsFile {
    try DecisionsFile(name: decisionsPath, bytes: input(decisionsPath, required: false)?.bytes)
  }

  /// Reads the plan as it would be with other decisions.
  ///
  /// - Parameter decisions: The decisions, instead of those on the disk.
  /// - Returns: The plan, or what is wrong with it.
  /// - Throws: ``PlanFileError`` where the plan file itself cannot be read from the disk.
  package func reading(with decisions: DecisionsFile) throws(PlanFileError) -> PlanReading {
    try reading(beside: PlanReader.Input(name: decisions.name, bytes: decisions.bytes))
  }

  /// Writes the file of decisions, as a whole; one that would hold nothing is removed.
  ///
  /// - Parameters:
  ///   - decisions: What it shall hold.
  ///   - old: What it held when it was read.
  /// - Throws: ``DecisionsWriteError`` where it holds something else by now, or cannot be written; it
  ///   is then left as it is.
  package func write(
    _ decisions: DecisionsFile,
    insteadOf old: DecisionsFile
  ) throws(DecisionsWriteError) {
    // A link stays one: what it leads to is written.
    let url = URL(filePath: decisionsPath).resolvingSymlinksInPath()
    guard let present = try? input(decisionsPath, required: false)?.bytes ?? [],
      present == old.bytes
    else { throw DecisionsWriteError(path: decisionsPath, reason: nil) }
    let files = FileManager.default
    do {
      if decisions.bytes.isEmpty {
        if files.fileExists(atPath: url.path) { try files.removeItem(at: url) }
        return
      }
      let permissions = (try? files.attributesOfItem(atPath: url.path))?[.posixPermissions]
      try Data(decisions.bytes).write(to: url, options: .atomic)
      if let permissions {
        try files.setAttributes([.posixPermissions: permissions], ofItemAtPath: url.path)
      }
    } catch {
      let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
      throw DecisionsWriteError(
        path: decisionsPath,
        reason: (underlying ?? error).localizedDescription
      )
    }
  }
}

/// A file of decisions could not be written.
package struct DecisionsWriteError: Error, CustomStringConvertible {
  /// The file.
  package var path: String
  /// Why; `nil` where it holds something else than when it was read.
  package var reason: String?

  /// What happened, and to which file.
  package var description: String {
    reason.map { "cannot write \(path): \($0)" }
      ?? "\(path) was changed by somebody else in the meantime; nothing was written, try again"
  }
}
