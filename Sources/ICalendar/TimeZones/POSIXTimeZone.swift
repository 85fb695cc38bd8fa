internal import CivilTime

/// The rule of a zone for all years to come, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// Source: POSIX.1-2024, Base Definitions, section 8.3, with hours from -167 to 167 as RFC 9636
/// allows them.
struct POSIXTimeZone {
  private let standard: ZonePeriod
  private let daylight: ZonePeriod
  private let daylightStart: Day
  private let daylightEnd: Day

  /// Reads a rule.
  ///
  /// The result is `nil` where the text is none, or says that clocks do not change: then the last
  /// change that is listed holds for ever.
  ///
  /// - Parameter text: The rule, as the footer of a TZif file has it.
  init?(_ text: String) {
    var rest = Substring(text)
    guard let standardName = Self.name(&rest), let west = Self.time(&rest),
      let daylightName = Self.name(&rest)
    else { return nil }
    var daylightWest = west - 3_600
    if rest.first != "," {
      guard let written = Self.time(&rest) else { return nil }
      daylightWest = written
    }
    guard let start = Day(&rest), let end = Day(&rest), rest.isEmpty else { return nil }
    standard = ZonePeriod(offset: -west, isDaylight: false, name: standardName)
    daylight = ZonePeriod(offset: -daylightWest, isDaylight: true, name: daylightName)
    daylightStart = start
    daylightEnd = end
  }

  /// The two changes of a year, in order.
  func changes(in year: Int) -> [(moment: Int, period: ZonePeriod)] {
    let changes = [
      (moment: daylightStart.seconds(in: year) - standard.offset, period: daylight),
      (moment: daylightEnd.seconds(in: year) - daylight.offset, period: standard),
    ]
    return changes.sorted { $0.moment < $1.moment }
  }

  /// The day and the time of a change, on the clock before it.
  private struct Day {
    private enum Form {
      /// The n-th day of a year, from 1, without 29 February.
      case julian(Int)
      /// The n-th day of a year, from 0.
      case ordinal(Int)
      /// A weekday of a month; week 5 is the last.
      case weekday(month: Int, week: Int, weekday: Int)
    }

    private let form: Form
    private let time: Int

    init?(_ rest: inout Substring) {
      guard rest.popFirst() == "," else { return nil }
      switch rest.first {
      case "M":
        rest.removeFirst()
        guard let month = POSIXTimeZone.number(&rest), 1...12 ~= month, rest.popFirst() == ".",
          let week = POSIXTimeZone.number(&rest), 1...5 ~= week, rest.popFirst() == ".",
          let weekday = POSIXTimeZone.number(&rest), 0...6 ~= weekday
        else { return nil }
        form = .weekday(month: month, week: week, weekday: weekday)
      case "J":
        rest.removeFirst()
        guard let day = POSIXTimeZone.number(&rest), 1...365 ~= day else { return nil }
        form = .julian(day)
      default:
        guard let day = POSIXTimeZone.number(&rest), 0...365 ~= day else { return nil }
        form = .ordinal(day)
      }
      guard rest.first == "/" else {
        time = 7_200
        return
      }
      rest.removeFirst()
      guard let written = POSIXTimeZone.time(&rest) else { return nil }
      time = written
    }

    /// The change in seconds since 1970-01-01 00:00 on the clock before it.
    func seconds(in year: Int) -> Int {
      let day: Int
      switch form {
      case .julian(let number):
        let isAfterLeapDay = Month.isLeapYear(year) && number >= 60
        day = firstDay(of: year) + number - (isAfterLeapDay ? 0 : 1)
      case .ordinal(let number):
        day = firstDay(of: year) + number
      case .weekday(let number, let week, let sundayBased):
        guard let month = Month(year: year, month: number),
          let weekday = Weekday(rawValue: sundayBased == 0 ? 7 : sundayBased),
          let date = month.date(of: weekday, ordinal: week == 5 ? -1 : week)
        else { return 0 }
        day = date.dayNumber
      }
      return day * 86_400 + time
    }

    private func firstDay(of year: Int) -> Int {
      Month(year: year, month: 1)?.first.dayNumber ?? 0
    }
  }

  /// Takes a name off, three letters or more, or anything between angle brackets.
  private static func name(_ rest: inout Substring) -> String? {
    let name: Substring
    if rest.first == "<" {
      name = rest.dropFirst().prefix { $0 != ">" }
      rest = rest.dropFirst(name.count + 2)
    } else {
      name = rest.prefix(while: \.isLetter)
      rest = rest.dropFirst(name.count)
    }
    return name.count >= 3 ? String(name) : nil
  }

  /// Takes a time off, `[+-]hh[:mm[:ss]]`, in seconds.
  private static func time(_ rest: inout Substring) -> Int? {
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    guard let hours = number(&rest), hours <= 167 else { return nil }
    var seconds = hours * 3_600
    for unit in [60, 1] where rest.first == ":" {
      rest.removeFirst()
      guard let number = number(&rest), number < 60 else { return nil }
      seconds += number * unit
    }
    return isNegative ? -seconds : seconds
  }

  /// Takes a number off.
  private static func number(_ rest: inout Substring) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    return Int(digits)
  }
}
