internal import CivilTime

extension RuleDefinition {
  /// Takes a rule apart that the library has accepted, so that no mistake is looked for.
  init?(_ text: String) {
    self.init(frequency: "")
    for field in text.uppercased().split(separator: ";") {
      let pair = field.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { return nil }
      let values = pair[1].split(separator: ",").map { $0.drop { $0 == " " } }
      let numbers = values.compactMap { Int($0) }
      switch pair[0] {
      case "FREQ": frequency = String(pair[1])
      case "INTERVAL": interval = numbers.first ?? 1
      case "COUNT": count = numbers.first
      case "UNTIL":
        let digits = pair[1].prefix(8)
        let (year, rest) = (digits.prefix(4), digits.dropFirst(4))
        until = CivilDate("\(year)-\(rest.prefix(2))-\(rest.suffix(2))")
      case "BYMONTH": months = numbers
      case "BYMONTHDAY": monthDays = numbers
      case "BYYEARDAY": yearDays = numbers
      case "BYSETPOS": positions = numbers
      case "BYDAY":
        weekdays = values.compactMap { value in
          Self.weekday(value.suffix(2)).map { (Int(value.dropLast(2)) ?? 0, $0) }
        }
      case "WKST": weekStart = Self.weekday(pair[1]) ?? .monday
      default: return nil
      }
    }
  }

  private static func weekday(_ code: Substring) -> Weekday? {
    codes.firstIndex(of: String(code)).flatMap { Weekday(rawValue: $0 + 1) }
  }
}
