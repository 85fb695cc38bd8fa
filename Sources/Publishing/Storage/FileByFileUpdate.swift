internal import SystemCalls

/// An update of a folder file by file, for where it cannot be replaced as a whole.
///
/// Each file is whole at every moment; only the files together may be of two releases for a while.
struct FileByFileUpdate {
  /// The folder.
  let place: StagingPlace
  /// The files that are to be written and removed.
  let update: FolderUpdate

  /// Writes all files beside those that they replace, then puts them in place one by one, in order,
  /// then removes files.
  ///
  /// - Throws: ``WriteError``.
  func commit() throws {
    let drafts = place.inside()
    var progress = WriteError.Progress.unchanged
    do {
      try Folders.makeAll(place.folder)
      try Folders.make(drafts)
      for (index, file) in update.files.enumerated() {
        let draft = try FileDescriptor(creating: "\(drafts)/\(index)")
        try draft.write(file.bytes)
        if let replaced = try FileStatus.of(target(file.path)), replaced.kind == .file {
          try draft.take(replaced)
        }
        try draft.sync()
      }
      for (index, file) in update.files.enumerated() {
        let target = target(file.path)
        try Folders.makeAll(Folders.parent(of: target))
        try Folders.rename("\(drafts)/\(index)", to: target)
        progress = .begun
        try Folders.sync(Folders.parent(of: target))
      }
      for path in update.removals {
        try Folders.unlink(target(path))
        progress = .begun
        try Folders.sync(Folders.parent(of: target(path)))
      }
    } catch let error as SystemError {
      try? Folders.removeAll(drafts)
      throw WriteError(error, path: place.shown(error.path), progress: progress)
    }
  }

  private func target(_ path: String) -> String { "\(place.folder)/\(path)" }
}
