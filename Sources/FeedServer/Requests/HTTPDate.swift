internal import CivilTime

/// Moments as HTTP writes them: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7).
enum HTTPDate {
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Writes a moment.
  ///
  /// - Parameter seconds: Seconds since 1970 in UTC, in the years 1 to 9999.
  /// - Returns: The preferred form.
  static func text(_ seconds: Int) -> String {
    let moment = CivilDateTime(secondsSinceEpoch: seconds)
    let (year, month, day) = moment.date.components
    // 1 January 1970 was a Thursday.
    let weekday = ((moment.date.dayNumber + 3) % 7 + 7) % 7
    let time = moment.time
    return "\(weekdays[weekday]), \(padded(day)) \(months[month - 1]) \(padded(year, to: 4)) "
      + "\(padded(time.hour)):\(padded(time.minute)):\(padded(time.second)) GMT"
  }

  /// Reads a moment in any of the three forms that HTTP has had.
  ///
  /// - Parameter text: The value of a field.
  /// - Returns: Seconds since 1970 in UTC; `nil` where it is malformed.
  static func seconds(_ text: String) -> Int? {
    let words = text.split { " ,-".contains($0) }.map(String.init)
    switch words.count {
    case 6 where words[5] == "GMT":
      return seconds(day: words[1], month: words[2], year: words[3], time: words[4])
    case 5:
      return seconds(day: words[2], month: words[1], year: words[4], time: words[3])
    default: return nil
    }
  }

  private static func seconds(day: String, month: String, year: String, time: String) -> Int? {
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard let month = months.firstIndex(of: month), parts.count == 3,
      let day = number(day, digits: 1...2), let hour = number(parts[0], digits: 2...2),
      let minute = number(parts[1], digits: 2...2), let second = number(parts[2], digits: 2...2),
      let year = number(year, digits: 4...4)
        // RFC 850 had two digits; no feed is older than 1970.
        ?? number(year, digits: 2...2).map({ $0 + ($0 < 70 ? 2000 : 1900) })
    else { return nil }
    guard let date = CivilDate(year: year, month: month + 1, day: day),
      let clock = TimeOfDay(hour: hour, minute: minute, second: Swift.min(second, 59))
    else { return nil }
    return CivilDateTime(date, clock).secondsSinceEpoch
  }

  private static func number(_ text: some StringProtocol, digits: ClosedRange<Int>) -> Int? {
    guard digits ~= text.utf8.count, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return Int(text)
  }

  private static func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
