import CivilTime
import FuzzEntries

extension RuleDefinition {
  /// Makes a rule of those that this library supports, with parts in any order.
  init(using generator: inout some RandomNumberGenerator, near start: CivilDate) {
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
    func some(_ range: ClosedRange<Int>, _ most: Int, negative: Bool = false) -> [Int] {
      let count = Int.random(in: 1...most, using: &generator)
      let values = Set((0..<count).map { _ in Int.random(in: range, using: &generator) })
      return values.sorted().shuffled(using: &generator).map { negative ? -$0 : $0 }
    }
    self.init(
      frequency: ["DAILY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY", "YEARLY"]
        .randomElement(using: &generator) ?? "DAILY"
    )
    if chance(40) { interval = [2, 3, 4, 5, 7, 11].randomElement(using: &generator) ?? 2 }
    if chance(25) {
      count = Int.random(in: 1...40, using: &generator)
    } else if chance(25) {
      until = start + Int.random(in: 0...1_200, using: &generator)
    }
    if chance(40) { months = some(1...12, 4) }
    let monthly = frequency == "MONTHLY" || frequency == "YEARLY" && !months.isEmpty
    if monthly || frequency == "DAILY", chance(40) {
      monthDays = some(1...31, 8, negative: frequency != "DAILY" && chance(30))
    }
    if frequency == "YEARLY", months.isEmpty, chance(30) {
      yearDays = some(1...366, 4, negative: chance(40))
    }
    if chance(50) {
      let picked = Weekday.allCases.shuffled(using: &generator)
        .prefix(Int.random(in: 1...4, using: &generator))
      let counted = monthly && chance(50) || frequency == "YEARLY" && chance(50)
      let largest = monthly ? 5 : 53
      let sign = chance(30) ? -1 : 1
      for weekday in picked {
        guard counted else {
          weekdays.append((0, weekday))
          continue
        }
        for ordinal in some(1...largest, 2) { weekdays.append((sign * ordinal, weekday)) }
      }
    }
    let picksAmong = !(monthDays.isEmpty && yearDays.isEmpty && weekdays.isEmpty)
    if picksAmong, frequency == "MONTHLY" || frequency == "YEARLY", chance(25) {
      positions = some(1...5, 2, negative: chance(30))
    }
    if chance(20) {
      weekStart = Weekday.allCases.randomElement(using: &generator) ?? .monday
    }
  }

  var text: String {
    var parts: [String] = []
    func add(_ name: String, _ values: [Int]) {
      if !values.isEmpty {
        parts.append("\(name)=\(values.map(String.init).joined(separator: ","))")
      }
    }
    if interval != 1 { add("INTERVAL", [interval]) }
    if let count { add("COUNT", [count]) }
    if let until { parts.append("UNTIL=\(until.description.filter { $0 != "-" })") }
    add("BYMONTH", months)
    add("BYMONTHDAY", monthDays)
    add("BYYEARDAY", yearDays)
    add("BYSETPOS", positions)
    if !weekdays.isEmpty {
      let days = weekdays.map {
        ($0.ordinal == 0 ? "" : String($0.ordinal)) + Self.codes[$0.weekday.rawValue - 1]
      }
      parts.append("BYDAY=\(days.joined(separator: ","))")
    }
    if weekStart != .monday { parts.append("WKST=\(Self.codes[weekStart.rawValue - 1])") }
    // The order of the parts means nothing, so that any order must do.
    if (count ?? interval).isMultiple(of: 2) { parts.reverse() }
    return (["FREQ=\(frequency)"] + parts).joined(separator: ";")
  }
}
