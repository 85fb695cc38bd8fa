internal import SystemCalls

extension SiteFolder {
  /// Whether there is something to serve.
  enum Readiness: String {
    case ready = "ok"
    /// The folder is not there.
    case missing
    /// The folder cannot be read.
    case unreadable
    /// The folder holds no plan, like one where a volume will be mounted.
    case empty
  }

  /// Looks whether there is something to serve.
  ///
  /// - Returns: ``Readiness/ready`` where a folder in the root holds a feed, a page or a ledger.
  func readiness() -> Readiness {
    guard let status = FileStatus.following(root), status.kind == .folder else { return .missing }
    do {
      let holdsPlan = try FolderListing.contains(in: root) { name in
        guard !name.hasPrefix("."), (try? FileStatus.of("\(root)/\(name)"))?.kind == .folder else {
          return false
        }
        let isPlan = try? FolderListing.contains(in: "\(root)/\(name)") { file in
          file.hasSuffix(".ics") || file == "index.html" || file == "releases"
        }
        // A plan that cannot be read is one that is there.
        return isPlan ?? true
      }
      return holdsPlan ? .ready : .empty
    } catch {
      return .unreadable
    }
  }
}
