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
    do {
      // The lock is a file of its own: that of the tokens is another after each change.
      let lock = try FileDescriptor(lockFile: "\(path).lock")
      guard try lock.lock() else {
        throw Failure(description: "\(path) is being changed by another; try again")
      }
      try withExtendedLifetime(lock) {
        defer { unsafe unlink("\(path).lock") }
        let old = (try? FileDescriptor.contents(of: path)) ?? []
        let new = change(String(decoding: old, as: UTF8.self))
        let draft = "\(path).new"
        unsafe unlink(draft)
        let file = try FileDescriptor(creating: draft, permissions: 0o600)
        if let status = FileStatus.following(path) { file.takeOwner(of: status) }
        try file.write(Array(new.utf8))
        try file.sync()
        try SystemError.check(path) { unsafe rename(draft, path) }
      }
    } catch let error as SystemError {
      throw Failure(description: "cannot write \(path): \(error.reason)")
    }
  }
}
