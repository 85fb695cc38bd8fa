internal import Foundation

/// The names in a folder.
package enum FolderListing {
  /// The names in a folder, in order.
  ///
  /// - Parameter path: The folder.
  /// - Returns: All names but `.` and `..`.
  /// - Throws: ``SystemError``, with `EILSEQ` for a name that is not UTF-8 and so cannot be used.
  package static func names(in path: String) throws -> [String] {
    var names: [String] = []
    try walk(path) { name in
      guard let name else { throw SystemError(code: EILSEQ, path: path) }
      names.append(name)
      return true
    }
    return names.sorted()
  }

  /// Whether a folder holds a name of some kind.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - isWanted: Tells whether a name is of the kind; never asked for one that is not UTF-8.
  /// - Returns: Whether there is one; no more names are read behind the first.
  /// - Throws: ``SystemError``.
  package static func contains(in path: String, where isWanted: (String) -> Bool) throws -> Bool {
    var isFound = false
    try walk(path) { name in
      isFound = name.map(isWanted) ?? false
      return !isFound
    }
    return isFound
  }

  /// Goes through the names in a folder, but for `.` and `..`.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - visit: Takes a name, or `nil` for one that is not UTF-8; returns whether to go on.
  /// - Throws: ``SystemError``, and what `visit` throws.
  private static func walk(_ path: String, _ visit: (String?) throws -> Bool) throws {
    var opened = unsafe opendir(path)
    while unsafe opened == nil && errno == EINTR { unsafe opened = opendir(path) }
    guard let stream = unsafe opened else { throw SystemError(code: errno, path: path) }
    defer { unsafe closedir(stream) }
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno != 0 { throw SystemError(code: errno, path: path) }
        return
      }
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let start = unsafe UnsafeRawPointer(entry).advanced(by: offset)
      let name = unsafe String(validatingCString: start.assumingMemoryBound(to: CChar.self))
      if name == "." || name == ".." { continue }
      guard try visit(name) else { return }
    }
  }

  /// The names in a folder that may be replaced by another while it is read.
  ///
  /// What is replaced is removed afterwards, so that a listing from there may lack names. One that was
  /// done before the folder was replaced lacks none.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - list: Lists a folder.
  /// - Returns: All names but `.` and `..`; none where no folder is there.
  /// - Throws: As ``names(in:)``.
  package static func settledNames(
    in path: String,
    by list: (String) throws -> [String] = names
  ) throws -> [String] {
    while true {
      let before = try FileStatus.of(path)
      let names: [String]
      do {
        names = before == nil ? [] : try list(path)
      } catch let error as SystemError where error.code == ENOENT {
        continue
      }
      if try FileStatus.of(path)?.identity == before?.identity { return names }
    }
  }
}
