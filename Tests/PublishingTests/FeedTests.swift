import Publishing
import Scheduling
import TestSupport
import Testing

/// The feeds as subscribers get them, to the byte.
struct FeedTests {
  private static let snapshots = "Tests/PublishingTests/Snapshots"

  @Test(arguments: ["station.ics", "newspaper.ics", "all.ics"])
  func `a feed in Vietnamese`(path: String) throws {
    let release = try Release(of: .sample)
    let feed = try #require(Feed.feeds(of: release).first { $0.path == path })
    #expect(Snapshot("\(Self.snapshots)/vi/\(path)").differs(from: try feed.text()) == nil)
  }

  @Test
  func `a feed in English, with a cancelled event`() throws {
    var plan = Plan.sample
    plan.language = .english
    let first = try Release(of: plan)
    plan.series[0].slotRules[0].candidates.removeFirst()
    plan.series[0].perMonth = CountLimit(min: 0, max: 1)
    plan.series[0].aim = 1
    let second = try Release(of: plan, after: first, at: "2024-04-20")
    let feed = try #require(Feed.feeds(of: second).first { $0.path == "station.ics" })
    #expect(Snapshot("\(Self.snapshots)/en/station.ics").differs(from: try feed.text()) == nil)
  }

  @Test
  func `an outlet without an event has no feed`() throws {
    let release = try Release(of: .sample)
    #expect(Feed.feeds(of: release).map(\.path) == ["station.ics", "newspaper.ics", "all.ics"])
  }

  @Test
  func `an event is the same in every feed`() throws {
    let texts = try Feed.feeds(of: Release(of: .sample)).map { try Self.events(in: $0.text()) }
    #expect(texts[2].count == 6)
    #expect(texts[0].union(texts[1]) == texts[2])
  }

  /// The events of a calendar, each as its lines.
  private static func events(in text: String) -> Set<String> {
    Set(
      text.split(separator: "BEGIN:VEVENT\r\n").dropFirst().map { part in
        String(
          part.prefix(upTo: part.firstRange(of: "END:VEVENT\r\n")?.upperBound ?? part.endIndex)
        )
      }
    )
  }
}
