internal import NIOCore
internal import SystemCalls

/// A site: the answer to every request, without a word of sockets.
final class Site: Sendable {
  private let folder: SiteFolder
  private let tokens: TokensFile?
  private let cache = FileCache()

  /// Serves a folder.
  ///
  /// - Parameters:
  ///   - root: The folder.
  ///   - tokens: The file of tokens; `nil` where nothing is private.
  init(root: String, tokens: String?) {
    folder = SiteFolder(root: root)
    self.tokens = tokens.map { TokensFile(path: $0) }
  }

  /// The answer to a request, where it can be given without reading a file.
  ///
  /// What it asks the system for is in memory but for the first time, so nobody is kept waiting for it.
  ///
  /// - Parameter request: The request.
  /// - Returns: `nil` where ``answer(to:)`` has to be asked.
  func readyAnswer(to request: Request) -> Answer? {
    guard request.hasValidHost else { return .badRequest }
    guard request.method != .other else { return .methodNotAllowed }
    guard var path = try? SitePath(target: request.target) else { return nil }
    if path.isFolder { path = path.index }
    guard let entry = cache.entry(at: path.text), entry.isSettled,
      folder.isCurrent(entry.version, at: entry.places)
    else { return nil }
    return entry.file.answer(to: request.conditions, at: Self.now)
  }

  /// The answer to a request; files are read for it, which can take a while.
  ///
  /// - Parameter request: The request.
  /// - Returns: The answer.
  func answer(to request: Request) -> Answer {
    if let answer = readyAnswer(to: request) { return answer }
    let path: SitePath
    do {
      path = try SitePath(target: request.target)
    } catch {
      switch error {
      case .malformed: return .badRequest
      case .hidden: return notFound()
      }
    }
    switch path.names.first {
    case "healthz" where path.names.count == 1 && !path.isFolder:
      let readiness = folder.readiness()
      return readiness == .ready ? .healthy : .unhealthy(readiness.rawValue)
    case "private": return privateAnswer(to: request, path)
    case "robots.txt" where path.names.count == 1 && !path.isFolder:
      return publicAnswer(to: request, path)
        ?? Self.robots.answer(to: request.conditions, at: Self.now)
    default: return publicAnswer(to: request, path) ?? notFound()
    }
  }

  private func publicAnswer(to request: Request, _ path: SitePath) -> Answer? {
    let target = path.isFolder ? path.index : path
    return fileAnswer(to: request, target, .everybody, orFolder: path.isFolder ? nil : path)
  }

  /// The answer from `/private/<token>/<plan>.ics`.
  ///
  /// Nothing tells a wrong token from a plan that its owner has nothing to do with.
  private func privateAnswer(to request: Request, _ path: SitePath) -> Answer {
    guard let tokens, path.names.count == 3, !path.isFolder, path.names[2].hasSuffix(".ics") else {
      return notFound()
    }
    let plan = String(path.names[2].dropLast(4))
    guard let list = tokens.current() else { return .unavailable }
    guard let owner = list.owner(of: path.names[1]), !plan.isEmpty else { return notFound() }
    let file = SitePath(file: [plan, "production", "\(owner).ics"])
    return fileAnswer(to: request, file, .bearer, as: path.names[2]) ?? notFound()
  }

  private func fileAnswer(
    to request: Request,
    _ path: SitePath,
    _ audience: PublishedFile.Audience,
    as name: String? = nil,
    orFolder folderPath: SitePath? = nil
  ) -> Answer? {
    switch folder.find(path) {
    case .file(let bytes, let version, let isSettled):
      let key = path.text
      let file = PublishedFile(
        name: name ?? path.names.last ?? "",
        bytes: bytes,
        modified: version.modified,
        audience: audience,
        after: cache.entry(at: key)?.file
      )
      cache.remember(
        FileCache.Entry(
          file: file,
          version: version,
          isSettled: isSettled,
          places: folder.places(of: path)
        ),
        at: key
      )
      return file.answer(to: request.conditions, at: Self.now)
    case .folder: return folderPath.map { .folder($0) }
    case .absent: return nil
    case .unreadable: return .unavailable
    }
  }

  /// Nothing is there; but a client that hears so forgets all that it has, so it must be true.
  private func notFound() -> Answer {
    folder.readiness() == .ready ? .notFound : .unavailable
  }

  private static var now: Int { SystemClock.nanoseconds / 1_000_000_000 }

  /// Google's fetcher asks for it before it reads a feed.
  private static let robots = PublishedFile(
    name: "robots.txt",
    bytes: Array("User-agent: *\nAllow: /\n".utf8),
    modified: 0,
    audience: .everybody
  )
}
