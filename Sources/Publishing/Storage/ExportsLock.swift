package import Foundation
internal import SystemCalls

/// The right to write to a folder of exports, which one process has at a time.
///
/// It is the advisory lock (`flock`) of the folder itself, which needs no file of its own and which the
/// kernel gives back when the process ends, however it ends. Network file systems that lock only what
/// is open for writing, which a folder cannot be, get a file `.lock` in the folder.
package enum ExportsLock {
  /// Another process has the lock.
  package struct Busy: Error, CustomStringConvertible {
    /// The folder.
    package var path: String

    /// What happens, and what to do.
    package var description: String {
      "another publish is running in \(path)\n"
        + "help: try again when it has ended, or wait for it longer with --wait"
    }
  }

  /// Does something that no other process may do meanwhile in a folder of exports.
  ///
  /// The folder is made where it is not there, and removed again where it is still empty at the end.
  ///
  /// - Parameters:
  ///   - exports: The folder.
  ///   - patience: How long to wait for the lock.
  ///   - onWaiting: Called once where another process has the lock.
  ///   - body: What to do.
  /// - Returns: What `body` returns.
  /// - Throws: ``Busy`` where another process has the lock for longer; ``WriteError`` where the folder
  ///   cannot be made or locked; what `body` throws.
  package static func hold<Result>(
    _ exports: URL,
    waiting patience: Duration,
    onWaiting: () -> Void = {},
    _ body: () throws -> Result
  ) throws -> Result {
    let path = exports.relativePath
    let deadline = ContinuousClock.now + patience
    var made: [String] = []
    var isWaiting = false
    do {
      while true {
        if let lock = try attempt(path, making: &made) {
          return try withExtendedLifetime(lock) {
            // While the lock is held, nobody else is about to write there.
            defer { Folders.removeEmpty(made) }
            return try body()
          }
        }
        guard ContinuousClock.now < deadline else { throw Busy(path: path) }
        if !isWaiting { onWaiting() }
        isWaiting = true
        usleep(20_000)
      }
    } catch let error as SystemError {
      throw WriteError(error, progress: .unchanged)
    }
  }

  /// Tries to take the lock.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - made: The folders that were made on the way.
  /// - Returns: What holds the lock; `nil` where another process has it, or has removed the folder.
  /// - Throws: ``SystemError``.
  private static func attempt(
    _ path: String,
    making made: inout [String]
  ) throws -> FileDescriptor? {
    made += try Folders.makeAll(path)
    let folder = try FileDescriptor(folder: path)
    do {
      // A process that found nothing to publish removes the folder that it made: then what was locked
      // is not what others find.
      guard try folder.lock(), try folder.isStill(path) else { return nil }
      return folder
    } catch let error as SystemError where forbidFolders.contains(error.code) {
      let file = try FileDescriptor(lockFile: "\(path)/.lock")
      guard try file.lock() else { return nil }
      return file
    }
  }

  /// What is said where a folder cannot be locked, but perhaps a file.
  private static let forbidFolders: Set<Int32> = [EBADF, EINVAL, ENOTSUP, EOPNOTSUPP]
}
