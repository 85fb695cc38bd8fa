import Foundation

/// Everything below a folder, as tests compare it.
struct FolderContents: Equatable {
  /// What stands at each path: the bytes of a file, where a symbolic link leads, or that it is a folder.
  var entries: [String: Data] = [:]

  /// Reads a folder; where none is there, it has no contents.
  init(of folder: URL) throws {
    for path in try Self.paths(below: folder) {
      let url = folder.appending(path: path)
      let type = try FileManager.default.attributesOfItem(atPath: url.path)[.type]
      entries[path] =
        switch type as? FileAttributeType {
        case .typeRegular?: try Data(contentsOf: url)
        case .typeSymbolicLink?:
          Data(try FileManager.default.destinationOfSymbolicLink(atPath: url.path).utf8)
        default: Data("a folder".utf8)
        }
    }
  }

  /// The paths of everything but folders, in order.
  var files: [String] { entries.filter { $0.value != Data("a folder".utf8) }.keys.sorted() }

  /// The same without the places where updates are put together.
  var withoutStaging: FolderContents {
    var copy = self
    copy.entries = entries.filter { !$0.key.contains(".staging") }
    return copy
  }

  /// Of a folder of exports, the folders of plans alone.
  var plans: FolderContents {
    var copy = self
    copy.entries = entries.filter { $0.key.contains("/") || $0.value == Data("a folder".utf8) }
    return copy
  }

  /// Whether each file beside the folders of plans is as in one of two states, or not there yet.
  func hasRootFiles(of old: FolderContents, or new: FolderContents) -> Bool {
    entries.allSatisfy { path, contents in
      path.contains("/") || [old.entries[path], new.entries[path]].contains(contents)
    }
  }

  /// The times, the number and the permissions of the folder and of everything below it.
  static func stamps(of folder: URL) throws -> [String: [Int]] {
    try ([""] + paths(below: folder)).reduce(into: [:]) { stamps, path in
      var status = stat()
      guard unsafe lstat(folder.appending(path: path).path, &status) == 0 else {
        throw CocoaError(.fileReadUnknown)
      }
      #if canImport(Darwin)
      let times = [status.st_mtimespec, status.st_ctimespec]
      #else
      let times = [status.st_mtim, status.st_ctim]
      #endif
      stamps[path] =
        times.flatMap { [$0.tv_sec, $0.tv_nsec] } + [Int(status.st_ino), Int(status.st_mode)]
    }
  }

  private static func paths(below folder: URL) throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
  }
}
