internal import CivilTime
internal import Foundation
internal import Scheduling

extension PlanDecoder {
  /// Decodes a plan.
  ///
  /// - Parameters:
  ///   - root: The document of the plan file.
  ///   - calendarFiles: Reads the iCalendar files that the plan names.
  /// - Returns: `nil` where so much is missing that there is no plan; then an error was reported.
  ///   A plan beside which an error was reported is not to be used.
  mutating func plan(_ root: YAMLNode, calendarFiles: CalendarFiles) -> Plan? {
    let value = Value(label: "the file", labelExtent: root.extent, node: root)
    guard let fields = fields(of: value, as: PlanKey.self) else { return nil }
    names = DeclaredNames(in: fields)
    period = fields[.period].flatMap { self.period($0) }
    cite(.period, at: fields[.period], clause: nil)

    let zone = timeZone(fields[.timezone])
    let calendars = calendars(fields[.calendars], in: zone, from: calendarFiles)
    var known: [String: SourceText.Extent] = [:]
    let id = identifier(fields[.id], among: &known)
    let title = text(fields[.title])
    let source = fields[.source].flatMap { self.sourceDocument($0) }
    let language = choice(fields[.language], of: Language.self)
    let outlets = outlets(fields[.outlets])
    let series = allSeries(fields[.series], calendars: calendars)
    let observances = observances(fields[.observances])
    let themes = themes(fields[.themes])
    let separations = separations(fields[.apart])
    let pins = pins(fields[.pins], after: 0)
    let bans = bans(fields[.bans], after: 0)
    let activities = activities(fields[.activities])
    cite(.costs, at: fields[.costs], clause: nil)
    let costs = fields[.costs].map { self.costs($0) }
    let publishing = fields[.publish].map { self.publishingOptions($0) }

    guard let id, let title, let period else { return nil }
    return Plan(
      id: id,
      title: title,
      source: source,
      period: period,
      timeZone: zone,
      language: language ?? .vietnamese,
      outlets: outlets,
      calendars: calendars.map {
        DayCalendar(id: $0.id, days: $0.days, workedInExchange: $0.workedInExchange)
      },
      series: series,
      observances: observances,
      themes: themes,
      separations: separations,
      pins: pins,
      bans: bans,
      activities: activities,
      costs: costs ?? Costs(),
      publishing: publishing ?? PublishingOptions()
    )
  }

  private mutating func period(_ value: Value) -> ClosedRange<CivilDate>? {
    guard let fields = fields(of: value, as: PeriodKey.self),
      let first = date(fields[.from]), let last = date(fields[.to]),
      let period = range(from: first, to: last, at: fields[.to], what: "the period")
    else { return nil }
    guard period.count <= Limits.period else {
      fail(
        "the period has \(period.count.grouped) days",
        at: value.extent,
        expected: "at most \(Limits.period.grouped), which is five years"
      )
      return nil
    }
    return period
  }

  private mutating func sourceDocument(_ value: Value) -> SourceDocument? {
    guard let fields = fields(of: value, as: SourceKey.self) else { return nil }
    let number = text(fields[.number])
    let issuer = text(fields[.issuer])
    let date = date(fields[.date])
    return number.map { SourceDocument(number: $0, issuer: issuer, date: date) }
  }

  private mutating func timeZone(_ value: Value?) -> String {
    let standard = "Asia/Ho_Chi_Minh"
    guard let value,
      let name = scalar(value, expected: "the name of a time zone, such as \(standard)")
    else { return standard }
    let known = TimeZone.knownTimeZoneIdentifiers
    if known.contains(name) || name == "UTC" { return name }
    // Names that IANA keeps for the sake of old data, such as Asia/Saigon, are not listed.
    if name.contains("/"), let zone = TimeZone(identifier: name), zone.identifier == name {
      return name
    }
    fail(
      "unknown time zone \(quoted(name))",
      at: value.node.extent,
      expected: "a name of the IANA database, such as \(standard)",
      suggestion: nearest(to: name, among: known).map { "did you mean `\($0)`?" }
    )
    return standard
  }

  private mutating func outlets(_ value: Value?) -> [Outlet] {
    var known: [String: SourceText.Extent] = [:]
    return elements(of: value, "outlets", 1...Limits.elements).compactMap { element in
      guard let fields = fields(of: element, as: OutletKey.self) else { return nil }
      // The export has files of these names beside those of the outlets.
      let id = identifier(fields[.id], among: &known, reserved: ["all", "activities"])
      let kind = choice(fields[.kind], of: Outlet.Kind.self)
      let name = text(fields[.name])
      let clause = text(fields[.clause])
      guard let id else { return nil }
      cite(.outlet(id), at: fields[.id], clause: clause)
      return Outlet(id: id, kind: kind ?? .website, name: name ?? "")
    }
  }

  private mutating func activities(_ value: Value?) -> [Activity] {
    var known: [String: SourceText.Extent] = [:]
    return elements(of: value, "activities", 0...Limits.elements).compactMap { element in
      guard let fields = fields(of: element, as: ActivityKey.self) else { return nil }
      let id = identifier(fields[.id], among: &known)
      let title = text(fields[.title])
      let clause = text(fields[.clause])
      let owner = text(fields[.owner])
      let window = fields[.window].flatMap { self.window($0) }
      guard let id else { return nil }
      cite(.activity(id), at: fields[.id], clause: clause)
      return Activity(id: id, title: title ?? "", clause: clause, owner: owner, window: window)
    }
  }

  private mutating func costs(_ value: Value) -> Costs {
    var costs = Costs()
    guard let fields = fields(of: value, as: CostKey.self) else { return costs }
    for key in CostKey.allCases {
      guard let points = integer(fields[key], in: Limits.points) else { continue }
      switch key {
      case .short: costs.short = points
      case .uneven: costs.uneven = points
      case .moved: costs.moved = points
      case .repeated: costs.repeated = points
      case .rethemed: costs.rethemed = points
      }
    }
    return costs
  }
}

// MARK: - Stretches of days

extension PlanDecoder {
  /// Decodes a stretch of days whose open end is that of the period.
  mutating func window(_ value: Value) -> ClosedRange<CivilDate>? {
    guard let fields = fields(of: value, as: WindowKey.self) else { return nil }
    let isEmpty = fields[.from] == nil && fields[.to] == nil
    if isEmpty && !fields.hasUnknownKeys {
      fail("\(value.label) has neither `from` nor `to`", at: value.extent)
    }
    let first = date(fields[.from])
    let last = date(fields[.to])
    if let first, let last {
      return range(from: first, to: last, at: fields[.to], what: value.label)
    }
    guard let period else { return nil }
    if let first, fields[.to] == nil {
      guard first <= period.upperBound else {
        fail(
          "\(value.label) begins after the period, which ends on \(period.upperBound)",
          at: value.extent
        )
        return nil
      }
      return first...period.upperBound
    }
    if let last, fields[.from] == nil {
      guard last >= period.lowerBound else {
        fail(
          "\(value.label) ends before the period, which begins on \(period.lowerBound)",
          at: value.extent
        )
        return nil
      }
      return period.lowerBound...last
    }
    return nil
  }

  private mutating func range(
    from first: CivilDate,
    to last: CivilDate,
    at value: Value?,
    what: String
  ) -> ClosedRange<CivilDate>? {
    guard first <= last else {
      if let value {
        fail(
          "\(what) ends on \(last), before it begins",
          at: value.node.extent,
          expected: "a date from \(first) on"
        )
      }
      return nil
    }
    return first...last
  }
}
