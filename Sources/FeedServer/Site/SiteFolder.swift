internal import Foundation
internal import SystemCalls

/// The folder that is served, and what may be seen of it.
struct SiteFolder: Sendable {
  /// What is at a path.
  enum Finding {
    /// A file, read whole.
    case file(bytes: [UInt8], version: FileVersion, isSettled: Bool)
    case folder
    /// Nothing, or something that is not served: a symbolic link, a pipe.
    case absent
    /// Something that cannot be read now.
    case unreadable
  }

  /// The most bytes of a file that is served.
  static let mostBytes = 32 << 20
  /// How often a path is looked up that changes under the reader's eyes.
  private static let attempts = 20

  /// The folder.
  let root: String

  /// Looks a path up.
  ///
  /// The folders on the way are opened one in the other, so that no name is looked up twice and no symbolic
  /// link followed. A publish exchanges a folder and removes the old one: what is not there is looked up
  /// until it was missing twice in the same folders.
  ///
  /// - Parameter path: The path.
  /// - Returns: What is there.
  func find(_ path: SitePath) -> Finding {
    var missedIn: [FileStatus.Identity]?
    for _ in 0..<Self.attempts {
      var folders: [FileStatus.Identity] = []
      do {
        if let finding = try attempt(path, through: &folders) { return finding }
      } catch let error as SystemError where Self.meansAbsent.contains(error.code) {
        if missedIn == folders { return folders.isEmpty ? .unreadable : .absent }
        missedIn = folders
      } catch let error as SystemError where error.code == ESTALE {
        continue
      } catch {
        return .unreadable
      }
    }
    return .unreadable
  }

  /// Whether the version of a file is still the one that a path leads to, by a call for each name.
  ///
  /// Each folder on the way must be a folder, and no symbolic link, at the moment when it is asked for. One that
  /// becomes a link afterwards leads to another file, whose version is another: so what is said to be
  /// current was at this path when it was read, and is unchanged.
  ///
  /// - Parameters:
  ///   - version: The version.
  ///   - places: The path of each folder below the root on the way, and at the end that of the file.
  /// - Returns: Whether it is.
  func isCurrent(_ version: FileVersion, at places: [String]) -> Bool {
    for folder in places.dropLast() {
      guard (try? FileStatus.of(folder))?.kind == .folder else { return false }
    }
    guard let place = places.last, let status = try? FileStatus.of(place) else { return false }
    return status.kind == .file && status.version == version
  }

  /// The path of each name on the way to a file.
  func places(of path: SitePath) -> [String] {
    var place = root
    return path.names.map { name in
      place += "/\(name)"
      return place
    }
  }

  /// Looks a path up, once.
  ///
  /// - Returns: `nil` where it changed meanwhile.
  private func attempt(
    _ path: SitePath,
    through folders: inout [FileStatus.Identity]
  ) throws -> Finding? {
    var folder = try FileDescriptor(folder: root)
    folders.append(try folder.status().identity)
    guard let last = path.names.last else { return .folder }
    for name in path.names.dropLast() {
      folder = try FileDescriptor(folder: name, in: folder)
      folders.append(try folder.status().identity)
    }
    let file = try FileDescriptor(reading: last, in: folder)
    let before = try file.status()
    switch before.kind {
    case .file: break
    case .folder: return .folder
    case .symbolicLink, .special: return .absent
    }
    guard before.size <= Self.mostBytes else { return .unreadable }
    let start = SystemClock.nanoseconds
    var bytes: [UInt8] = []
    bytes.reserveCapacity(before.size)
    while bytes.count <= before.size {
      let piece = try file.read()
      if piece.isEmpty { break }
      bytes += piece
    }
    guard bytes.count == before.size, try file.status().version == before.version else {
      return nil
    }
    return .file(
      bytes: bytes,
      version: before.version,
      isSettled: before.version.isSettled(at: start)
    )
  }

  /// What the system says where nothing is there that can be served.
  private static let meansAbsent: Set<Int32> = [
    ENOENT, ENOTDIR, ELOOP, ENXIO, ENODEV, ENAMETOOLONG, EINVAL, EILSEQ,
  ]
}
