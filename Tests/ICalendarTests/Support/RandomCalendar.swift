import CivilTime
import FuzzEntries
import ICalendar

/// Makes calendars at random, of everything that can be written.
struct RandomCalendar {
  private var generator: any RandomNumberGenerator
  /// Whether an event has all its times in the form of its start, and begins on a day of its rule, as RFC
  /// 5545 asks: a value may say otherwise, and is written and read all the same.
  private let isCoherent: Bool

  init(_ generator: some RandomNumberGenerator, coherent: Bool = false) {
    self.generator = generator
    isCoherent = coherent
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func chance(_ percent: Int) -> Bool {
    number(1...100) <= percent
  }

  private mutating func maybe<Value>(_ value: () -> Value) -> Value? {
    number(1...2) == 1 ? value() : nil
  }

  private mutating func some<Value>(_ value: (inout RandomCalendar) -> Value) -> Value? {
    chance(50) ? value(&self) : nil
  }

  private static let words = [
    "Thi đua", "là yêu nước", "l\u{61}\u{300} y\u{65}\u{302}u n\u{75}\u{31B}\u{6F}\u{31B}\u{301}c",
    "Ấn phẩm", "“”–…", "\"", ":", "^", "^n", "^'", "%20", "😀", "👩‍👩‍👧", "🇻🇳🇻🇳", "ก็ได้", "각각",
    "\u{1112}\u{1161}\u{11AB}", "e\u{301}\u{323}\u{302}", "نص", "0", "X-A;B", "END:VEVENT",
    String(repeating: "dài", count: 40), String(repeating: "ế", count: 40),
    String(repeating: "a\u{300}\u{301}\u{302}\u{303}", count: 20),
    "z" + String(repeating: "\u{327}\u{333}", count: 40), "\u{2028}", "\u{FEFF}", "\u{A0}",
  ]

  /// A text that a property with escapes can hold.
  mutating func text() -> String {
    let special = [",", ";", "\\", "\n", "\\n", "\\,", "\n ", " "]
    var text = ""
    for _ in 0..<number(1...30) {
      text += Self.words.randomElement(using: &generator) ?? ""
      if chance(40) { text += special.randomElement(using: &generator) ?? "" }
      if chance(50) { text += " " }
    }
    return "<" + text + ">"
  }

  /// A text that a property without escapes can hold.
  mutating func plainText() -> String {
    String(text().filter { !",;\\\n".contains($0) })
  }

  private mutating func date() -> CivilDate {
    CivilDate(dayNumber: number(-20_000...40_000))
  }

  private mutating func moment() -> CivilDateTime {
    CivilDateTime(secondsSinceEpoch: number(-2_000_000_000...4_000_000_000))
  }

  private mutating func time(in zones: [TimeZoneDefinition]) -> EventTime {
    switch number(0...3) {
    case 0: .day(date())
    case 1: .utc(moment())
    case 2: .floating(moment())
    default:
      zones.randomElement(using: &generator)
        .map { .zoned(moment(), zone: $0.id) } ?? .utc(moment())
    }
  }

  /// A time in the form of another, where that is asked for.
  private mutating func time(like start: EventTime, in zones: [TimeZoneDefinition]) -> EventTime {
    guard isCoherent else { return time(in: zones) }
    return later(than: start)
  }

  /// A rule that gives any day it begins at.
  private mutating func ruleOfAnyDay() throws -> RecurrenceRule {
    let frequency = ["DAILY", "WEEKLY", "YEARLY"][number(0...2)]
    return try RecurrenceRule(
      parsing: "FREQ=\(frequency);INTERVAL=\(number(1...9));COUNT=\(number(1...99))"
    )
  }

  private mutating func later(than time: EventTime) -> EventTime {
    let seconds = number(1...1_000_000)
    return switch time {
    case .day(let date): .day(date + number(1...30))
    case .utc(let time): .utc(time.advanced(bySeconds: seconds))
    case .floating(let time): .floating(time.advanced(bySeconds: seconds))
    case .zoned(let time, let zone): .zoned(time.advanced(bySeconds: seconds), zone: zone)
    }
  }

  private mutating func rule() throws -> RecurrenceRule {
    try RecurrenceRule(parsing: RuleDefinition(using: &generator, near: date()).text)
  }

  private mutating func zone(_ id: String) throws -> TimeZoneDefinition {
    var zone = TimeZoneDefinition(id: id, observances: [])
    for _ in 0..<number(1...3) {
      zone.observances.append(
        TimeZoneDefinition.Observance(
          isDaylight: chance(50),
          onset: moment(),
          offsetFrom: number(-43_200...50_400),
          offsetTo: number(-720...840) * 60,
          name: some { $0.plainText() },
          recurrence: chance(30)
            ? try RecurrenceRule(parsing: "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU") : nil,
          furtherOnsets: (0..<number(0...2)).map { _ in moment() }
        )
      )
    }
    return zone
  }

  private mutating func event(_ uid: String, _ zones: [TimeZoneDefinition]) throws -> Event {
    let start = time(in: zones)
    var event = Event(uid: uid, stamp: moment(), sequence: number(0...999_999_999), start: start)
    event.lastModified = some { $0.moment() }
    switch number(0...2) {
    case 0: event.end = later(than: start)
    case 1: event.duration = number(1...60) * 86_400 + (start.isDay ? 0 : number(0...86_400))
    default: break
    }
    event.summary = some { $0.text() }
    event.description = some { $0.text() }
    event.categories = (0..<number(0...3)).map { _ in plainText() }
    event.status = Event.Status.allCases.randomElement(using: &generator)
    event.transparency =
      some { Event.Transparency.allCases.randomElement(using: &$0.generator) } ?? nil
    event.classification = Event.Classification.allCases.randomElement(using: &generator)
    event.url = some { "https://example.org/\($0.number(0...9));a,b\\c?\"d#e" }
    event.location = some { $0.text() }
    for _ in 0..<number(0...1) {
      event.recurrenceRules.append(isCoherent ? try ruleOfAnyDay() : try rule())
    }
    event.recurrenceDates = (0..<number(0...2)).map { _ in time(like: start, in: zones) }
    event.exceptionDates = (0..<number(0...3)).map { _ in time(like: start, in: zones) }
    if chance(30), !isCoherent || !start.isDay {
      let start = EventTime.utc(moment())
      event.recurrencePeriods.append(Event.Period(start: start, end: later(than: start)))
    }
    if chance(20) { event.recurrenceID = time(like: start, in: zones) }
    for _ in 0..<number(0...2) {
      event.alarms.append(
        Event.Alarm(secondsBefore: number(-100_000...1_000_000), description: text())
      )
    }
    return event
  }

  /// A calendar.
  mutating func next() throws -> Calendar {
    var calendar = Calendar(productID: text())
    calendar.name = some { $0.plainText() }
    calendar.description = some { $0.plainText() }
    calendar.displayTimeZone = some { _ in "Asia/Ho_Chi_Minh" }
    calendar.refreshInterval = some { $0.number(1...1_000_000) }
    calendar.color = some { _ in "crimson" }
    calendar.appleColor = some { _ in "#DC143C" }
    calendar.source = some { _ in "https://example.org/a.ics" }
    calendar.url = some { _ in "https://example.org/?a=b;c,d" }
    for id in ["Asia/Ho_Chi_Minh", "SE Asia Standard Time", "(UTC+07:00)".filter { $0 != ":" }] {
      if chance(60) { calendar.timeZones.append(try zone(id)) }
    }
    for index in 0..<number(0...5) {
      calendar.events.append(
        try event("\(index)-\(chance(20) ? text() : "x")@example.org", calendar.timeZones)
      )
    }
    return calendar
  }
}

extension EventTime {
  fileprivate var isDay: Bool {
    if case .day = self { true } else { false }
  }
}
