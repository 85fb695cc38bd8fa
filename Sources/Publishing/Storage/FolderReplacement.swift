internal import Foundation
internal import SystemCalls

/// An update of a folder by a new one that takes its place.
struct FolderReplacement {
  private let place: StagingPlace
  private let update: FolderUpdate
  private let staging: String
  private let superseded: Set<String>

  /// Prepares an update.
  ///
  /// - Parameters:
  ///   - place: The folder.
  ///   - update: The files that are to be written and removed.
  init(place: StagingPlace, update: FolderUpdate) {
    self.place = place
    self.update = update
    staging = place.beside()
    superseded = Set(update.files.map(\.path) + update.removals)
  }

  /// Puts the new folder together and in the place of the old, whose name is then that of the
  /// staging place.
  ///
  /// - Throws: ``SystemError`` where the old folder stands as it was and nothing is left of the new;
  ///   ``WriteError`` where the new one stands.
  func commit() throws {
    do {
      let isFirst = try FileStatus.of(place.folder) == nil
      if isFirst { try Folders.makeAll(place.parent) }
      try assemble(isFirst: isFirst)
      if isFirst {
        try Folders.rename(staging, to: place.folder)
      } else {
        try Folders.exchange(staging, with: place.folder)
      }
    } catch {
      try? Folders.removeAll(staging)
      throw error
    }
    // Only when the disk knows the new folder by its name may the old one be removed.
    do {
      try Folders.sync(place.parent)
    } catch let error as SystemError {
      throw WriteError(error, progress: .done)
    }
  }

  private func assemble(isFirst: Bool) throws {
    var folders: [(path: String, model: FileStatus?)] = []
    if isFirst {
      try Folders.make(staging)
      folders.append((staging, nil))
    } else {
      try carry(place.folder, as: staging, prefix: "", into: &folders)
    }
    for file in update.files {
      let path = "\(staging)/\(file.path)"
      folders += try Folders.makeAll(Folders.parent(of: path)).map { ($0, nil) }
      let copy = try FileDescriptor(creating: path)
      try copy.write(file.bytes)
      if let replaced = try FileStatus.of("\(place.folder)/\(file.path)"), replaced.kind == .file {
        try copy.take(replaced)
      }
      try copy.sync()
    }
    for folder in folders.reversed() {
      let descriptor = try FileDescriptor(folder: folder.path)
      if let model = folder.model { try descriptor.take(model) }
      try descriptor.sync()
    }
  }

  /// Carries everything over that does not change.
  ///
  /// - Parameters:
  ///   - old: A folder.
  ///   - new: The folder to be made of it.
  ///   - prefix: What is before the names in it where paths are relative.
  ///   - folders: The new folders with the old ones whose permissions they get, outer ones first.
  /// - Throws: ``SystemError``.
  private func carry(
    _ old: String,
    as new: String,
    prefix: String,
    into folders: inout [(path: String, model: FileStatus?)]
  ) throws {
    // What may not be written to could not be removed behind the exchange.
    try Folders.requireWritable(old)
    try Folders.make(new)
    folders.append((new, try FileStatus.of(old)))
    for name in try FolderListing.names(in: old) where !superseded.contains(prefix + name) {
      let (path, copy) = ("\(old)/\(name)", "\(new)/\(name)")
      guard let status = try FileStatus.of(path) else { continue }
      switch status.kind {
      case .folder: try carry(path, as: copy, prefix: "\(prefix)\(name)/", into: &folders)
      case .symbolicLink: try Folders.copySymbolicLink(path, to: copy)
      case .special: try Folders.link(path, as: copy)
      case .file: try linkOrCopy(path, status, as: copy)
      }
    }
  }

  private func linkOrCopy(_ path: String, _ status: FileStatus, as name: String) throws {
    do {
      try Folders.link(path, as: name)
    } catch let error as SystemError where Self.forbidLink.contains(error.code) {
      try copy(path, status, to: name)
    }
  }

  /// What is said where a file cannot have a second name, but perhaps a copy.
  private static let forbidLink: Set<Int32> = [
    EACCES, EINVAL, EMLINK, ENOSYS, ENOTSUP, EOPNOTSUPP, EPERM, EXDEV,
  ]

  private func copy(_ path: String, _ status: FileStatus, to name: String) throws {
    let source = try FileDescriptor(reading: path)
    let copy = try FileDescriptor(creating: name)
    while true {
      let piece = try source.read()
      if piece.isEmpty { break }
      try copy.write(piece)
    }
    try copy.take(status)
    try copy.takeTime(of: status)
    try copy.sync()
  }
}
