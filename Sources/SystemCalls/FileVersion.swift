internal import Foundation

/// A state of a file: two that are equal hold the same bytes, once the clock has moved on.
package struct FileVersion: Hashable, Sendable {
  /// Which file it is.
  package let identity: FileStatus.Identity
  /// How many bytes it holds.
  package let size: Int
  /// When it was last modified, in nanoseconds since 1970 in UTC.
  package let modified: Int
  /// When anything about it was last changed, in nanoseconds since 1970 in UTC.
  package let changed: Int

  /// Whether a change after a moment would show.
  ///
  /// File systems keep times in steps: most in those of the system's clock of at most 10 ms, some in
  /// whole seconds, one (FAT) in steps of two. Two changes in one step cannot be told apart.
  ///
  /// - Parameter moment: Nanoseconds since 1970 in UTC.
  /// - Returns: Whether every change after it gives a version that differs from this one.
  package func isSettled(at moment: Int) -> Bool {
    let step = changed % 1_000_000_000 == 0 ? 2_000_000_000 : 50_000_000
    return moment - changed > step
  }
}

extension FileStatus {
  /// The state of the file.
  package var version: FileVersion {
    FileVersion(
      identity: identity,
      size: size,
      modified: modified.tv_sec * 1_000_000_000 + modified.tv_nsec,
      changed: changed.tv_sec * 1_000_000_000 + changed.tv_nsec
    )
  }
}
