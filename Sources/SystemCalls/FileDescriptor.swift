package import Foundation

/// An open file or folder, which is closed when the value ends.
package struct FileDescriptor: ~Copyable {
  private let number: Int32
  private let path: String

  /// Opens a file or folder for reading.
  ///
  /// - Parameter path: The file or folder.
  /// - Throws: ``SystemError``.
  package init(reading path: String) throws {
    number = try SystemError.check(path) { unsafe open(path, O_RDONLY | O_CLOEXEC) }
    self.path = path
  }

  /// Opens a folder.
  ///
  /// - Parameter path: The folder.
  /// - Throws: ``SystemError``, with `ENOTDIR` for anything else.
  package init(folder path: String) throws {
    number = try SystemError.check(path) { unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    self.path = path
  }

  /// Opens a folder in another; a symbolic link is not followed.
  ///
  /// - Parameters:
  ///   - name: Its name there.
  ///   - folder: The other folder.
  /// - Throws: ``SystemError``, with `ENOTDIR` or `ELOOP` for anything else.
  package init(folder name: String, in folder: borrowing FileDescriptor) throws {
    let (parent, path) = (folder.number, "\(folder.path)/\(name)")
    number = try SystemError.check(path) {
      unsafe openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    self.path = path
  }

  /// Opens a file or folder in a folder for reading; a symbolic link is not followed, and a pipe not
  /// waited for.
  ///
  /// - Parameters:
  ///   - name: Its name there.
  ///   - folder: The folder.
  /// - Throws: ``SystemError``, with `ELOOP` for a symbolic link.
  package init(reading name: String, in folder: borrowing FileDescriptor) throws {
    let (parent, path) = (folder.number, "\(folder.path)/\(name)")
    number = try SystemError.check(path) {
      unsafe openat(parent, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    }
    self.path = path
  }

  /// Makes a file, for writing, where nothing has its name yet.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - permissions: Who may read and write it, before the process takes away from that.
  /// - Throws: ``SystemError``.
  package init(creating path: String, permissions: mode_t = 0o666) throws {
    number = try SystemError.check(path) {
      unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
    }
    self.path = path
  }

  /// Opens a file for writing, and makes it where it is not there.
  ///
  /// - Parameter path: The file.
  /// - Throws: ``SystemError``.
  package init(lockFile path: String) throws {
    number = try SystemError.check(path) { unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666) }
    self.path = path
  }

  deinit {
    // What matters was synced before; then nothing is left that closing could fail to write.
    close(number)
  }

  /// What a file holds.
  ///
  /// - Parameter path: The file.
  /// - Returns: All its bytes.
  /// - Throws: ``SystemError``.
  package static func contents(of path: String) throws -> [UInt8] {
    let file = try FileDescriptor(reading: path)
    var bytes: [UInt8] = []
    while true {
      let piece = try file.read()
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }

  /// The next bytes; none at the end of the file.
  ///
  /// - Returns: At most 64 KiB.
  /// - Throws: ``SystemError``.
  package borrowing func read() throws -> [UInt8] {
    let (number, size) = (number, 1 << 16)
    return try unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = try SystemError.check(path) {
        unsafe Foundation.read(number, buffer.baseAddress, size)
      }
    }
  }

  /// Writes bytes behind those that were written before.
  ///
  /// - Parameter bytes: The bytes.
  /// - Throws: ``SystemError``; then some of them may be written.
  package borrowing func write(_ bytes: [UInt8]) throws {
    let number = number
    var written = 0
    while written < bytes.count {
      written += try unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        return try SystemError.check(path) {
          unsafe Foundation.write(number, rest.baseAddress, rest.count)
        }
      }
    }
  }

  /// Waits until the disk holds what was written, or the names in the folder.
  ///
  /// - Throws: ``SystemError``.
  package borrowing func sync() throws {
    let number = number
    #if canImport(Darwin)
    // fsync leaves the bytes in the drive's own memory there; not every file system knows the other.
    if fcntl(number, F_FULLFSYNC) == 0 { return }
    #endif
    do {
      try SystemError.check(path) { fsync(number) }
    } catch let error as SystemError where error.code == EINVAL {
      // The file system keeps no names or bytes back, so it has nothing to sync.
    }
  }

  /// Takes the lock of the file or folder, which ends with the value or the process.
  ///
  /// - Returns: Whether nobody else had it.
  /// - Throws: ``SystemError``.
  package borrowing func lock() throws -> Bool {
    let number = number
    do {
      try SystemError.check(path) { flock(number, LOCK_EX | LOCK_NB) }
      return true
    } catch let error as SystemError where error.code == EWOULDBLOCK {
      return false
    }
  }

  /// What the system knows of the file or folder.
  ///
  /// - Returns: Its status now.
  /// - Throws: ``SystemError``.
  package borrowing func status() throws -> FileStatus {
    let number = number
    var status = stat()
    try SystemError.check(path) { unsafe fstat(number, &status) }
    return FileStatus(status)
  }

  /// Whether a path still leads to the folder.
  ///
  /// - Parameter path: The path.
  /// - Returns: Whether the folder, and no other, is there.
  /// - Throws: ``SystemError``.
  package borrowing func isStill(_ path: String) throws -> Bool {
    do {
      return try FileDescriptor(folder: path).status().identity == status().identity
    } catch let error as SystemError where error.code == ENOENT {
      return false
    }
  }

  /// Gives the file or folder the permissions and the owner of another, as far as that is allowed.
  ///
  /// - Parameter other: The other.
  /// - Throws: ``SystemError``.
  package borrowing func take(_ other: FileStatus) throws {
    let (number, own) = (number, try status())
    if (own.owner, own.group) != (other.owner, other.group) {
      _ = fchown(number, other.owner, other.group)
    }
    if own.permissions != other.permissions {
      try SystemError.check(path) { fchmod(number, other.permissions) }
    }
  }

  /// Gives the file or folder the owner of another, as far as that is allowed.
  ///
  /// - Parameter other: The other.
  package borrowing func takeOwner(of other: FileStatus) {
    _ = fchown(number, other.owner, other.group)
  }

  /// Sets the time of the last modification to that of another file.
  ///
  /// - Parameter other: The other file.
  /// - Throws: ``SystemError``.
  package borrowing func takeTime(of other: FileStatus) throws {
    let number = number
    try SystemError.check(path) { unsafe futimens(number, [other.modified, other.modified]) }
  }
}
