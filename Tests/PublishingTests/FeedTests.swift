import CivilTime
import Publishing
import Scheduling
import TestSupport
import Testing

/// The feeds as subscribers get them, to the byte.
struct FeedTests {
  private static let snapshots = "Tests/PublishingTests/Snapshots"

  @Test(
    arguments: [
      "station.ics", "newspaper.ics", "all.ics", "themes/law.ics", "activities.ics",
      "production/so.ics",
    ]
  )
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
    #expect(
      Feed.feeds(of: release).map(\.path) == [
        "station.ics", "newspaper.ics", "all.ics", "themes/law.ics", "themes/people.ics",
        "activities.ics", "production/so.ics",
      ]
    )
  }

  @Test
  func `only those who make issues get deadlines`() throws {
    for feed in Feed.feeds(of: try Release(of: .sample)) {
      #expect(feed.isPrivate == feed.path.hasPrefix("production/"))
      #expect(try feed.text().contains(".deadline.") == feed.isPrivate)
    }
  }

  @Test
  func `an event is the same in every feed`() throws {
    let feeds = Feed.feeds(of: try Release(of: .sample))
    let events = try Dictionary(
      uniqueKeysWithValues: feeds.map { ($0.path, try Self.events(in: $0.text())) }
    )
    let all = try #require(events["all.ics"])
    #expect(all.count == 9)
    let parts = ["station.ics", "newspaper.ics", "activities.ics"].compactMap { events[$0] }
    #expect(parts.reduce([]) { $0.union($1) } == all)
    #expect(parts.map(\.count).reduce(0, +) == all.count)
    for path in ["themes/law.ics", "themes/people.ics"] {
      #expect(try #require(events[path]).isStrictSubset(of: all))
    }
  }

  @Test
  func `feeds and events name the address, deadlines that of the page alone`() throws {
    let plan = Plan.sample
    let address = try #require(PublicAddress("https://Lich.example.vn/kg"))
    let schedule = try Scheduler.optimal(for: plan)
    let time = Timestamp.at("2024-04-01")
    let release = Release(
      schedule,
      of: plan,
      after: nil,
      at: Release.Occasion(time: time, today: time.utc.date),
      address: address
    )
    let texts = try Dictionary(
      uniqueKeysWithValues: Feed.feeds(of: release).map {
        ($0.path, try $0.text().replacing("\r\n ", with: ""))
      }
    )
    let page = "https://lich.example.vn/kg/mau-2024/"
    for (path, text) in texts {
      #expect(text.contains("\r\nURL:\(page)\r\n"))
      let source = "\r\nSOURCE;VALUE=URI:\(page)\(path)\r\n"
      #expect(text.contains(source) != path.hasPrefix("production/"), "\(path)")
    }
    let station = try #require(texts["station.ics"])
    #expect(station.ranges(of: "URL:\(page)#segment.1\r\n").count == 2)
    #expect(texts["production/so.ics"]?.contains("URL:\(page)#segment.2\r\n") == true)
    #expect(texts["activities.ics"]?.contains("URL:\(page)#activity.contest.end\r\n") == true)
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
