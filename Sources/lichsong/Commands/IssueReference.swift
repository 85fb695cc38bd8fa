internal import ArgumentParser
internal import CivilTime
internal import PlanFiles
internal import Publishing
internal import Scheduling

/// An issue as a command line names it.
///
/// By the identity of its event in a feed (`kien-giang-2024.segment.6@lichsong`), also that of one of
/// its further airings; by series and number (`segment.6`); or by series and day
/// (`segment@2024-06-09`).
enum IssueReference: Equatable {
  case number(plan: String?, series: String, Int)
  case day(series: String, CivilDate)

  /// Reads a reference; `nil` for a text that is none.
  init?(_ text: String) {
    let halves = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    if halves.count == 2, halves[1] != "lichsong" {
      guard !halves[0].isEmpty, let day = CivilDate(halves[1]) else { return nil }
      self = .day(series: halves[0], day)
      return
    }
    if let identity = UID.parts(of: text) {
      self = .number(plan: identity.plan, series: identity.series, identity.number)
      return
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard halves.count == 1, parts.count == 2, !parts[0].isEmpty, let number = Int(parts[1]) else {
      return nil
    }
    self = .number(plan: nil, series: parts[0], number)
  }

  /// The identifier of the series.
  var series: String {
    switch self {
    case .number(_, let series, _), .day(let series, _): series
    }
  }

  /// The issue of a schedule or a release that a text names.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - occurrences: The issues of the schedule or the release.
  ///   - plan: Its plan.
  ///   - whole: What the issues are of, as messages call it.
  /// - Returns: The issue.
  /// - Throws: ``Failure`` of wrong usage, with what was probably meant.
  static func issue(
    _ text: String,
    among occurrences: [Occurrence],
    of plan: Plan,
    called whole: String = "the schedule"
  ) throws(Failure) -> Occurrence {
    guard let reference = IssueReference(text) else {
      let example = occurrences.first
      throw Failure(
        wrongUsage: "`\(text)` names no issue: expected an identity such as "
          + UID.issue(
            plan: plan.id,
            series: example?.series ?? "page",
            number: example?.number ?? 1
          )
          + ", a series and a number such as \(example?.series ?? "page").\(example?.number ?? 1), "
          + "or a series and a day such as \(example?.series ?? "page")@"
          + "\(example?.date ?? plan.period.lowerBound)"
      )
    }
    return try reference.issue(among: occurrences, of: plan, called: whole)
  }

  private func issue(
    among occurrences: [Occurrence],
    of plan: Plan,
    called whole: String
  ) throws(Failure) -> Occurrence {
    if case .number(let other?, _, _) = self, other != plan.id {
      throw Failure(wrongUsage: "that is an issue of the plan \(other), not of \(plan.id)")
    }
    try plan.requireSeries(series)
    let own = occurrences.filter { $0.series == series }
    let found: Occurrence?
    let near: [Occurrence]
    switch self {
    case .number(_, _, let number):
      found = own.first { $0.number == number }
      near = own.nearest(by: { abs($0.number.subtractingReportingOverflow(number).partialValue) })
    case .day(_, let day):
      found = own.first { $0.date == day }
      near = own.nearest(by: { abs($0.date - day) })
    }
    guard let found else {
      let names = near.map { "\(series).\($0.number) on \($0.date)" }
      throw Failure(
        wrongUsage: "\(whole) has no such issue of \(series)"
          + (names.isEmpty ? "" : "; the nearest are \(names.joined(separator: ", "))")
      )
    }
    return found
  }
}

extension Plan {
  /// Sees to it that a series is one of the plan.
  ///
  /// - Parameter id: The identifier.
  /// - Throws: ``Failure`` of wrong usage, with what was probably meant.
  func requireSeries(_ id: String) throws(Failure) {
    let ids = series.map(\.id)
    guard !ids.contains(id) else { return }
    let help =
      nearest(to: id, among: ids).map { "did you mean `\($0)`?" }
      ?? "the plan has \(ids.joined(separator: ", "))"
    throw Failure(wrongUsage: "the plan has no series `\(id)`; \(help)")
  }
}

extension [Occurrence] {
  /// The three issues that are nearest by a distance, by day.
  fileprivate func nearest(by distance: (Occurrence) -> Int) -> [Occurrence] {
    enumerated().sorted { one, other in
      (distance(one.element), one.offset) < (distance(other.element), other.offset)
    }.prefix(3).sorted { $0.offset < $1.offset }.map(\.element)
  }
}

extension Failure {
  /// The failure of a command line that names what is not there.
  init(wrongUsage message: String) {
    self.init(
      message: "error: " + TerminalText.printable(message),
      status: ExitCode.validationFailure.rawValue
    )
  }
}
