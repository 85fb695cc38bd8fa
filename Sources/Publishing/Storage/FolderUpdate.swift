internal import Foundation
internal import SystemCalls

/// Files of a folder to be written and removed, all at once.
///
/// A copy of the folder is made beside it, with the changes, and exchanged with it by one system call: no
/// reader, no crash and no loss of power ever finds some of the old files with some of the new. What does not
/// change is not copied but linked, so that it keeps its identity and time; this goes for files that
/// others put there as well.
///
/// Where the system, the file system or permissions forbid that, every file is replaced by itself, in
/// the order in which they are given, and files are removed at the end.
///
/// Updates of a folder must not overlap: callers hold an ``ExportsLock``.
struct FolderUpdate {
  /// A file that the folder shall have.
  struct File {
    /// The path within the folder.
    var path: String
    /// What it shall hold.
    var bytes: [UInt8]
  }

  /// The files that the folder shall have.
  var files: [File]
  /// The paths of files that the folder shall not have.
  var removals: [String] = []
  /// Whether the folder itself stays, and its files are replaced one by one.
  var isInPlace = false

  /// Makes a folder as it shall be.
  ///
  /// Nothing is written where everything is as it shall be; else what an update left that was ended in
  /// the middle is removed, too.
  ///
  /// - Parameter folder: The folder, which need not exist yet.
  /// - Returns: What was changed.
  /// - Throws: ``WriteError``, which says how far the update had come.
  func apply(to folder: String) throws -> FolderChanges {
    let place = StagingPlace(for: folder)
    var update = self
    do {
      update.files = try files.filter { try !Self.isAsItShallBe($0, in: place.folder) }
      update.removals = try removals.filter {
        let kind = try FileStatus.of("\(place.folder)/\($0)")?.kind
        return kind != nil && kind != .folder
      }
    } catch let error as SystemError {
      throw WriteError(error, progress: .unchanged)
    }
    // What is left over takes room that the new files may need, but is no reason to fail.
    let leftovers = (try? place.clear()) ?? 0
    if !(update.files.isEmpty && update.removals.isEmpty) {
      do {
        if isInPlace {
          try FileByFileUpdate(place: place, update: update).commit()
        } else {
          try FolderReplacement(place: place, update: update).commit()
        }
      } catch let error as SystemError where Self.forbidReplacement.contains(error.code) {
        try FileByFileUpdate(place: place, update: update).commit()
      } catch let error as SystemError {
        throw WriteError(error, path: place.shown(error.path), progress: .unchanged)
      }
    }
    do {
      try place.clear()
    } catch let error as SystemError {
      throw WriteError(error, progress: .done)
    }
    return FolderChanges(
      written: update.files.map(\.path),
      removed: update.removals,
      leftovers: leftovers
    )
  }

  /// What is said where a folder cannot be replaced as a whole, but perhaps its files can.
  private static let forbidReplacement: Set<Int32> = [
    EACCES, EBUSY, EILSEQ, EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP, EPERM, EROFS, EXDEV,
  ]

  /// Whether a file holds what it shall hold; one that cannot be read does not.
  private static func isAsItShallBe(_ file: File, in folder: String) throws -> Bool {
    let path = "\(folder)/\(file.path)"
    guard let status = try FileStatus.of(path) else { return false }
    if status.kind == .folder { throw SystemError(code: EISDIR, path: path) }
    return (try? FileDescriptor.contents(of: path)) == file.bytes
  }
}

/// What an update of a folder changed.
package struct FolderChanges: Sendable, Equatable {
  /// The paths of the files that were written.
  package var written: [String]
  /// The paths of the files that were removed.
  package var removed: [String]
  /// How many unfinished updates were cleaned up.
  package var leftovers: Int

  /// Whether everything was as it should be.
  package var isEmpty: Bool { written.isEmpty && removed.isEmpty && leftovers == 0 }
}
