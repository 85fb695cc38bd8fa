import CivilTime
import ICalendar
import Publishing
import Scheduling
import Testing

/// What is an issue, and what is a further airing of one: the sample plan's programme is on 12 May and 9
/// June at 20:15, and is repeated the day after at 11:30.
struct AiringTests {
  private static func reconcile(
    _ events: [(title: String, date: String, time: String?)],
    uids: [String] = [],
    plan: Plan = .sample
  ) throws -> Reconciliation {
    var calendar = Calendar(productID: "-//Đài//Lịch//VI")
    calendar.events = try events.enumerated().map { index, event in
      let date = try #require(CivilDate(event.date))
      let time = try event.time.map { try #require(TimeOfDay($0)) }
      return Event(
        uid: index < uids.count ? uids[index] : "\(index)@dai.example",
        stamp: CivilDateTime(date, .midnight),
        start: time.map { .floating(CivilDateTime(date, $0)) } ?? .day(date),
        summary: event.title
      )
    }
    return try Reconciliation(
      of: [ReceivedFeed(name: "station.ics", calendar: calendar)],
      with: plan,
      after: nil,
      today: try #require(CivilDate("2025-01-01"))
    )
  }

  /// The days of the issues, each with the number of its further airings.
  private static func issues(
    _ events: [(title: String, date: String, time: String?)],
    uids: [String] = []
  ) throws -> [String] {
    try reconcile(events, uids: uids).issues.map { "\($0.entry.date) \($0.airings.count)" }
  }

  private static let name = "CM Thi đua"

  @Test
  func `what is where the plan repeats an issue is a repeat, and within the hour`() throws {
    let first = (Self.name, "2024-05-12", String?("20:15"))
    #expect(try Self.issues([first, (Self.name, "2024-05-13", "11:30")]) == ["2024-05-12 1"])
    #expect(try Self.issues([first, (Self.name, "2024-05-13", "12:20")]) == ["2024-05-12 1"])
    #expect(try Self.issues([first, (Self.name, "2024-05-13", nil)]) == ["2024-05-12 1"])
    #expect(
      try Self.issues([first, (Self.name, "2024-05-13", "20:15")]) == [
        "2024-05-12 0", "2024-05-13 0",
      ]
    )
    #expect(
      try Self.issues([first, (Self.name, "2024-05-14", "11:30")]) == [
        "2024-05-12 0", "2024-05-14 0",
      ]
    )
  }

  @Test
  func `there is one issue a day, unless their numbers tell them apart`() throws {
    let two = [("06:00"), ("20:15")].map { (Self.name, "2024-05-12", String?($0)) }
    #expect(try Self.issues(two) == ["2024-05-12 1"])
    let numbered = two.enumerated().map { ("\(Self.name) số \($0 + 1)", $1.1, $1.2) }
    #expect(try Self.issues(numbered) == ["2024-05-12 0", "2024-05-12 0"])
  }

  @Test
  func `an issue's number and the word for a repeat tell on any day`() throws {
    let first = ("\(Self.name) số 1", "2024-05-12", String?("20:15"))
    #expect(
      try Self.issues([first, ("\(Self.name) số 01", "2024-05-20", "20:15")]) == ["2024-05-12 1"]
    )
    #expect(
      try Self.issues([first, ("\(Self.name) (phát lại)", "2024-05-20", "20:15")])
        == ["2024-05-12 1"]
    )
    // The first of May is not the first of June.
    let months = ["tháng 5", "tháng 6"].enumerated().map { index, month in
      ("\(Self.name) kỳ 1 \(month)", "2024-0\(index + 5)-12", String?("20:15"))
    }
    #expect(try Self.issues(months) == ["2024-05-12 0", "2024-06-12 0"])
  }

  @Test
  func `a repeat without a first airing is said, and not counted`() throws {
    let title = try Self.reconcile([("\(Self.name) (phát lại)", "2024-05-13", "11:30")])
    #expect(title.issues.isEmpty)
    #expect(title.unclear.map(\.reason).first?.contains("nothing before it is") == true)
    let identity = try Self.reconcile(
      [("x", "2024-05-13", "11:30")],
      uids: ["mau-2024.segment.1.airing.1@lichsong"]
    )
    #expect(identity.issues.isEmpty)
    #expect(identity.unclear.map(\.reason).first?.contains("segment.1") == true)
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func `an issue that one calendar has by identity and another by title is one`(
    order: [Int]
  ) throws {
    let uids = ["0@dai.example", "mau-2024.segment.7@lichsong"]
    for other in ["20:15", "20:00"] {
      let events = ["20:15", other].map { (Self.name, "2024-05-12", String?($0)) }
      let reconciliation = try Self.reconcile(events, uids: order.map { uids[$0] })
      #expect(reconciliation.issues.map(\.number) == [7])
      #expect(reconciliation.issues.map(\.evidence) == [.identity])
      #expect(reconciliation.issues[0].airings.count == (other == "20:15" ? 0 : 1))
    }
  }

  @Test
  func `an identity that is there on two days is said`() throws {
    let uid = "mau-2024.segment.1@lichsong"
    var calendar = Calendar(productID: "-//Đài//Lịch//VI")
    let days = try ["2024-05-12", "2024-05-19"].map { try #require(CivilDate($0)) }
    let feeds = days.map { date in
      calendar.events = [
        Event(uid: uid, stamp: CivilDateTime(date, .midnight), start: .day(date), summary: "x")
      ]
      return ReceivedFeed(name: "station.ics", calendar: calendar)
    }
    let reconciliation = try Reconciliation(
      of: feeds,
      with: .sample,
      after: nil,
      today: days[0]
    )
    #expect(reconciliation.issues.map(\.entry.date) == [days[0]])
    #expect(
      reconciliation.unclear.map(\.reason) == [
        "segment.1 was there on 2024-05-12 already: counted as a repeat"
      ]
    )
    // The same in two calendars is one.
    let twice = try Reconciliation(
      of: [feeds[0], feeds[0]],
      with: .sample,
      after: nil,
      today: days[0]
    )
    #expect(twice.issues.count == 1 && twice.unclear.isEmpty)
  }

  @Test(
    arguments: [
      ("mau-2024.segment.3@lichsong", UID.Parts(plan: "mau-2024", series: "segment", number: 3)),
      (
        "mau-2024.segment.3.airing.2@lichsong",
        UID.Parts(plan: "mau-2024", series: "segment", number: 3, airing: 2)
      ),
      ("mau-2024.segment.3.airing.x@lichsong", nil), ("mau-2024.segment@lichsong", nil),
      ("mau-2024.segment.3@dai", nil), ("mau-2024.segment.3", nil), ("", nil),
    ] as [(String, UID.Parts?)]
  )
  func `an identity is taken apart`(uid: String, parts: UID.Parts?) {
    #expect(UID.parts(of: uid) == parts)
  }
}
