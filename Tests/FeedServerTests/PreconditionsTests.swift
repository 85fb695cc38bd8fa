import TestSupport
import Testing

@testable import FeedServer

/// Conditional requests (RFC 9110, 13).
struct PreconditionsTests {
  private static let tag = "\"abc\""
  private static let time = 1_700_000_000

  @Test(arguments: [
    ("\"abc\"", true), ("W/\"abc\"", true), ("\"x\", \"abc\"", true),
    ("\"x\",W/\"abc\" ,\"y\"", true),
    (", ,\"abc\",", true), ("*", true), (" * ", true), ("\"x\"", false), ("abc", false),
    ("", false),
    ("\"abc", false), ("w/\"abc\"", false), ("\"abc\" \"x\"", false), ("\"a,bc\"", false),
    ("\"abc\", *", false), ("**", false), ("\"abc\"x", false), ("\"abc\", x", false),
  ])
  func `a tag is looked for`(list: String, isNamed: Bool) {
    let conditions = Preconditions(ifNoneMatch: list, ifModifiedSince: HTTPDate.text(Self.time))
    // Whatever the tags say, the time is not looked at.
    let outcome = conditions.outcome(tag: Self.tag, lastModified: Self.time)
    #expect(outcome == (isNamed ? .notModified : .proceed))
  }

  @Test(arguments: [
    ("\"abc\"", true), ("*", true), ("W/\"abc\"", false), ("\"x\"", false), ("abc", false),
  ])
  func `If-Match compares strongly`(list: String, isMet: Bool) {
    let outcome = Preconditions(ifMatch: list).outcome(tag: Self.tag, lastModified: nil)
    #expect(outcome == (isMet ? .proceed : .failed))
  }

  /// All combinations of conditions against the steps of RFC 9110, 13.2.2, written as they stand there.
  @Test func `the conditions are weighed in their order`() {
    let tags: [String?] = [nil, "\"abc\"", "\"x\"", "*", "W/\"abc\""]
    let times: [String?] = [
      nil, HTTPDate.text(Self.time - 1), HTTPDate.text(Self.time), HTTPDate.text(Self.time + 1),
      "yesterday",
    ]
    for match in tags {
      for unmodified in times {
        for none in tags {
          for modified in times {
            for lastModified in [nil, Self.time] {
              let conditions = Preconditions(
                ifMatch: match,
                ifUnmodifiedSince: unmodified,
                ifNoneMatch: none,
                ifModifiedSince: modified
              )
              #expect(
                conditions.outcome(tag: Self.tag, lastModified: lastModified)
                  == Self.steps(conditions, lastModified)
              )
            }
          }
        }
      }
    }
  }

  private static func steps(_ conditions: Preconditions, _ time: Int?) -> Preconditions.Outcome {
    func seconds(_ text: String?) -> Int? { text.flatMap(HTTPDate.seconds) }
    if let match = conditions.ifMatch {
      if match != "*" && match != tag { return .failed }
    } else if let time, let limit = seconds(conditions.ifUnmodifiedSince), time > limit {
      return .failed
    }
    if let none = conditions.ifNoneMatch { return none == "\"x\"" ? .proceed : .notModified }
    if let time, let limit = seconds(conditions.ifModifiedSince), time <= limit {
      return .notModified
    }
    return .proceed
  }

  @Test func `a date is written and read`() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<2000 {
      let seconds = Int.random(in: -60_000_000_000...250_000_000_000, using: &generator)
      #expect(HTTPDate.seconds(HTTPDate.text(seconds)) == seconds)
    }
    #expect(HTTPDate.text(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
  }

  @Test(arguments: [
    "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
  ])
  func `a date is read in its three forms`(text: String) {
    #expect(HTTPDate.seconds(text) == 784_111_777)
  }

  @Test(arguments: [
    "", "now", "Sun, 06 Nov 1994 08:49:37", "Sun, 32 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Now 1994 08:49:37 GMT", "1994-11-06T08:49:37Z",
    "Sun, 06 Nov 1994 8:49:37 GMT", "Sun, +6 Nov 1994 08:49:37 GMT",
  ])
  func `what is no date is not read`(text: String) {
    #expect(HTTPDate.seconds(text) == nil)
  }
}
