internal import Publishing
internal import Scheduling

extension FolderChanges {
  /// What was mended of a release's files, in words; `nil` where everything was as it should be.
  var mends: String? {
    let parts = [
      written.isEmpty ? nil : "made anew: \(written.joined(separator: ", "))",
      removed.isEmpty ? nil : "removed: \(removed.joined(separator: ", "))",
      leftovers == 0 ? nil : "cleaned up after \(leftovers.of("update")) that did not end",
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
