internal import CivilTime
internal import Scheduling

/// What makes one schedule better than another: days that matter, themes, distances.
extension PlanDecoder {
  /// Decodes the observances of a plan.
  mutating func observances(_ value: Value?) -> [Observance] {
    var known: [String: SourceText.Extent] = [:]
    return elements(of: value, "observances", 0...Limits.elements).compactMap { element in
      guard let fields = fields(of: element, as: ObservanceKey.self) else { return nil }
      let id = identifier(fields[.id], among: &known)
      let title = text(fields[.title])
      let clause = text(fields[.clause])
      let dates = recurringDates(fields[.date])
      let lead = integer(fields[.lead], in: Limits.days)
      let lag = integer(fields[.lag], in: Limits.days)
      let points = integer(fields[.points], in: Limits.points)
      let series = references(fields[.series], to: .series, atLeast: 1)
      let theme = reference(fields[.theme], to: .theme)
      guard let id else { return nil }
      cite(.observance(id), at: fields[.id], clause: clause)
      return Observance(
        id: id,
        title: title ?? "",
        clause: clause,
        dates: dates,
        lead: lead ?? 0,
        lag: lag ?? 0,
        points: points ?? 0,
        series: series,
        theme: theme
      )
    }
  }

  /// Decodes the themes of a plan.
  mutating func themes(_ value: Value?) -> [Theme] {
    var known: [String: SourceText.Extent] = [:]
    return elements(of: value, "themes", 0...Limits.elements).compactMap { element in
      guard let fields = fields(of: element, as: ThemeKey.self) else { return nil }
      let id = identifier(fields[.id], among: &known)
      let title = text(fields[.title])
      let clause = text(fields[.clause])
      let share = integer(fields[.share], in: Limits.share)
      let series = references(fields[.series], to: .series, atLeast: 1)
      let window = fields[.window].flatMap { self.window($0) }
      let atLeast = integer(fields[.atLeast], in: Limits.issues)
      let atMost = integer(fields[.atMost], in: Limits.issues)
      guard let id else { return nil }
      cite(.theme(id, nil), at: fields[.id], clause: clause)
      for key in PlanLine.ThemeKey.allCases {
        let value = ThemeKey(rawValue: key.rawValue).flatMap { fields[$0] }
        cite(.theme(id, key), at: value, clause: clause)
      }
      return Theme(
        id: id,
        title: title ?? "",
        clause: clause,
        share: share ?? 1,
        series: series,
        window: window,
        atLeast: atLeast ?? 0,
        atMost: atMost
      )
    }
  }

  /// Decodes which series keep a distance from each other.
  mutating func separations(_ value: Value?) -> [Separation] {
    let elements = elements(of: value, "separations", 0...Limits.elements)
    return elements.enumerated().map { index, element in
      guard let fields = fields(of: element, as: SeparationKey.self) else {
        return Separation(series: [], days: 0)
      }
      let series = references(fields[.series], to: .series, atLeast: 2)
      let days = integer(fields[.days], in: Limits.gap)
      let clause = text(fields[.clause])
      cite(.separation(index), at: element, clause: clause)
      return Separation(series: series ?? [], days: days ?? 0, clause: clause)
    }
  }

  /// The days within the period on which an observance falls.
  private mutating func recurringDates(_ value: Value?) -> [CivilDate] {
    let expected = "a date such as 2024-06-11, 06-11 for each year, or lunar 03-10"
    guard let value, let text = scalar(value, expected: expected) else { return [] }
    guard let rule = RecurringDate(text) else {
      fail(
        "\(quoted(text)) is not a date",
        at: value.node.extent,
        expected: expected,
        suggestion: RecurringDate.suggestion(for: text)
      )
      return []
    }
    guard let period else { return [] }
    let dates = rule.dates(in: period)
    if dates.isEmpty {
      warn(
        "the date does not come from \(period.lowerBound) to \(period.upperBound)",
        at: value.node.extent
      )
    }
    return dates
  }
}
