internal import Foundation
internal import SystemCalls

/// Where the new state of a folder is put together: `.<name>.<random>.staging`, beside the folder, or
/// in it.
struct StagingPlace {
  /// The folder that is updated; where its name is a symbolic link, the folder that it leads to.
  let folder: String
  /// The folder that holds the folder.
  let parent: String
  private let name: String

  /// Finds the place for a folder.
  init(for folder: String) {
    let isLink = (try? FileStatus.of(folder))?.kind == .symbolicLink
    self.folder = isLink ? URL(filePath: folder).resolvingSymlinksInPath().path : folder
    parent = Folders.parent(of: self.folder)
    name = (self.folder as NSString).lastPathComponent
  }

  /// A new name, beside the folder.
  func beside() -> String { "\(parent)/\(newName())" }

  /// A new name, in the folder.
  func inside() -> String { "\(folder)/\(newName())" }

  /// Removes what updates left that were ended in the middle, or the old state after an exchange.
  ///
  /// - Returns: How many there were.
  /// - Throws: ``SystemError`` where something cannot be removed; all else is.
  @discardableResult
  func clear() throws -> Int {
    let leftovers = try [parent, folder].flatMap { place in
      try FileStatus.of(place)?.kind == nil
        ? [] : FolderListing.names(in: place).filter(isOurs).map { "\(place)/\($0)" }
    }
    var failure: (any Error)?
    for leftover in leftovers {
      do { try Folders.removeAll(leftover) } catch { failure = failure ?? error }
    }
    if let failure { throw failure }
    return leftovers.count
  }

  /// Whether a name in the folder, or beside it, is one of those that are given here.
  func isOurs(_ candidate: String) -> Bool { Self.folderName(of: candidate) == name }

  /// The name of the folder that is put together under a name; `nil` for other names.
  static func folderName(of candidate: String) -> String? {
    let parts = candidate.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[0].isEmpty, parts.last == "staging",
      parts[parts.count - 2].allSatisfy(\.isHexDigit)
    else { return nil }
    return parts[1..<(parts.count - 2)].joined(separator: ".")
  }

  /// The path that people know: that of the folder instead of that of its new state.
  func shown(_ path: String) -> String {
    let components = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let index = components.firstIndex(where: isOurs) else { return path }
    return ([folder] + components[(index + 1)...]).joined(separator: "/")
  }

  private func newName() -> String {
    ".\(name).\(String(UInt64.random(in: 0 ... .max), radix: 16)).staging"
  }
}
