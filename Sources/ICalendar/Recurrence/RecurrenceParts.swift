internal import CivilTime

extension RecurrenceRule {
  /// How often a rule applies (`FREQ`).
  enum Frequency: String, CaseIterable {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  /// A weekday, all of them in a period or the n-th alone (an element of `BYDAY`).
  struct OrdinalWeekday: Hashable {
    /// The n-th of the period, from its end where negative; `nil` for each.
    var ordinal: Int?
    var weekday: Weekday

    /// The form that `BYDAY` has, such as `2SU`.
    var text: String { (ordinal.map(String.init) ?? "") + weekday.code }
  }

  /// What a rule says: the parts of RFC 5545, section 3.3.10, without those for times of the day.
  struct Parts {
    var frequency: Frequency
    var interval = 1
    var count: Int?
    var until: EventTime?
    var weekdays: [OrdinalWeekday] = []
    var monthDays: [Int] = []
    var yearDays: [Int] = []
    var weekNumbers: [Int] = []
    var months: [Int] = []
    var positions: [Int] = []
    var weekStart = Weekday.monday

    /// The rule in the form of RFC 5545.
    ///
    /// - Parameters:
    ///   - until: The value of `UNTIL`, whatever the rule's own is.
    ///   - weekdays: The value of `BYDAY`; the rule's own where it is `nil`.
    /// - Returns: The text.
    func written(until: EventTime?, weekdays: [OrdinalWeekday]? = nil) -> String {
      var text = "FREQ=\(frequency.rawValue)"
      func add(_ name: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        text += ";\(name)=\(values.joined(separator: ","))"
      }
      if interval != 1 { add("INTERVAL", [String(interval)]) }
      if let count { add("COUNT", [String(count)]) }
      if let until { add("UNTIL", [until.basicFormat]) }
      add("BYDAY", (weekdays ?? self.weekdays).map(\.text))
      add("BYMONTHDAY", monthDays.map(String.init))
      add("BYYEARDAY", yearDays.map(String.init))
      add("BYMONTH", months.map(String.init))
      add("BYSETPOS", positions.map(String.init))
      if weekStart != .monday { add("WKST", [weekStart.code]) }
      return text
    }
  }
}

extension Weekday {
  /// The two letters by which RFC 5545 calls the day.
  var code: String {
    switch self {
    case .monday: "MO"
    case .tuesday: "TU"
    case .wednesday: "WE"
    case .thursday: "TH"
    case .friday: "FR"
    case .saturday: "SA"
    case .sunday: "SU"
    }
  }

  /// Creates the day from its two letters, in capitals.
  init?(code: some StringProtocol) {
    guard let day = Weekday.allCases.first(where: { $0.code == code }) else { return nil }
    self = day
  }
}
