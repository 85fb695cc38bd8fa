import CivilTime
import ICalendar
import Publishing
import Scheduling
import Testing

/// What calendars do not tell breaks nothing, and is not said to hold.
struct JudgedLimitTests {
  /// The sample plan's two issues of the programme, held against a plan.
  private static func reconcile(
    with plan: Plan,
    minutes: Int?,
    title: String = "CM Thi đua",
    days: Int = 0
  ) throws -> Reconciliation {
    var calendar = Calendar(productID: "-//Đài//Lịch//VI")
    calendar.events = try ["2024-05-12", "2024-06-09"].map { text in
      let date = try #require(CivilDate(text))
      let time = try #require(TimeOfDay("20:15"))
      return Event(
        uid: "\(text)@dai.example",
        stamp: CivilDateTime(date, .midnight),
        start: days > 0 ? .day(date) : .floating(CivilDateTime(date, time)),
        duration: days > 0 ? days * 86_400 : minutes.map { $0 * 60 },
        summary: title
      )
    }
    return try Reconciliation(
      of: [ReceivedFeed(name: "station.ics", calendar: calendar)],
      with: plan,
      after: nil,
      today: try #require(CivilDate("2025-01-01"))
    )
  }

  /// The sample plan with the places of all its limits known.
  private static func plan(_ edit: (inout Plan) -> Void = { _ in }) -> Plan {
    var plan = Plan.sample
    edit(&plan)
    let lines = plan.limits(of: [Occurrence]()).compactMap(\.limit.line)
    plan.citations = Dictionary(
      lines.map { ($0, Citation(file: "plan.yaml", line: 1, column: 1)) },
      uniquingKeysWith: { first, _ in first }
    )
    return plan
  }

  private static func verdicts(
    _ reconciliation: Reconciliation,
    _ isMeant: (Limit.Rule) -> Bool
  ) -> [JudgedLimit.Verdict] {
    reconciliation.limits.filter { isMeant($0.finding.limit.rule) }.map(\.verdict)
  }

  @Test
  func `an event without a length is neither too long nor short enough`() throws {
    func verdict(_ minutes: Int?) throws -> [JudgedLimit.Verdict] {
      Self.verdicts(try Self.reconcile(with: Self.plan(), minutes: minutes)) {
        $0 == .maxMinutes(12)
      }
    }
    #expect(try verdict(12) == [.met])
    #expect(try verdict(13) == [.broken])
    #expect(try verdict(nil) == [.untold])
    #expect(try Self.reconcile(with: Self.plan(), minutes: nil).verdict == .met)
  }

  @Test
  func `themes that are not named leave their bounds open`() throws {
    let plan = Self.plan { plan in
      plan.themes = [
        Theme(id: "law", title: "Luật mới", series: ["segment"], atLeast: 1, atMost: 1),
        Theme(id: "rare", title: "Chuyện hiếm", series: ["segment"], atMost: 2),
        Theme(id: "both", title: "Chung", atLeast: 1),
      ]
      plan.pins = [Pin(series: "segment", date: plan.period.lowerBound + 11, theme: "law")]
    }
    func verdicts(_ title: String) throws -> [JudgedLimit.Verdict] {
      Self.verdicts(try Self.reconcile(with: plan, minutes: 12, title: title)) { rule in
        switch rule {
        case .themeAtLeast, .themeAtMost, .pin: true
        default: false
        }
      }
    }
    // The pin, law at least and at most, rare at most, both at least.
    #expect(try verdicts("CM Thi đua") == [.untold, .untold, .untold, .met, .untold])
    #expect(try verdicts("CM Thi đua: Luật mới") == [.met, .met, .broken, .met, .untold])
    #expect(try verdicts("CM Thi đua: chuyện hiếm") == [.broken, .broken, .met, .met, .untold])
  }

  @Test
  func `what takes several days is no issue`() throws {
    let reconciliation = try Self.reconcile(with: Self.plan(), minutes: nil, days: 3)
    #expect(reconciliation.issues.isEmpty)
    #expect(reconciliation.unclear.count == 2)
    #expect(try Self.reconcile(with: Self.plan(), minutes: nil, days: 1).issues.count == 2)
  }

  @Test
  func `series that keep apart are judged where two of them are known`() throws {
    let plan = Self.plan { plan in
      plan.separations = [Separation(series: ["segment", "page"], days: 30)]
    }
    let reconciliation = try Self.reconcile(with: plan, minutes: 12)
    #expect(Self.verdicts(reconciliation) { $0 == .apart(30) }.isEmpty)
    #expect(reconciliation.series == ["segment"])
  }
}
