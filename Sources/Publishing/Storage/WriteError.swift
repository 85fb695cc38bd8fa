internal import Foundation
internal import SystemCalls

/// Something could not be written.
package struct WriteError: Error, CustomStringConvertible {
  /// How far the change had come.
  package enum Progress: Sendable {
    /// Everything is as it was, to the byte.
    case unchanged
    /// The release stands in the ledger, and some of the files are not made from it yet.
    case begun
    /// The release and its files stand; what failed came behind.
    case done
  }

  /// The file or folder.
  package let path: String
  /// How far the change had come.
  package let progress: Progress
  private let error: SystemError

  /// Says what could not be written.
  ///
  /// - Parameters:
  ///   - error: What the system said.
  ///   - path: The file or folder as people know it, where the system was asked for another.
  ///   - progress: How far the change had come.
  init(_ error: SystemError, path: String? = nil, progress: Progress) {
    self.path = path ?? error.path
    self.progress = progress
    self.error = error
  }

  /// The same of a change that came behind a release that stands.
  var behindRelease: WriteError {
    progress == .unchanged ? WriteError(error, path: path, progress: .begun) : self
  }

  /// What happened, to which file or folder, and what to do.
  package var description: String {
    let help =
      switch progress {
      case .unchanged: "nothing was changed; \(remedy), then try again"
      case .begun:
        "the release stands, but not all files are made from it; \(remedy), then run lichsong render"
      case .done:
        "the release and its files stand all the same; \(remedy), then run lichsong render to clean up"
      }
    return "cannot write \(path): \(error.reason)\nhelp: \(help)"
  }

  private var remedy: String {
    switch error.code {
    case ENOSPC, EDQUOT: "make room on the disk"
    case EACCES, EPERM: "get permission to write there"
    case EROFS: "make the disk writable"
    case EISDIR, ENOTDIR, EEXIST: "move away what stands there"
    case EMFILE, ENFILE: "close other programs"
    default: "see to the disk"
    }
  }
}
