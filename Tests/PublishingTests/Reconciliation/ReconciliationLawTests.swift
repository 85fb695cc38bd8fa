import CivilTime
import Foundation
import ICalendar
import Publishing
import Scheduling
import TestSupport
import Testing

/// What holds of every calendar that is held against the real plan.
struct ReconciliationLawTests {
  @Test(arguments: ["all", "station", "newspaper"])
  func `our own feed keeps every limit, and each of its issues is found`(name: String) throws {
    let plan = try RealPlan.plan()
    let release = try #require(try RealPlan.release())
    let feed = try #require(Feed.feeds(of: release).first { $0.path == "\(name).ics" })
    let calendar = try ICalendar.Calendar(parsing: Array(try feed.text().utf8))
    let reconciliation = try Reconciliation(
      of: [ReceivedFeed(name: feed.path, calendar: calendar)],
      with: plan,
      after: release,
      today: RealPlan.over
    )
    let series = ["all": ["segment", "page"], "station": ["segment"], "newspaper": ["page"]][name]
    #expect(reconciliation.series == series)
    let released = release.released.occurrences.filter { series?.contains($0.series) ?? false }
    #expect(Set(reconciliation.issues.map(\.occurrence)) == Set(released))
    #expect(reconciliation.issues.allSatisfy { $0.evidence == .identity })
    #expect(reconciliation.issues.flatMap(\.airings).count == (name == "newspaper" ? 0 : 24))
    #expect(reconciliation.limits.map(\.verdict).allSatisfy { $0 == .met })
    #expect(reconciliation.deviations.isEmpty)
    #expect(reconciliation.unclear.isEmpty && reconciliation.others.isEmpty)
  }

  /// Ways in which titles are typed that all mean the same.
  private static let spellings: [@Sendable (String) -> String] = [
    { $0 }, { $0.uppercased() }, { $0.replacing("“", with: "\"").replacing("”", with: "\"") },
    { $0.replacing("“", with: "").replacing("”", with: "").replacing(",", with: " -") },
    { $0.decomposed }, { $0.decomposed.withoutMarks.replacing("đ", with: "d") },
  ]

  @Test(arguments: 0..<6)
  func `with other identities and spellings, each issue is found by its words`(
    spelling: Int
  ) throws {
    let plan = try RealPlan.plan()
    let release = try #require(try RealPlan.release())
    var calendar = try ICalendar.Calendar(parsing: Array(try Feed.all(of: release).text().utf8))
    for index in calendar.events.indices {
      calendar.events[index].uid = "\(index)@dai.example"
      calendar.events[index].summary = calendar.events[index].summary.map(Self.spellings[spelling])
      calendar.events[index].location = nil
    }
    let reconciliation = try Reconciliation(
      of: [ReceivedFeed(name: "lich.ics", calendar: calendar)],
      with: plan,
      after: release,
      today: RealPlan.over
    )
    func keys(_ issues: [Occurrence]) -> [[String?]] {
      issues.map { [$0.series, "\($0.date)", $0.theme] }
    }
    #expect(
      keys(reconciliation.issues.map(\.occurrence)) == keys(release.released.occurrences)
    )
    #expect(reconciliation.issues.allSatisfy { $0.evidence == .title })
    #expect(reconciliation.issues.flatMap(\.airings).count == 24)
    #expect(reconciliation.limits.map(\.verdict).allSatisfy { $0 == .met })
    #expect(reconciliation.deviations.isEmpty && reconciliation.unclear.isEmpty)
  }

  @Test(arguments: StationCalendar.Style.allCases)
  func `what was done to a calendar is what is found broken`(style: StationCalendar.Style) throws {
    let plan = try RealPlan.plan()
    let release = try #require(try RealPlan.release())
    let holidays = Set(plan.calendars.flatMap { $0.days.keys }.filter(plan.period.contains))
    var tally: [String: Int] = [:]
    for seed in 0..<60 {
      var random = SeededGenerator(seed: 7_000 + seed)
      var calendar = StationCalendar(of: release, plan: plan, style: style)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        calendar.disturb(holidays: holidays.sorted(), using: &random)
      }
      let today =
        Bool.random(using: &random) ? RealPlan.over : plan.period.randomElement(using: &random)
      let reconciliation = try Reconciliation(
        of: [try calendar.received()],
        with: plan,
        after: release,
        today: try #require(today)
      )
      let expected = calendar.expectedBreaches(holidays: holidays, today: try #require(today))
      let found = reconciliation.countedBreaches
      #expect(found == expected, "seed \(seed)")
      #expect(
        (reconciliation.verdict == .broken) == expected.keys.contains { $0.hasSuffix("broken") }
      )
      if style == .identities {
        #expect(
          Set(reconciliation.deviations.map(\.words)) == calendar.expectedDeviations(from: release),
          "seed \(seed)"
        )
      }
      tally.merge(found, uniquingKeysWith: +)
    }
    for kind in ["least", "most", "gap", "minutes", "slots", "avoid"] {
      #expect(tally.contains { $0.key.contains(kind) && $0.value > 5 }, "\(kind): \(tally)")
    }
    #expect(tally.contains { $0.key.hasSuffix("open") }, "\(tally)")
  }
}

extension StationCalendar {
  /// Does something to the calendar that people do.
  fileprivate mutating func disturb(
    holidays: [CivilDate],
    using random: inout SeededGenerator
  ) {
    guard let index = items.indices.randomElement(using: &random) else { return }
    let anyDay = plan.period.randomElement(using: &random) ?? plan.period.lowerBound
    switch Int.random(in: 0..<6, using: &random) {
    case 0: items.remove(at: index)
    case 1: items[index].date = anyDay
    case 2:
      var other = items[index]
      other.number = (items.map(\.number).max() ?? 0) + 100
      other.date = anyDay
      items.append(other)
    case 3: items[index].minutes = items[index].minutes.map { $0 + 3 }
    case 4: items[index].isCancelled = true
    default: items[index].date = holidays.randomElement(using: &random) ?? anyDay
    }
  }

  /// What breaks the plan's limits, counted from the words of the plan alone: by limit and outlook.
  fileprivate func expectedBreaches(
    holidays: Set<CivilDate>,
    today: CivilDate
  ) -> [String: Int] {
    var counts: [String: Int] = [:]
    func count(_ key: String, _ outlook: String = "broken") {
      counts["\(key) \(outlook)", default: 0] += 1
    }
    let months = Dictionary(grouping: plan.period, by: \.month).sorted { $0.key < $1.key }
    for series in ["segment", "page"] {
      let weekdays: [Weekday] = series == "segment" ? [.sunday] : [.tuesday, .friday]
      var own = items.filter { $0.series == series && !$0.isCancelled }
        .sorted { ($0.date, $0.minutes ?? 0) < ($1.date, $1.minutes ?? 0) }
      if style == .titled {
        // One issue a day: all are called alike. Of two at one hour the first is taken.
        var days: Set<CivilDate> = []
        own = items.filter { $0.series == series && !$0.isCancelled }
          .sorted {
            ($0.date, "\($0.series)-\($0.number)") < ($1.date, "\($1.series)-\($1.number)")
          }
          .filter { days.insert($0.date).inserted }
      }
      for (month, days) in months {
        let number = own.count { $0.date.month == month }
        if number == 0 {
          let isLeft = days.contains {
            $0 >= today && weekdays.contains($0.weekday) && !holidays.contains($0)
          }
          count("\(series) least", isLeft ? "open" : "broken")
        }
        if number > (series == "segment" ? 1 : 3) { count("\(series) most") }
      }
      for (one, other) in zip(own, own.dropFirst())
      where other.date - one.date < (series == "segment" ? 14 : 7) { count("\(series) gap") }
      for item in own {
        if (item.minutes ?? 0) > 12 { count("\(series) minutes") }
        if holidays.contains(item.date) { count("\(series) avoid") }
        if !weekdays.contains(item.date.weekday) { count("\(series) slots") }
      }
      if series == "page", own.count > 24 { count("page year") }
      if series == "page", own.count > 24 { count("page aim") }
    }
    return counts
  }
}

extension StationCalendar {
  /// What is not as it was released, by what was done to each issue.
  fileprivate func expectedDeviations(from release: Release) -> Set<String> {
    var deviations: Set<String> = []
    let released = release.released.occurrences
    for issue in released {
      let item = items.first { $0.series == issue.series && $0.number == issue.number }
      let kind =
        if let item {
          item.isCancelled ? "cancelled" : item.date == issue.date ? nil as String? : "moved"
        } else {
          "missing" as String?
        }
      if let kind { deviations.insert("\(kind) \(issue.series).\(issue.number)") }
    }
    for item in items where item.number > 100 && !item.isCancelled {
      deviations.insert("added \(item.series).\(item.number)")
    }
    return deviations
  }
}

extension ReleaseDeviation {
  fileprivate var words: String {
    "\(kind.rawValue) \(series).\(released?.number ?? found?.number ?? 0)"
  }
}

extension Reconciliation {
  /// The breaches by limit and outlook.
  fileprivate var countedBreaches: [String: Int] {
    var counts: [String: Int] = [:]
    for limit in limits {
      let key =
        switch limit.finding.limit.rule {
        case .perMonthAtLeast: "least"
        case .perMonthAtMost: "most"
        case .minGap: "gap"
        case .maxMinutes: "minutes"
        case .slots: "slots"
        case .avoid: "avoid"
        case .perYearAtMost: "year"
        case .aim: "aim"
        default: "\(limit.finding.limit.rule)"
        }
      for breach in limit.breaches {
        let series = limit.finding.limit.subject.description.replacing("series ", with: "")
        counts["\(series) \(key) \(breach.outlook)", default: 0] += 1
      }
    }
    return counts
  }
}

extension String {
  /// The text with each mark as a character of its own (NFD).
  fileprivate var decomposed: String { decomposedStringWithCanonicalMapping }

  /// The text without its marks.
  fileprivate var withoutMarks: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }
      )
    )
  }
}
