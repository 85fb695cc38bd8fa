internal import Foundation

/// What the system knows of a file or folder without opening it.
struct FileStatus {
  /// What has a name in a folder.
  enum Kind {
    case file
    case folder
    case symbolicLink
    /// A pipe, a socket, a device.
    case special
  }

  /// A file or folder among all that the machine has.
  struct Identity: Hashable {
    private let device: UInt64
    private let number: UInt64

    fileprivate init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(truncatingIfNeeded: status.st_ino)
    }
  }

  let kind: Kind
  let identity: Identity
  /// Who may read, write and enter it.
  let permissions: mode_t
  let owner: uid_t
  let group: gid_t
  /// When it was last modified.
  let modified: timespec

  /// Takes over what a system call found.
  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .special
      }
    identity = Identity(status)
    permissions = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    #if canImport(Darwin)
    modified = status.st_mtimespec
    #else
    modified = status.st_mtim
    #endif
  }

  /// What stands at a path; a symbolic link is not followed.
  ///
  /// - Parameter path: The path.
  /// - Returns: `nil` where nothing is there.
  /// - Throws: ``SystemError`` where that cannot be found out.
  static func of(_ path: String) throws -> FileStatus? {
    var status = stat()
    do {
      try SystemError.check(path) { unsafe lstat(path, &status) }
      return FileStatus(status)
    } catch let error as SystemError where error.code == ENOENT || error.code == ENOTDIR {
      return nil
    }
  }
}
