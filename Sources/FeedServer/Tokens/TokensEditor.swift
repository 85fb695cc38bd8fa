internal import Foundation
internal import SystemCalls

/// Changes of a file of tokens, one at a time.
package enum TokensEditor {
  /// The file could not be changed.
  package struct Failure: Error, CustomStringConvertible {
    /// What happened, and what to do.
    package let description: String

    /// Says what happened.
    ///
    /// - Parameter description: What happened, and what to do.
    package init(description: String) { self.description = description }
  }

  /// The tokens in a file.
  ///
  /// - Parameter path: The file; where there is none, there are no tokens.
  /// - Returns: The tokens.
  /// - Throws: ``Failure`` where it cannot be read.
  package static func list(_ path: String) throws -> TokenList {
    do {
      return TokenList(String(decoding: try FileDescriptor.contents(of: path), as: UTF8.self))
    } catch let error as SystemError where error.code == ENOENT {
      return TokenList("")
    } catch let error as SystemError {
      throw Failure(description: "cannot read \(path): \(error.reason)")
    }
  }

  /// Adds a line behind those that are there.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - path: The file, which is made where it is not there, for its owner alone.
  /// - Throws: ``Failure``; then the file is as it was.
  package static func add(_ line: TokenList.Line, to path: String) throws {
    try edit(path) { text in
      text + (text.isEmpty || text.hasSuffix("\n") ? "" : "\n") + line.text + "\n"
    }
  }

  /// Removes a token: its address leads nowhere from the next request.
  ///
  /// - Parameters:
  ///   - id: What the token is called.
  ///   - path: The file.
  /// - Returns: Whether there was such a token.
  /// - Throws: ``Failure``; then the file is as it was.
  package static func revoke(_ id: String, in path: String) throws -> Bool {
    var isFound = false
    try edit(path) { text in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let kept = lines.filter { TokenList.Line($0)?.id != id }
      isFound = kept.count < lines.count
      return kept.joined(separator: "\n")
    }
    return isFound
  }

  /// Writes a file anew beside itself and puts it in its place, so that no reader finds half of it.
  private static func edit(_ path: String, _ change: (String) -> String) throws {
    let file = URL(filePath: path).resolvingSymlinksInPath()
    let folder = file.deletingLastPathComponent().path
    do {
      // The lock is that of the folder: the file is another after each change.
      let lock = try FileDescriptor(folder: folder)
      guard try lock.lock() else {
        throw Failure(description: "\(folder) is being changed by another; try again")
      }
      try withExtendedLifetime(lock) {
        let status = try FileStatus.of(file.path)
        let old = status == nil ? [] : try FileDescriptor.contents(of: file.path)
        let new = change(String(decoding: old, as: UTF8.self))
        let path = "\(file.path).new"
        // What a change left that was ended in the middle is worth nothing.
        unsafe unlink(path)
        let draft = try FileDescriptor(creating: path, permissions: 0o600)
        if let status { draft.takeOwner(of: status) }
        try draft.write(Array(new.utf8))
        try draft.sync()
        try SystemError.check(path) { unsafe rename(path, file.path) }
        try lock.sync()
      }
    } catch let error as SystemError {
      throw Failure(description: "cannot write \(path): \(error.reason)")
    }
  }
}
