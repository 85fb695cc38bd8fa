internal import CivilTime
internal import Scheduling

extension PlanDecoder {
  /// Decodes the series of a plan.
  ///
  /// - Parameters:
  ///   - value: The list.
  ///   - calendars: The calendars of the plan, as far as they could be read.
  /// - Returns: The series that have an identifier.
  mutating func allSeries(_ value: Value?, calendars: [LoadedCalendar]) -> [Series] {
    var known: [String: SourceText.Extent] = [:]
    let elements = elements(of: value, "series", 1...Limits.series)
    let series = elements.compactMap { self.series($0, among: &known, calendars: calendars) }
    let slotDays = series.reduce(0) { sum, series in
      sum + Set(series.slotRules.flatMap { $0.candidates.map(\.date) }).count
    }
    if let value, slotDays > Limits.slotDays {
      fail(
        "the slots of all series are \(slotDays.grouped) days",
        at: value.labelExtent,
        expected: "at most \(Limits.slotDays.grouped)",
        suggestion: "part the plan into several"
      )
    }
    return series
  }

  private mutating func series(
    _ value: Value,
    among known: inout [String: SourceText.Extent],
    calendars: [LoadedCalendar]
  ) -> Series? {
    guard let fields = fields(of: value, as: SeriesKey.self) else { return nil }
    let id = identifier(fields[.id], among: &known)
    let outlet = reference(fields[.outlet], to: .outlet)
    let title = text(fields[.title])
    let clause = text(fields[.clause])
    let minutes = integer(fields[.minutes], in: Limits.minutes)
    let maxMinutes = integer(fields[.maxMinutes], in: Limits.minutes)
    let perMonth = countLimit(fields[.perMonth], in: Limits.issuesInMonth)
    let perYear = countLimit(fields[.perYear], in: Limits.issues)
    let aim = integer(fields[.aim], in: Limits.issues)
    let minGap = integer(fields[.minGap], in: Limits.gap)
    let rules = slotRules(fields[.slots], calendars: calendars)
    let avoid = references(fields[.avoid], to: .calendar, atLeast: 0)
    let repeats = repeats(fields[.repeats])
    let deadlines = deadlines(fields[.deadlines])

    // Without an identifier of its own, nothing could be cited by it.
    guard let id else { return nil }
    cite(.series(id, nil), at: fields[.id], clause: clause)
    for key in PlanLine.SeriesKey.allCases {
      let value = SeriesKey(rawValue: key.rawValue).flatMap { fields[$0] }
      cite(.series(id, key), at: value, clause: clause)
    }
    for (index, rule) in rules.enumerated() {
      cite(.slotRule(series: id, index), at: rule.value, clause: clause)
    }
    for deadline in deadlines {
      cite(.deadline(series: id, deadline.deadline.id), at: deadline.value, clause: clause)
    }
    return Series(
      id: id,
      outlet: outlet ?? "",
      title: title ?? "",
      clause: clause,
      minutes: minutes,
      maxMinutes: maxMinutes,
      perMonth: perMonth ?? CountLimit(),
      perYear: perYear ?? CountLimit(),
      aim: aim,
      minGap: minGap ?? 1,
      slotRules: rules.map(\.rule),
      avoid: avoid ?? [],
      repeats: repeats,
      deadlines: deadlines.map(\.deadline)
    )
  }

  /// Decodes a number of issues, or the fewest and the most of them.
  private mutating func countLimit(_ value: Value?, in range: ClosedRange<Int>) -> CountLimit? {
    guard let value else { return nil }
    if case .mapping = value.node.content {
      guard let fields = fields(of: value, as: CountKey.self) else { return nil }
      if fields[.min] == nil && fields[.max] == nil && !fields.hasUnknownKeys {
        fail("\(value.label) has neither `min` nor `max`", at: value.extent)
      }
      let min = integer(fields[.min], in: range) ?? 0
      let max = integer(fields[.max], in: range)
      if let max, let value = fields[.min], min > max {
        fail("`min` is above `max`", at: value.extent, expected: "at most \(max)")
      }
      return CountLimit(min: min, max: max)
    }
    guard case .scalar(let scalar) = value.node.content, !scalar.isNull else {
      mismatch(value, expected: "a whole number, or a mapping with `min` and `max`")
      return nil
    }
    return integer(value, in: range).map { .exactly($0) }
  }

  private mutating func repeats(_ value: Value?) -> [Repeat] {
    elements(of: value, "repeats", 0...Limits.elements).compactMap { element in
      guard let fields = fields(of: element, as: RepeatKey.self) else { return nil }
      let after = integer(fields[.after], in: Limits.days)
      let time = time(fields[.at])
      let channel = text(fields[.channel])
      guard let after, let time else { return nil }
      return Repeat(after: after, time: time, channel: channel)
    }
  }

  private mutating func deadlines(_ value: Value?) -> [(deadline: Deadline, value: Value?)] {
    var known: [String: SourceText.Extent] = [:]
    return elements(of: value, "deadlines", 0...Limits.elements).compactMap { element in
      guard let fields = fields(of: element, as: DeadlineKey.self) else { return nil }
      let id = identifier(fields[.id], among: &known)
      let title = text(fields[.title])
      let before = integer(fields[.before], in: Limits.workingDays)
      let owner = text(fields[.owner])
      guard let id, let title, let before, let owner else { return nil }
      return (Deadline(id: id, title: title, before: before, owner: owner), fields[.id])
    }
  }
}
