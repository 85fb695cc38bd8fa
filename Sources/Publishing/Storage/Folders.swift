internal import Foundation
internal import SystemCalls

/// Names of files and folders: made, exchanged, removed.
///
/// Every function throws ``SystemError`` with the path that could not be made, changed or removed.
enum Folders {
  /// Makes a folder in one that is there.
  static func make(_ path: String) throws {
    try SystemError.check(path) { unsafe mkdir(path, 0o777) }
  }

  /// Makes a folder and those above it, as far as they are not there, so that the disk knows them.
  ///
  /// - Parameter path: The folder.
  /// - Returns: The folders that were made, the innermost last.
  /// - Throws: ``SystemError`` where one cannot be made; then none is left behind.
  @discardableResult
  static func makeAll(_ path: String) throws -> [String] {
    guard !path.isEmpty, !isFolder(path) else { return [] }
    let made = try makeAll(parent(of: path))
    do {
      do {
        try make(path)
      } catch let error as SystemError where error.code == EEXIST && isFolder(path) {
        return made
      }
      try sync(parent(of: path))
      return made + [path]
    } catch {
      removeEmpty(made + [path])
      throw error
    }
  }

  /// Gives a file a second name.
  static func link(_ path: String, as name: String) throws {
    try SystemError.check(path) { unsafe linkat(AT_FDCWD, path, AT_FDCWD, name, 0) }
  }

  /// Makes a symbolic link that says the same as another.
  static func copySymbolicLink(_ path: String, to name: String) throws {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    try SystemError.check(path) { unsafe readlink(path, &target, target.count - 1) }
    try SystemError.check(name) { unsafe symlink(target, name) }
  }

  /// Moves a file or folder; a file or an empty folder that has the new name is replaced.
  static func rename(_ path: String, to name: String) throws {
    try SystemError.check(name) { unsafe Foundation.rename(path, name) }
  }

  /// Gives each of two files or folders the other's name, in one step that nobody sees half done.
  ///
  /// - Throws: ``SystemError`` with `ENOSYS`, `EINVAL` or `ENOTSUP` where the system or the file system
  ///   cannot do that.
  static func exchange(_ one: String, with other: String) throws {
    #if canImport(Darwin)
    try SystemError.check(other) { unsafe renamex_np(one, other, UInt32(RENAME_SWAP)) }
    #else
    // Swift sees only what the C library declares without _GNU_SOURCE, which leaves this one out, and
    // libraries older than 2018 have none: so it is looked up when it is needed.
    typealias Call =
      @convention(c) (
        Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
      ) -> Int32
    let symbol = unsafe dlsym(nil, "renameat2")
    guard let call = unsafe unsafeBitCast(symbol, to: Call?.self) else {
      throw SystemError(code: ENOSYS, path: other)
    }
    let exchange: UInt32 = 2  // RENAME_EXCHANGE in linux/fs.h
    try SystemError.check(other) { unsafe call(AT_FDCWD, one, AT_FDCWD, other, exchange) }
    #endif
  }

  /// Removes a file, or what else is no folder.
  static func unlink(_ path: String) throws {
    try SystemError.check(path) { unsafe Foundation.unlink(path) }
  }

  /// Removes folders, the last first, as far as they are there and empty.
  static func removeEmpty(_ paths: [String]) {
    for path in paths.reversed() { _ = try? SystemError.check(path) { unsafe rmdir(path) } }
  }

  /// Removes a folder with all that is in it, or a file; what symbolic links lead to stays.
  static func removeAll(_ path: String) throws {
    guard let status = try FileStatus.of(path) else { return }
    guard status.kind == .folder else { return try unlink(path) }
    for name in try FolderListing.names(in: path) { try removeAll("\(path)/\(name)") }
    try SystemError.check(path) { unsafe rmdir(path) }
  }

  /// Waits until the disk holds the names in a folder.
  static func sync(_ path: String) throws {
    try FileDescriptor(folder: path).sync()
  }

  /// Requires that a folder may be written to and entered.
  static func requireWritable(_ path: String) throws {
    try SystemError.check(path) { unsafe access(path, W_OK | X_OK) }
  }

  /// The folder that a file or folder is in.
  ///
  /// `NSString.deletingLastPathComponent` ends the program for paths of one character (Swift 6.3).
  static func parent(of path: String) -> String {
    func withoutSlashes(_ path: some BidirectionalCollection<Character>) -> String {
      String(path.reversed().drop { $0 == "/" }.reversed())
    }
    let whole = withoutSlashes(path)
    guard let slash = whole.lastIndex(of: "/") else {
      return path.isEmpty ? "" : whole.isEmpty ? "/" : "."
    }
    let parent = withoutSlashes(whole[..<slash])
    return parent.isEmpty ? "/" : parent
  }

  private static func isFolder(_ path: String) -> Bool {
    FileStatus.following(path)?.kind == .folder
  }
}
