import TestSupport
import Testing

@testable import FeedServer

/// Heads are measured byte by byte.
struct HeadMeterTests {
  private func read(_ text: String, by limits: ConnectionLimits = ConnectionLimits()) throws
    -> HeadMeter
  {
    var meter = HeadMeter(limits: limits)
    for byte in text.utf8 { try meter.take(byte) }
    return meter
  }

  @Test(arguments: ["\n", "\r\n"])
  func `heads are counted`(end: String) throws {
    let head = "GET / HTTP/1.1\(end)Host: a\(end)\(end)"
    #expect(try read(head).heads == 1)
    #expect(try !read(head).isInside)
    #expect(try read("\(end)\(end)\(head)\(head)").heads == 2)
    #expect(try read("\(head)G").isInside)
    #expect(try read(String(head.dropLast(end.count))).heads == 0)
  }

  @Test func `a limit is exact`() throws {
    let limits = ConnectionLimits()
    func line(_ bytes: Int) -> String { String(repeating: "a", count: bytes - 2) + "\r\n" }
    #expect(try read(line(limits.requestLine)).isInside)
    #expect(throws: HeadMeter.Excess.requestLine) { try read(line(limits.requestLine + 1)) }
    #expect(try read("GET\r\n" + line(limits.head - 7) + "\r\n").heads == 1)
    #expect(throws: HeadMeter.Excess.head) {
      try read("GET\r\n" + line(limits.head - 6) + "\r\n")
    }
    let fields = String(repeating: "a: b\r\n", count: limits.fields)
    #expect(try read("GET\r\n\(fields)\r\n").heads == 1)
    #expect(throws: HeadMeter.Excess.head) { try read("GET\r\n\(fields)a: b\r\n") }
  }

  @Test func `line breaks without end are too many`() throws {
    let limits = ConnectionLimits()
    let breaks = String(repeating: "\r\n", count: limits.head / 2)
    #expect(try read(breaks).heads == 0)
    #expect(throws: HeadMeter.Excess.head) { try read(breaks + "\r") }
  }
}
