/// A line of a plan that can be cited: as the reason for a choice, as part of a clash.
///
/// Elements are named by their identifiers, lists without identifiers by their positions.
public enum PlanLine: Sendable, Hashable {
  /// A key of a series; the whole series where the key is `nil`.
  case series(String, SeriesKey?)
  /// A slot rule of a series, by its position in the plan.
  case slotRule(series: String, Int)
  /// A deadline of a series.
  case deadline(series: String, String)
  /// A key of a theme; the whole theme where the key is `nil`.
  case theme(String, ThemeKey?)
  /// An observance.
  case observance(String)
  /// A separation, by its position in the plan.
  case separation(Int)
  /// A pin, by its position in the plan.
  case pin(Int)
  /// A ban, by its position in the plan.
  case ban(Int)
  /// A calendar.
  case calendar(String)
  /// An outlet.
  case outlet(String)
  /// An activity.
  case activity(String)
  /// The period of the plan.
  case period
  /// The prices of what is less than ideal.
  case costs

  /// A key of a series, spelled as in a plan file.
  public enum SeriesKey: String, Sendable, CaseIterable {
    case minutes
    case maxMinutes = "max-minutes"
    case perMonth = "per-month"
    case perYear = "per-year"
    case aim
    case minGap = "min-gap"
    case slots
    case avoid
    case repeats
  }

  /// A key of a theme, spelled as in a plan file.
  public enum ThemeKey: String, Sendable, CaseIterable {
    case share
    case series
    case window
    case atLeast = "at-least"
    case atMost = "at-most"
  }
}

extension PlanLine {
  /// The element that a line is a part of; the line itself where it is an element.
  public var element: PlanLine {
    switch self {
    case .series(let series, .some), .slotRule(let series, _), .deadline(let series, _):
      .series(series, nil)
    case .theme(let theme, .some):
      .theme(theme, nil)
    default:
      self
    }
  }
}

extension Plan {
  /// Where a line was written; where it was left out, the element that it would belong to.
  ///
  /// - Parameter line: A line of the plan.
  /// - Returns: The place; `nil` where it is not known.
  public func citation(of line: PlanLine) -> Citation? {
    citations[line] ?? citations[line.element]
  }
}

extension PlanLine: CustomStringConvertible {
  /// The line, named as in a plan file: `series page: per-month`, `pins: entry 2`.
  public var description: String {
    switch self {
    case .series(let id, let key): "series \(id)" + (key.map { ": \($0.rawValue)" } ?? "")
    case .slotRule(let series, let index): "series \(series): slots: entry \(index + 1)"
    case .deadline(let series, let id): "series \(series): deadline \(id)"
    case .theme(let id, let key): "theme \(id)" + (key.map { ": \($0.rawValue)" } ?? "")
    case .observance(let id): "observance \(id)"
    case .separation(let index): "apart: entry \(index + 1)"
    case .pin(let index): "pins: entry \(index + 1)"
    case .ban(let index): "bans: entry \(index + 1)"
    case .calendar(let id): "calendar \(id)"
    case .outlet(let id): "outlet \(id)"
    case .activity(let id): "activity \(id)"
    case .period: "period"
    case .costs: "costs"
    }
  }
}

/// Where a line of a plan was written.
public struct Citation: Sendable, Hashable {
  /// The file, as the user named it or relative to what the user named.
  public var file: String
  /// The line in the file, from 1.
  public var line: Int
  /// The column in the line, in characters, from 1.
  public var column: Int
  /// The clause of the source document that the line renders.
  public var clause: String?

  /// Creates a citation.
  public init(file: String, line: Int, column: Int, clause: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.clause = clause
  }
}
