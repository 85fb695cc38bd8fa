package import Foundation

/// What the system knows of a file or folder without opening it.
package struct FileStatus: Sendable {
  /// What has a name in a folder.
  package enum Kind: Sendable {
    case file
    case folder
    case symbolicLink
    /// A pipe, a socket, a device.
    case special
  }

  /// A file or folder among all that the machine has.
  package struct Identity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    fileprivate init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(truncatingIfNeeded: status.st_ino)
    }
  }

  /// What it is.
  package let kind: Kind
  /// Which it is.
  package let identity: Identity
  /// Who may read, write and enter it.
  package let permissions: mode_t
  /// The user who owns it.
  package let owner: uid_t
  /// The group that owns it.
  package let group: gid_t
  /// How many bytes it holds.
  package let size: Int
  /// When what it holds was last modified, as the owner wants it.
  package let modified: timespec
  /// When anything about it was last changed, as the system saw it.
  package let changed: timespec

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
    size = Int(status.st_size)
    #if canImport(Darwin)
    modified = status.st_mtimespec
    changed = status.st_ctimespec
    #else
    modified = status.st_mtim
    changed = status.st_ctim
    #endif
  }

  /// What stands at a path; a symbolic link is not followed.
  ///
  /// - Parameter path: The path.
  /// - Returns: `nil` where nothing is there.
  /// - Throws: ``SystemError`` where that cannot be found out.
  package static func of(_ path: String) throws -> FileStatus? {
    var status = stat()
    do {
      try SystemError.check(path) { unsafe lstat(path, &status) }
      return FileStatus(status)
    } catch let error as SystemError where error.code == ENOENT || error.code == ENOTDIR {
      return nil
    }
  }

  /// What a path leads to; symbolic links are followed.
  ///
  /// - Parameter path: The path.
  /// - Returns: `nil` where it leads to nothing that can be seen.
  package static func following(_ path: String) -> FileStatus? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? FileStatus(status) : nil
  }
}
