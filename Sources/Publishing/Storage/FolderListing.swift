internal import Foundation

/// The names in a folder.
enum FolderListing {
  /// The names in a folder, in order.
  ///
  /// - Parameter path: The folder.
  /// - Returns: All names but `.` and `..`.
  /// - Throws: ``SystemError``, with `EILSEQ` for a name that is not UTF-8 and so cannot be used.
  static func names(in path: String) throws -> [String] {
    var opened = unsafe opendir(path)
    while unsafe opened == nil && errno == EINTR { unsafe opened = opendir(path) }
    guard let stream = unsafe opened else { throw SystemError(code: errno, path: path) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno != 0 { throw SystemError(code: errno, path: path) }
        return names.sorted()
      }
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let start = unsafe UnsafeRawPointer(entry).advanced(by: offset)
      guard let name = unsafe String(validatingCString: start.assumingMemoryBound(to: CChar.self))
      else { throw SystemError(code: EILSEQ, path: path) }
      if name != "." && name != ".." { names.append(name) }
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
  static func settledNames(
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
