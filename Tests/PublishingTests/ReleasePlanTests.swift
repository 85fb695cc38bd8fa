import CivilTime
import Foundation
import Publishing
import Scheduling
import Testing

/// What a release keeps of its plan for the page.
struct ReleasePlanTests {
  /// The sample plan with a limit of every kind, and the places of all of them known.
  private static func everyLimit() throws -> Plan {
    var plan = Plan.sample
    plan.series[0].perYear = CountLimit(min: 1, max: 3)
    plan.series[0].aim = 2
    plan.series[0].minGap = 7
    plan.separations = [Separation(series: ["segment", "page"], days: 2)]
    plan.themes[0].atLeast = 1
    plan.themes[0].atMost = 3
    plan.themes[1].series = ["page"]
    plan.themes[1].window = plan.period
    plan.pins = [Pin(series: "page", date: try #require(CivilDate("2024-05-14")))]
    plan.bans = [Ban(series: "segment", date: try #require(CivilDate("2024-05-31")))]
    plan.citations = Dictionary(
      plan.limits(of: [Occurrence]()).compactMap(\.limit.line).map {
        ($0, Citation(file: "plan.yaml", line: 1, column: 1, clause: "I"))
      },
      uniquingKeysWith: { first, _ in first }
    )
    return plan
  }

  @Test
  func `every limit that a line states is there in both languages, decisions are not`() throws {
    let plan = try Self.everyLimit()
    let schedule = try Scheduler.optimal(for: plan)
    let findings = plan.limits(of: schedule).filter { finding in
      switch finding.limit.rule {
      case .pin, .ban, .from: false
      default: finding.limit.line.map { plan.citations[$0] != nil } ?? false
      }
    }
    let limits = try #require(try Release(of: plan).plan.limits)
    #expect(limits.count == 18)
    #expect(limits.map(\.holds) == findings.map(\.holds))
    #expect(
      limits.map(\.clause) == findings.map { $0.limit.line.flatMap { plan.citations[$0]?.clause } }
    )
    #expect(limits.map { $0.found != nil } == findings.map { $0.found != nil })
    for limit in limits {
      #expect(!limit.subject.isEmpty)
      #expect(limit.rule.vi != limit.rule.en)
      #expect(limit.found.map { !$0.vi.isEmpty && !$0.en.isEmpty } ?? true)
    }
  }

  @Test
  func `a limit says what it asks for and what was found`() throws {
    let limits = try #require(try Release(of: RealPlan.plan()).plan.limits)
    let lines = limits.prefix(4).map { limit in
      [limit.clause ?? "", limit.rule.vi, limit.found?.vi ?? "", limit.found?.en ?? ""]
        .joined(separator: "; ")
    }
    #expect(
      lines == [
        "III.5; ít nhất 1 số mỗi tháng; ít nhất 1 (tháng 1/2024); fewest 1 (2024-01)",
        "III.5; nhiều nhất 1 số mỗi tháng; nhiều nhất 1 (tháng 1/2024); most 1 (2024-01)",
        "III.5; hai số cách nhau ít nhất 14 ngày; gần nhất 28 ngày; nearest 28 days",
        "III.5; thời lượng không quá 12 phút; 12 phút; 12 minutes",
      ]
    )
  }

  @Test
  func `a broken limit names the days that break it`() throws {
    let plan = try RealPlan.plan()
    var release = try Release(of: plan)
    let issue = try #require(
      release.events.firstIndex { $0.kind == .issue && $0.series == "segment" }
    )
    release.events[issue].date = try #require(CivilDate("2024-02-11"))
    release.stateLimits(of: plan)
    let broken = try #require(release.plan.limits).filter { !$0.holds }
    #expect(broken.contains { $0.found?.vi == "vướng: 11/02/2024" && $0.clause == "III.5" })
  }

  @Test
  func `the passing of time changes nothing`() throws {
    let plan = try RealPlan.plan()
    let first = try Release(of: plan, at: "2023-12-01")
    let later = try Release(of: plan, after: first, at: "2024-09-01")
    #expect(later.plan == first.plan)
  }

  @Test
  func `days off are those of calendars that a series avoids, within the period`() throws {
    func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
    var plan = Plan.sample
    plan.calendars[0].days[try day("2024-07-01")] = "Ngoài kỳ"
    plan.calendars.append(DayCalendar(id: "other", days: [try day("2024-05-02"): "Khác"]))
    plan.observances = [
      Observance(id: "a", title: "Ngày lễ", dates: [try day("2024-05-19")], points: 1),
      Observance(id: "b", title: "Ngày lễ", dates: [try day("2024-05-19")], points: 2),
    ]
    let released = try Release(of: plan).plan
    #expect(released.daysOff?.map(\.title) == ["Lao động"])
    #expect(released.observances?.map(\.title) == ["Ngày lễ"])
    #expect(released.activities?.map(\.id) == plan.activities.map(\.id))
  }

  @Test
  func `a release of an earlier version, without all this, is read`() throws {
    let release = try Release(of: .sample)
    let json = try JSONEncoder().encode(release)
    var object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    var plan = try #require(object["plan"] as? [String: Any])
    for key in ["limits", "daysOff", "observances", "activities"] {
      #expect(plan.removeValue(forKey: key) != nil, "\(key)")
    }
    object["plan"] = plan
    let old = try JSONDecoder().decode(
      Release.self,
      from: JSONSerialization.data(withJSONObject: object)
    )
    #expect(old.plan.limits == nil)
    #expect(old.events == release.events)
    #expect(!release.publishesTheSame(as: old))
  }
}
