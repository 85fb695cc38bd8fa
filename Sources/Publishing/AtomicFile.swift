internal import Foundation

/// A file that is replaced as a whole: readers see the old bytes or the new, never some of both.
enum AtomicFile {
  /// Makes a file hold some bytes.
  ///
  /// The bytes are written to a file beside it, synced to the disk, and renamed into place; then
  /// the folder is synced, so that the new name outlives a loss of power. A file that holds the
  /// bytes already is left alone, and so keeps its time of modification.
  ///
  /// - Parameters:
  ///   - bytes: What the file shall hold.
  ///   - url: The file, in a folder that exists.
  /// - Returns: Whether the file was written.
  /// - Throws: ``WriteError`` where the bytes cannot be stored; the old file then stands.
  @discardableResult
  static func write(_ bytes: [UInt8], to url: URL) throws -> Bool {
    if let present = try? Data(contentsOf: url), present.elementsEqual(bytes) { return false }
    let folder = url.deletingLastPathComponent()
    let draft = folder.appending(path: ".\(url.lastPathComponent).\(UUID().uuidString).tmp")
    do {
      try Data(bytes).write(to: draft, options: .withoutOverwriting)
      try sync(draft)
      try rename(draft, to: url)
      try sync(folder)
    } catch {
      try? FileManager.default.removeItem(at: draft)
      throw WriteError(path: url.path, reason: error)
    }
    return true
  }

  private static func sync(_ url: URL) throws {
    let descriptor = unsafe open(url.path, O_RDONLY)
    guard descriptor >= 0 else { throw POSIXError.last }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw POSIXError.last }
  }

  private static func rename(_ draft: URL, to url: URL) throws {
    guard unsafe Foundation.rename(draft.path, url.path) == 0 else { throw POSIXError.last }
  }
}

/// A file could not be written.
package struct WriteError: Error, CustomStringConvertible {
  /// The file.
  package var path: String
  private var reason: String

  init(path: String, reason: any Error) {
    self.path = path
    let underlying = (reason as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
    self.reason = (underlying ?? reason).localizedDescription
  }

  /// What happened, and to which file.
  package var description: String { "cannot write \(path): \(reason)" }
}

extension POSIXError {
  /// The error that the last system call of this thread left in `errno`.
  fileprivate static var last: POSIXError { POSIXError(Code(rawValue: errno) ?? .EIO) }
}
