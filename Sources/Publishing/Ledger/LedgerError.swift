internal import SystemCalls

/// The record of what was released is not whole.
package struct LedgerError: Error, CustomStringConvertible {
  /// The file that is not as it should be.
  package var path: String
  /// What is wrong with it.
  package var problem: String
  /// What to do.
  package var advice: String

  /// What to do about a file that was whole once.
  static let restore = "bring the file back from version control or a backup; it was not changed"

  /// The file, what is wrong, and what to do.
  package var description: String { "\(path): \(problem)\nhelp: \(advice)" }
}

extension LedgerError {
  /// Says of a file or folder that the system does not let it be read.
  init(unreadable error: SystemError) {
    self.init(
      path: error.path,
      problem: "cannot be read: \(error.reason)",
      advice: "make it readable; nothing was changed"
    )
  }
}
