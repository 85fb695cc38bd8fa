internal import CivilTime
internal import Scheduling

extension Release.Plan {
  /// A text in both languages of the page.
  package struct BilingualText: Sendable, Hashable, Codable {
    package var vi: String
    package var en: String

    /// Words something in both languages.
    init(_ words: (Wording) -> String) {
      vi = words(Wording(language: .vietnamese))
      en = words(Wording(language: .english))
    }
  }

  /// What the plan requires of every schedule, and what was found in the one that is published.
  package struct Limit: Sendable, Hashable, Codable {
    /// The clause that it comes from, where the plan cites one.
    package var clause: String?
    /// The titles of the series or of the theme that it is about.
    package var subject: [String]
    /// What is required.
    package var rule: BilingualText
    /// What was found; `nil` where there is nothing to measure.
    package var found: BilingualText?
    /// Whether the limit is kept.
    package var holds: Bool
  }

  /// The limits that lines of a plan state, as issues keep them.
  ///
  /// Decisions of editors, which are for one day each, are left out, and so is what the plan leaves to a
  /// default. What is over is judged like what is to come: the passing of time changes nothing.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - issues: The issues.
  /// - Returns: The limits, in the plan's order.
  static func limits(of plan: Scheduling.Plan, in issues: [Occurrence]) -> [Limit] {
    plan.limits(of: issues).compactMap { finding in
      guard let line = finding.limit.line, let citation = plan.citations[line],
        !finding.limit.rule.isDecision
      else { return nil }
      let hasMeasure = Wording(language: .english).measure(of: finding) != nil
      return Limit(
        clause: citation.clause,
        subject: plan.titles(of: finding.limit.subject),
        rule: BilingualText { $0.rule(finding.limit.rule, in: plan) },
        found: hasMeasure ? BilingualText { $0.measure(of: finding) ?? "" } : nil,
        holds: finding.holds
      )
    }
  }
}

extension Scheduling.Plan {
  fileprivate func titles(of subject: Scheduling.Limit.Subject) -> [String] {
    switch subject {
    case .series(let id): [title(ofSeries: id)]
    case .separation(let ids): ids.map(title(ofSeries:))
    case .theme(let id): [themes.first { $0.id == id }?.title ?? id]
    }
  }

  fileprivate func title(ofSeries id: String) -> String {
    series.first { $0.id == id }?.title ?? id
  }
}

extension Scheduling.Limit.Rule {
  /// Whether the rule records what somebody decided about one day, or what was released.
  fileprivate var isDecision: Bool {
    switch self {
    case .pin, .ban, .from: true
    default: false
    }
  }
}

extension Wording {
  /// What a limit requires.
  fileprivate func rule(_ rule: Scheduling.Limit.Rule, in plan: Scheduling.Plan) -> String {
    guard language == .vietnamese else {
      return switch rule {
      case .avoid(let calendar): "no day off" + (plan.calendars.count > 1 ? " (\(calendar))" : "")
      case .slots: "only on days of its own"
      case .themeSeries(let ids):
        "only in \(ids.map(plan.title(ofSeries:)).joined(separator: ", "))"
      default: rule.description
      }
    }
    return switch rule {
    case .perMonthAtLeast(let count): "ít nhất \(count) số mỗi tháng"
    case .perMonthAtMost(let count): "nhiều nhất \(count) số mỗi tháng"
    case .perYearAtLeast(let count): "ít nhất \(count) số trong kỳ kế hoạch"
    case .perYearAtMost(let count): "nhiều nhất \(count) số trong kỳ kế hoạch"
    case .aim(let count): "không quá \(count) số như đã định"
    case .minGap(let days): "hai số cách nhau ít nhất \(days) ngày"
    case .maxMinutes(let minutes): "thời lượng không quá \(minutes) phút"
    case .slots: "chỉ vào những ngày đã định"
    case .avoid(let calendar):
      "không vào ngày nghỉ" + (plan.calendars.count > 1 ? " (\(calendar))" : "")
    case .pin(let date, _): "có một số vào ngày \(day(date))"
    case .ban(let date): "không có số nào vào ngày \(day(date))"
    case .from(let date): "không thay đổi gì trước ngày \(day(date))"
    case .apart(let days): "các số cách nhau ít nhất \(days) ngày"
    case .themeAtLeast(let count): "ít nhất \(count) lần"
    case .themeAtMost(let count): "nhiều nhất \(count) lần"
    case .themeSeries(let ids): "chỉ ở \(ids.map(plan.title(ofSeries:)).joined(separator: ", "))"
    case .themeWindow(let days):
      "chỉ từ ngày \(day(days.lowerBound)) đến ngày \(day(days.upperBound))"
    }
  }

  /// What was found of a limit; `nil` where there is nothing to measure.
  fileprivate func measure(of finding: LimitFinding) -> String? {
    guard let found = finding.found else { return nil }
    let isVietnamese = language == .vietnamese
    func fewestOrMost(_ vietnamese: String, _ english: String) -> String {
      guard let month = finding.month else { return "\(found)" }
      return isVietnamese
        ? "\(vietnamese) \(found) (tháng \(month.month)/\(month.year))"
        : "\(english) \(found) (\(month))"
    }
    switch finding.limit.rule {
    case .perMonthAtLeast: return fewestOrMost("ít nhất", "fewest")
    case .perMonthAtMost: return fewestOrMost("nhiều nhất", "most")
    case .minGap, .apart:
      return isVietnamese ? "gần nhất \(found) ngày" : "nearest \(found.of("day"))"
    case .maxMinutes: return isVietnamese ? "\(found) phút" : found.of("minute")
    case .perYearAtLeast, .perYearAtMost, .aim:
      return isVietnamese ? "\(found) số" : found.of("issue")
    case .themeAtLeast, .themeAtMost: return isVietnamese ? "\(found) lần" : found.of("time")
    case .slots, .avoid, .ban, .from, .themeSeries, .themeWindow, .pin:
      let days = finding.dates.map(day).joined(separator: ", ")
      if found == 0 { return isVietnamese ? "không có ngày nào vướng" : "none breaks it" }
      return isVietnamese ? "vướng: \(days)" : "breaks it: \(days)"
    }
  }
}
