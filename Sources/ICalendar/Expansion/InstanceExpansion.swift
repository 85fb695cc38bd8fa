internal import CivilTime

/// Expands the events of a calendar over some days.
struct InstanceExpansion {
  private let calendar: Calendar
  private let days: ClosedRange<CivilDate>
  private let limits: ExpansionLimits
  private var budget: ExpansionBudget
  private var clocks: [String: ZoneClock] = [:]
  private let readerClock: ZoneClock
  private var found: [Found] = []

  /// The last day for which any clock is asked.
  private let horizon: CivilDate

  /// Prepares an expansion.
  ///
  /// - Throws: ``ICalendarError`` where the zone is unknown.
  init(
    of calendar: Calendar,
    over days: ClosedRange<CivilDate>,
    in zone: String,
    limits: ExpansionLimits
  ) throws(ICalendarError) {
    self.calendar = calendar
    self.days = days
    self.limits = limits
    var budget = ExpansionBudget(steps: limits.steps)
    horizon = CivilDate(
      dayNumber: Swift.min(days.upperBound.dayNumber + 2, CivilDate.max.dayNumber)
    )
    guard
      let definition = SystemTimeZones.definition(of: zone, through: horizon)
        ?? calendar.timeZones.first(where: { $0.id == zone })
    else { throw .unknownTimeZone(zone) }
    readerClock = try ZoneClock(definition, through: horizon, within: &budget)
    self.budget = budget
  }

  /// Expands all events.
  mutating func run() throws(ICalendarError) -> [Instance] {
    var overrides = try overridesByUID()
    for (index, event) in calendar.events.enumerated() where event.recurrenceID == nil {
      if overrides[event.uid] != nil {
        // What is left out stays so, even where it was changed before.
        for exception in event.exceptionDates {
          overrides[event.uid]?[try key(of: exception, inFormOf: event.start)] = nil
        }
      }
      let taken = overrides[event.uid].map { Set($0.keys) } ?? []
      for occurrence in try occurrences(of: event, without: taken) {
        try add(occurrence, of: event, at: index)
      }
    }
    for index in overrides.values.flatMap(\.values) {
      let event = calendar.events[index]
      try add(Occurrence(start: event.start, end: nil), of: event, at: index)
    }
    found.sort { ($0.start, $0.event) < ($1.start, $1.event) }
    return found.map { found in
      var instance = Instance(
        event: calendar.events[found.event],
        firstDay: found.days.lowerBound,
        lastDay: found.days.upperBound
      )
      if let end = found.end {
        instance.start = CivilDateTime(secondsSinceEpoch: found.start)
        instance.end = CivilDateTime(secondsSinceEpoch: end)
      }
      return instance
    }
  }

  /// An instance before it gets its event, of which there may be many copies.
  private struct Found {
    /// The start on the clock of the reader, in seconds since 1970-01-01 00:00 on it.
    var start: Int
    /// The end likewise; `nil` where the instance takes whole days.
    var end: Int?
    var days: ClosedRange<CivilDate>
    /// The position of the event.
    var event: Int
  }

  /// An instance before it is read on the clock of the reader.
  private struct Occurrence {
    var start: EventTime
    /// The end, where it is not as long after the start as that of the event.
    var end: EventTime?
  }

  /// What an instance is known by: a day, or a moment in UTC.
  private enum Key: Hashable {
    case day(CivilDate)
    case moment(Int)
  }

  /// The events that take the place of instances, by what they take the place of.
  ///
  /// Where several take the same place, the one of the highest sequence number counts, and the last
  /// of those.
  private mutating func overridesByUID() throws(ICalendarError) -> [String: [Key: Int]] {
    var overrides: [String: [Key: Int]] = [:]
    let starts = Dictionary(
      calendar.events.lazy.filter { $0.recurrenceID == nil }.map { ($0.uid, $0.start) },
      uniquingKeysWith: { first, _ in first }
    )
    for (index, event) in calendar.events.enumerated() {
      guard let recurrenceID = event.recurrenceID else { continue }
      let key = try key(of: recurrenceID, inFormOf: starts[event.uid] ?? recurrenceID)
      if let other = overrides[event.uid]?[key], calendar.events[other].sequence > event.sequence {
        continue
      }
      overrides[event.uid, default: [:]][key] = index
    }
    return overrides
  }

  /// The instances of an event by its start, rules, dates and exceptions.
  private mutating func occurrences(
    of event: Event,
    without taken: Set<Key>
  ) throws(ICalendarError) -> [Occurrence] {
    var occurrences = [Occurrence(start: event.start, end: nil)]
    guard
      !event.recurrenceRules.isEmpty || !event.recurrenceDates.isEmpty
        || !event.recurrencePeriods.isEmpty || !taken.isEmpty || !event.exceptionDates.isEmpty
    else { return occurrences }
    // What is over before the first day, on whatever clock, touches none.
    let first = CivilDate(
      dayNumber: Swift.max(
        CivilDate.min.dayNumber,
        days.lowerBound.dayNumber - event.longestDayCount
      )
    )
    // Periods come first, so that one that begins with another instance keeps its end.
    occurrences =
      event.recurrencePeriods.map { Occurrence(start: $0.start, end: $0.end) } + occurrences
      + event.recurrenceDates.map { Occurrence(start: $0, end: nil) }
    for rule in event.recurrenceRules {
      occurrences += try starts(of: rule, for: event.start, from: first)
        .map { Occurrence(start: $0, end: nil) }
    }
    var left = taken
    for exception in event.exceptionDates {
      left.insert(try key(of: exception, inFormOf: event.start))
    }
    var kept: [Occurrence] = []
    for occurrence in occurrences {
      let key = try key(of: occurrence.start)
      guard !left.contains(.day(occurrence.start.date)), left.insert(key).inserted else { continue }
      kept.append(occurrence)
    }
    return kept
  }

  /// The starts that a rule gives, on the clock of the event's own start; those before a day, which
  /// are not wanted, are left out.
  private mutating func starts(
    of rule: RecurrenceRule,
    for start: EventTime,
    from first: CivilDate
  ) throws(ICalendarError) -> [EventTime] {
    var last = horizon
    if let until = rule.parts.until, until.date < last { last = until.date + 1 }
    let dates = try rule.days(
      from: start.date,
      through: last,
      wantedFrom: first,
      within: &budget
    ).drop { $0 < first }
    guard let until = rule.parts.until else { return dates.map { start.moved(to: $0) } }
    var starts: [EventTime] = []
    for date in dates {
      let time = start.moved(to: date)
      let local = CivilDateTime(secondsSinceEpoch: time.secondsOnItsClock)
      // A whole day has no zone: its midnight is read as UTC.
      let offset = time.isDay ? 0 : local.secondsSinceEpoch - (try moment(of: time))
      guard until.takesIn(local, offset: offset) else { break }
      starts.append(time)
    }
    return starts
  }

  /// Adds an instance where it touches the days that are asked for.
  private mutating func add(
    _ occurrence: Occurrence,
    of event: Event,
    at index: Int
  ) throws(ICalendarError) {
    let instance: Found
    if case .day(let first) = occurrence.start {
      let start = first.dayNumber * 86_400
      guard let last = date(at: start + Swift.max(1, event.dayCount) * 86_400 - 1),
        touches(first, last)
      else { return }
      instance = Found(start: start, end: nil, days: first...last, event: index)
    } else {
      let start = try local(of: occurrence.start)
      let end = Swift.max(start, try localEnd(of: occurrence, of: event))
      // An instance that is over at midnight does not touch the day that begins then.
      guard let first = date(at: start), let last = date(at: end > start ? end - 1 : start),
        touches(first, last), CivilDateTime.seconds.contains(end)
      else { return }
      instance = Found(start: start, end: end, days: first...last, event: index)
    }
    guard found.count < limits.instances else {
      throw ICalendarError(
        .limit,
        "there are more than \(limits.instances) instances",
        advice: "ask for fewer days"
      )
    }
    found.append(instance)
  }

  private func touches(_ first: CivilDate, _ last: CivilDate) -> Bool {
    first <= days.upperBound && last >= days.lowerBound
  }

  private func date(at local: Int) -> CivilDate? {
    guard CivilDateTime.seconds.contains(local) else { return nil }
    return CivilDateTime(secondsSinceEpoch: local).date
  }

  /// The end of an instance on the clock of the reader.
  ///
  /// An end stands for an exact length, which all instances have; a duration for days on the wall
  /// and an exact rest (RFC 5545, section 3.8.5.3).
  private mutating func localEnd(
    of occurrence: Occurrence,
    of event: Event
  ) throws(ICalendarError) -> Int {
    if let end = occurrence.end { return try local(of: end) }
    let start = try moment(of: occurrence.start)
    if let end = event.end {
      let length = try moment(of: end) - (try moment(of: event.start))
      return try local(at: start + length)
    }
    guard let duration = event.duration else { return try local(at: start) }
    let wholeDays = duration / 86_400 * 86_400
    let nominal = try moment(
      ofLocal: occurrence.start.secondsOnItsClock + wholeDays,
      for: occurrence.start
    )
    return try local(at: nominal + duration % 86_400)
  }

  /// What a time stands for that names an instance of an event.
  ///
  /// It should have the form of the event's start (RFC 5545, sections 3.8.4.4 and 3.8.5.1). Some
  /// programs leave the zone out, or name a whole day by its midnight.
  private mutating func key(
    of time: EventTime,
    inFormOf start: EventTime
  ) throws(ICalendarError) -> Key {
    switch (time, start) {
    case (.floating(let moment), .zoned(_, let zone)):
      try key(of: .zoned(moment, zone: zone))
    case (.floating, .day), (.zoned, .day): .day(time.date)
    default: try key(of: time)
    }
  }

  private mutating func key(of time: EventTime) throws(ICalendarError) -> Key {
    if case .day(let date) = time { return .day(date) }
    return .moment(try moment(of: time))
  }

  private mutating func local(of time: EventTime) throws(ICalendarError) -> Int {
    if case .floating(let time) = time { return time.secondsSinceEpoch }
    return try local(at: moment(of: time))
  }

  private func local(at moment: Int) throws(ICalendarError) -> Int {
    moment + readerClock.offset(at: moment)
  }

  /// The moment that a time means, in seconds since 1970-01-01 00:00 UTC.
  private mutating func moment(of time: EventTime) throws(ICalendarError) -> Int {
    try moment(ofLocal: time.secondsOnItsClock, for: time)
  }

  /// The moment at which the clock that a time is read from shows something.
  private mutating func moment(
    ofLocal local: Int,
    for time: EventTime
  ) throws(ICalendarError) -> Int {
    switch time {
    case .utc: local
    case .day, .floating: readerClock.moment(ofLocal: local)
    case .zoned(_, let zone): try clock(of: zone).moment(ofLocal: local)
    }
  }

  private mutating func clock(of zone: String) throws(ICalendarError) -> ZoneClock {
    if let clock = clocks[zone] { return clock }
    guard
      let definition = calendar.timeZones.first(where: { $0.id == zone })
        ?? SystemTimeZones.definition(of: zone, through: horizon)
    else { throw .unknownTimeZone(zone) }
    let clock = try ZoneClock(definition, through: horizon, within: &budget)
    clocks[zone] = clock
    return clock
  }
}

extension Event {
  /// How many days an event of whole days takes: one where nothing else is said.
  fileprivate var dayCount: Int {
    if let end { return (end.secondsOnItsClock - start.secondsOnItsClock) / 86_400 }
    return (duration ?? 86_400) / 86_400
  }

  /// How many days may lie between the start and the end, whatever clocks they are read from.
  fileprivate var longestDayCount: Int {
    let length = end.map { $0.secondsOnItsClock - start.secondsOnItsClock } ?? duration ?? 0
    return Swift.max(0, length) / 86_400 + 4
  }
}

extension EventTime {
  /// The same time of the day in the same form, on another day.
  fileprivate func moved(to date: CivilDate) -> EventTime {
    switch self {
    case .day: .day(date)
    case .zoned(let time, let zone): .zoned(CivilDateTime(date, time.time), zone: zone)
    case .utc(let time): .utc(CivilDateTime(date, time.time))
    case .floating(let time): .floating(CivilDateTime(date, time.time))
    }
  }
}

extension ICalendarError {
  /// A zone that neither the file nor the system defines.
  static func unknownTimeZone(_ name: String) -> ICalendarError {
    ICalendarError([Problem(unknownTimeZone: name)])
  }
}

extension ICalendarError.Problem {
  /// A zone that neither the file nor the system defines.
  init(unknownTimeZone name: String) {
    self.init(
      rule: .timeZone,
      message: "the time zone \"\(name)\" is defined neither by a VTIMEZONE nor by the system",
      advice: "write the IANA name, such as Asia/Ho_Chi_Minh, or add the VTIMEZONE"
    )
  }
}
