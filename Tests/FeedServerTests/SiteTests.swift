import Foundation
import NIOCore
import NIOHTTP1
import SystemCalls
import TestSupport
import Testing

@testable import FeedServer

/// The answers of a site, without sockets.
struct SiteTests {
  /// A site in a temporary folder, with a plan that has a feed, a page, a ledger and a production calendar.
  private func withSite(_ body: (URL, Site) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let root = folder.appending(path: "exports")
      for (path, text) in [
        "plan/station.ics": "station", "plan/index.html": "page", "plan/themes/law.ics": "law",
        "plan/releases/0001.json": "secret", "plan/production/owner.ics": "production",
        "plan/.hidden": "secret",
      ] {
        try write(text, to: root.appending(path: path))
      }
      try body(root, Site(root: root.path, tokens: folder.appending(path: "tokens").path))
    }
  }

  /// Writes a file that is old enough to be remembered.
  private func write(_ text: String, to file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)],
      ofItemAtPath: file.path
    )
  }

  private func request(
    _ target: String,
    _ method: HTTPMethod = .GET,
    _ fields: HTTPHeaders = [:]
  ) -> Request {
    var headers = fields
    headers.add(name: "Host", value: "localhost")
    return Request(
      HTTPRequestHead(version: .http1_1, method: method, uri: target, headers: headers)
    )
  }

  private func text(_ answer: Answer) -> String { String(buffer: answer.body) }

  /// The value of a field; `nil` where there is none.
  private func field(_ name: String, of answer: Answer) -> String? {
    String(buffer: answer.head).split(separator: "\r\n").first { $0.hasPrefix("\(name): ") }
      .map { String($0.dropFirst(name.count + 2)) }
  }

  @Test(arguments: [
    ("/plan/station.ics", 200, "station"), ("/plan/", 200, "page"),
    ("/plan/themes/law.ics?x", 200, "law"), ("/plan", 301, "/plan/\n"), ("/healthz", 200, "ok\n"),
    ("/robots.txt", 200, "User-agent: *\nAllow: /\n"),
  ])
  func `what is public is answered`(target: String, status: Int, body: String) throws {
    try withSite { _, site in
      // Once from the disk, once from memory.
      for _ in 0..<2 {
        let answer = site.answer(to: request(target))
        #expect(answer.status == status)
        #expect(text(answer) == body)
      }
    }
  }

  @Test(arguments: [
    "/", "/plan/releases/0001.json", "/plan/production/owner.ics", "/plan/.hidden", "/nowhere",
    "/plan/themes/", "/plan/station.ics/", "/plan/station.ics/x", "/private/x/plan.ics",
    "/private/",
    "/plan/link.ics", "/outside/secret.ics", "/plan/pipe.ics", "/healthz/",
  ])
  func `all that is not public is answered alike`(target: String) throws {
    try withSite { root, site in
      let outside = root.deletingLastPathComponent().appending(path: "outside")
      try write("secret", to: outside.appending(path: "secret.ics"))
      let files = FileManager.default
      try files.createSymbolicLink(
        at: root.appending(path: "plan/link.ics"),
        withDestinationURL: outside.appending(path: "secret.ics")
      )
      try files.createSymbolicLink(
        at: root.appending(path: "outside"),
        withDestinationURL: outside
      )
      #expect(unsafe mkfifo(root.appending(path: "plan/pipe.ics").path, 0o600) == 0)
      let answer = site.answer(to: request(target))
      #expect(answer.status == 404)
      #expect(answer.head == Answer.notFound.head)
      #expect(answer.body == Answer.notFound.body)
    }
  }

  @Test func `a folder that becomes a link leads nowhere, though its files were remembered`() throws
  {
    try withSite { root, site in
      let target = request("/plan/station.ics")
      #expect(site.answer(to: target).status == 200)
      // The next plan keeps the site from being empty.
      try write("other", to: root.appending(path: "other/all.ics"))
      let moved = root.deletingLastPathComponent().appending(path: "moved")
      try FileManager.default.moveItem(at: root.appending(path: "plan"), to: moved)
      try FileManager.default.createSymbolicLink(
        at: root.appending(path: "plan"),
        withDestinationURL: moved
      )
      #expect(site.readyAnswer(to: target) == nil)
      #expect(site.answer(to: target).status == 404)
    }
  }

  @Test func `a site without a plan is not ready, and nothing of it is missing`() throws {
    try withTemporaryFolder { folder in
      let root = folder.appending(path: "exports")
      let site = Site(root: root.path, tokens: nil)
      func check(_ reason: String) {
        let health = site.answer(to: request("/healthz"))
        #expect(health.status == 503)
        #expect(text(health) == "\(reason)\n")
        for target in ["/", "/plan/station.ics", "/private/a/b.ics", "/.a"] {
          let answer = site.answer(to: request(target))
          #expect(answer.status == 503)
          #expect(field("Retry-After", of: answer) == "120")
        }
      }
      check("missing")
      try FileManager.default.createDirectory(at: root, withIntermediateDirectories: false)
      check("empty")
      try write("read me", to: root.appending(path: "README.md"))
      check("empty")
      try write("feed", to: root.appending(path: "plan/all.ics"))
      #expect(site.answer(to: request("/healthz")).status == 200)
      #expect(site.answer(to: request("/plan/station.ics")).status == 404)
    }
  }

  @Test func `what changes is seen by the next request, and its tag is of its bytes`() throws {
    try withSite { root, site in
      let file = root.appending(path: "plan/station.ics")
      var tags: [String: String] = [:]
      for round in 0..<200 {
        // Some are of the same length, written in place, in the same step of the clock.
        let content = "\(round % 7)\(round % 3 == 0 ? "x" : "")"
        if round % 2 == 0 {
          try Data(content.utf8).write(to: file, options: .atomic)
        } else {
          let handle = try FileHandle(forWritingTo: file)
          try handle.truncate(atOffset: 0)
          try handle.write(contentsOf: Data(content.utf8))
          try handle.close()
        }
        let answer = site.answer(to: request("/plan/station.ics"))
        #expect(text(answer) == content)
        let tag = try #require(field("ETag", of: answer))
        #expect(tags.updateValue(tag, forKey: content) ?? tag == tag)
        let again = site.answer(to: request("/plan/station.ics", .GET, ["If-None-Match": tag]))
        #expect(again.status == 304)
        #expect(field("Content-Type", of: again) == nil)
        #expect(field("ETag", of: again) == tag)
      }
      #expect(Set(tags.values).count == tags.count)
    }
  }

  @Test func `a private address leads to its owner's calendar alone`() throws {
    try withSite { root, site in
      let path = root.deletingLastPathComponent().appending(path: "tokens").path
      let (token, stranger) = (AccessToken(), AccessToken())
      try TokensEditor.add(TokenList.Line(token, owner: "owner", day: "2024-03-06"), to: path)
      try TokensEditor.add(TokenList.Line(stranger, owner: "other", day: "2024-03-06"), to: path)
      let answer = site.answer(to: request("/private/\(token.text)/plan.ics"))
      #expect(answer.status == 200)
      #expect(text(answer) == "production")
      #expect(field("Cache-Control", of: answer) == "private, no-cache")
      #expect(field("X-Robots-Tag", of: answer) == "noindex")
      for target in [
        "/private/\(stranger.text)/plan.ics", "/private/\(token.text)/nowhere.ics",
        "/private/\(token.text)/plan", "/private/\(token.text)/.ics", "/private/\(token.text)",
        "/plan/production/owner.ics",
      ] {
        #expect(site.answer(to: request(target)).head == Answer.notFound.head)
      }
    }
  }

  @Test(arguments: [HTTPMethod.PUT, .POST, .DELETE, .OPTIONS, .PROPFIND, .TRACE, .RAW(value: "X")])
  func `nothing is written`(method: HTTPMethod) throws {
    try withSite { _, site in
      let answer = site.answer(to: request("/plan/station.ics", method))
      #expect(answer.status == 405)
      #expect(field("Allow", of: answer) == "GET, HEAD")
    }
  }

  /// The times of random files at one path.
  @Test func `the time never goes back, and never stays where bytes change`() {
    var generator = SeededGenerator(seed: 10)
    for _ in 0..<200 {
      var last: (time: Int, content: Int)?
      for _ in 0..<50 {
        let written = Int.random(in: 0...5_000_000_000, using: &generator)
        let content = Int.random(in: 0...3, using: &generator)
        let time = PublishedFile.lastModified(
          written: written,
          after: last?.time,
          isSame: last?.content == content
        )
        #expect(time * 1_000_000_000 >= written)
        if let last { #expect(last.content == content ? time >= last.time : time > last.time) }
        last = (time, content)
      }
    }
  }

  @Test func `every answer says how browsers are to take it`() {
    let answers = [
      Answer.notFound, .unavailable, .methodNotAllowed, .badRequest, .headTooSlow, .targetTooLong,
      .headTooLarge, .preconditionFailed, .healthy, .unhealthy("empty"),
    ]
    for answer in answers {
      #expect(field("X-Content-Type-Options", of: answer) == "nosniff")
      #expect(field("Content-Security-Policy", of: answer)?.contains("sandbox") == true)
      #expect(field("Content-Length", of: answer) == "\(answer.body.readableBytes)")
    }
  }
}
