internal import Publishing
internal import Scheduling

extension FolderChanges {
  /// How many files of one folder are named; of more, only their number is told.
  private static let mostNamed = 3

  /// The files that were written and removed, for people.
  ///
  /// - Parameter folder: The path of the folder.
  /// - Returns: A line for each, in the order in which they were changed; one for all of a folder within
  ///   it that has many.
  func lines(in folder: String) -> [String] {
    lines(of: written, in: folder, "") + lines(of: removed, in: folder, " (removed)")
  }

  private func lines(of paths: [String], in folder: String, _ remark: String) -> [String] {
    func inner(_ path: String) -> Substring? { path.lastIndex(of: "/").map { path[...$0] } }
    let counts = Dictionary(grouping: paths.compactMap(inner)) { $0 }.mapValues(\.count)
    var told: Set<Substring> = []
    return paths.compactMap { path in
      guard let inner = inner(path), let count = counts[inner], count > Self.mostNamed else {
        return "\(folder)/\(path)\(remark)"
      }
      return told.insert(inner).inserted ? "\(folder)/\(inner): \(count.of("file"))\(remark)" : nil
    }
  }
}
