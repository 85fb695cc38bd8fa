internal import CivilTime
internal import Scheduling

extension Limit.Subject {
  /// The identifiers of what a limit is about.
  var identifier: String {
    switch self {
    case .series(let id), .theme(let id): id
    case .separation(let ids): ids.joined(separator: ", ")
    }
  }
}

extension LimitFinding {
  /// The number that was found, in words that fit the limit.
  var measure: String {
    guard let found else { return "" }
    switch limit.rule {
    case .perMonthAtLeast, .perMonthAtMost:
      let which = month.map { " (\($0))" } ?? ""
      return "\(limit.rule.isLeast ? "fewest" : "most") \(found)\(which)"
    case .minGap, .apart: return "least \(found.of("day"))"
    case .maxMinutes: return found.of("minute")
    case .slots, .avoid, .ban, .from, .themeSeries, .themeWindow:
      return found == 0 ? "none breaks it" : "\(found) break it: \(days)"
    case .pin: return found > 0 ? "met" : "not met"
    case .perYearAtLeast, .perYearAtMost, .aim: return found.of("issue")
    case .themeAtLeast, .themeAtMost: return found.of("time")
    }
  }

  private var days: String { dates.map(\.description).joined(separator: ", ") }
}

extension Limit.Rule {
  fileprivate var isLeast: Bool {
    if case .perMonthAtLeast = self { true } else { false }
  }
}
