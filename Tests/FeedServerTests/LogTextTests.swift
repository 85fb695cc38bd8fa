import TestSupport
import Testing

@testable import FeedServer

/// What comes from outside, in the log.
struct LogTextTests {
  /// The first digits of it are taken for an encoded slash behind a percent sign.
  private static let token = "2fNo2g9DoUi48N8kpWTiNnqGiDpWjhZYmgZxWXzg5w0"

  @Test(arguments: [
    "/private/\(token)/a.ics", "/private/\(token)/a.ics?\(token)", "/%70rivate/\(token)/a.ics",
    "//private/\(token)/a.ics", "/PRIVATE/\(token)/", "/x/\(token)", "/private/\(token)%2f/%zz",
    "http://a/private/\(token)/b.ics", "/%/private/%4\(token)/", "/private/%\(token)",
    "/\(String(repeating: "é/", count: 226))private/\(token)/a.ics",
  ])
  func `a token is never logged`(target: String) {
    let logged = LogText.path(of: target)
    #expect(!logged.contains(Self.token.dropFirst(4).prefix(20)), "\(logged)")
    #expect(!logged.contains("?"))
  }

  @Test func `a private address is known by its plan`() {
    #expect(LogText.path(of: "/private/\(Self.token)/a.ics") == "/private/…/a.ics")
    #expect(LogText.path(of: "/private/short/a.ics") == "/private/…/a.ics")
    #expect(LogText.path(of: "/T%E1%BA%BFt?a=b") == "/Tết")
  }

  /// Every value stays in its quotes and on its line.
  @Test func `nothing breaks a line or commands a terminal`() {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<5000 {
      let scalars = (0..<Int.random(in: 0...40, using: &generator)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x2100, using: &generator))
      }
      let shown = LogText.printable(String(String.UnicodeScalarView(scalars)))
      for scalar in shown.unicodeScalars {
        #expect(scalar.properties.generalCategory != .control)
        #expect(scalar.properties.generalCategory != .format)
        #expect(!"\"\u{2028}\u{2029}".unicodeScalars.contains(scalar))
      }
    }
    #expect(LogText.printable("a\u{1B}[2J\"\n") == "a\\u{1b}[2J\\u{22}\\u{a}")
    #expect(LogText.printable(String(repeating: "é ", count: 2000)).count <= 501)
  }

  @Test func `a line tells all of a request`() {
    var stamp = TimeStamp()
    let line = RequestLogLine(
      stamp: stamp.text(1_709_712_550_123_456_789),
      client: "127.0.0.1",
      method: "GET",
      path: "/a.ics",
      status: 200,
      bytes: 32580,
      microseconds: 1042,
      userAgent: "Thunderbird"
    )
    #expect(
      line.text
        == "2024-03-06T08:09:10.123Z 127.0.0.1 GET 200 32580 1.042 \"/a.ics\" \"Thunderbird\""
    )
  }
}
