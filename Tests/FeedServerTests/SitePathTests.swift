import TestSupport
import Testing

@testable import FeedServer

/// From the target of a request to names below the root.
struct SitePathTests {
  @Test(arguments: [
    ("/", [], true),
    ("/kien-giang-2024", ["kien-giang-2024"], false),
    ("/kien-giang-2024/", ["kien-giang-2024"], true),
    ("/a/b.ics?x=/../y", ["a", "b.ics"], false),
    ("/T%E1%BA%BFt/%61.ics", ["Tết", "a.ics"], false),
    ("/%2561.ics", ["%61.ics"], false),
    ("http://elsewhere/a.ics", ["a.ics"], false),
    ("HTTP://elsewhere", [], true),
    ("http://elsewhere?a", [], true),
    ("/releases.ics", ["releases.ics"], false),
  ])
  func `a path is read`(target: String, names: [String], isFolder: Bool) throws {
    let path = try SitePath(target: target)
    #expect(path.names == names)
    #expect(path.isFolder == isFolder)
  }

  @Test(arguments: [
    "/releases/0001.json", "/a/releases", "/a/RELEASES/", "/a/releaſes/x", "/a/%72eleases/",
    "/a/production/x.ics", "/Production/", "/.a", "/a/.git/config", "/a/../b", "/..", "/a/..",
    "/%2e%2e/b", "/.%2E/b", "//", "//a", "/a//b", "/./a",
  ])
  func `what nobody may see is hidden`(target: String) {
    #expect(throws: SitePath.Refusal.hidden) { try SitePath(target: target) }
  }

  @Test(arguments: [
    "", "*", "a", "a/b", "ftp://a/b", "/%", "/%2", "/%zz", "/%+1", "/a%2fb", "/a%2Fb", "/a\\b",
    "/%5c", "/%00", "/%0a", "/a%7F", "/%C2%85", "/%ff", "/%C0%AE%C0%AE/", "/%ED%A0%80",
  ])
  func `what is no path is malformed`(target: String) {
    #expect(throws: SitePath.Refusal.malformed) { try SitePath(target: target) }
  }

  /// Whatever comes, no name leads out of the folder or to what is hidden.
  @Test func `no target leads elsewhere`() {
    var generator = SeededGenerator(seed: 6)
    let pieces = [
      "/", ".", "..", "%2e", "%2E", "%2f", "%5c", "\\", "a", "releases", "%72", "eleases", "%00",
      "%25", "production", "P", "?", "#", "%c0%ae", "é", "http://", "//",
    ]
    var accepted = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...8, using: &generator)
      let target =
        "/" + (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      guard let path = try? SitePath(target: target) else { continue }
      accepted += 1
      for name in path.names {
        #expect(!name.isEmpty && !name.hasPrefix("."))
        #expect(!name.utf8.contains { $0 == 0x2F || $0 == 0x5C || $0 < 0x20 })
        #expect(!["releases", "production"].contains(name.lowercased()))
      }
    }
    #expect(accepted > 1000)
  }

  @Test func `a name that is encoded is decoded to itself`() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let scalars = (0..<Int.random(in: 1...6, using: &generator)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0x20...0x2000, using: &generator))
      }
      let name = String(String.UnicodeScalarView(scalars))
      let encoded = PercentEncoding.encoded(name)
      #expect(encoded.utf8.allSatisfy { 0x21..<0x7F ~= $0 })
      guard let decoded = PercentEncoding.decoded(encoded[...]) else { continue }
      #expect(decoded == name)
    }
  }
}
