internal import CivilTime

/// The date of an observance as a plan file states it.
enum RecurringDate: Equatable {
  /// A day of one year, `YYYY-MM-DD`.
  case once(CivilDate)
  /// A day of each year, `MM-DD`.
  case yearly(month: Int, day: Int)
  /// A day of each year of the Vietnamese lunar calendar, `lunar MM-DD`.
  case lunar(month: Int, day: Int)

  /// Creates a date from its text; `nil` where it has another form or there never is such a day.
  init?(_ text: String) {
    if let date = CivilDate(text) {
      self = .once(date)
      return
    }
    let words = text.split(separator: " ").map(String.init)
    guard let last = words.last, let (month, day) = Self.monthAndDay(last) else { return nil }
    switch words.dropLast() {
    case []:
      // A leap year, as the day has to come in some year only.
      guard CivilDate(year: 2_000, month: month, day: day) != nil else { return nil }
      self = .yearly(month: month, day: day)
    case ["lunar"]:
      guard 1...12 ~= month, 1...30 ~= day else { return nil }
      self = .lunar(month: month, day: day)
    default:
      return nil
    }
  }

  /// The days within a period, in ascending order.
  ///
  /// Years that do not have the day, such as common years for 29 February, are passed over.
  func dates(in period: ClosedRange<CivilDate>) -> [CivilDate] {
    switch self {
    case .once(let date):
      period.contains(date) ? [date] : []
    case .yearly(let month, let day):
      (period.lowerBound.year...period.upperBound.year)
        .compactMap { CivilDate(year: $0, month: month, day: day) }
        .filter(period.contains)
    case .lunar(let month, let day):
      LunarDate.dates(month: month, day: day, in: period)
    }
  }

  /// What a text that is no date was probably meant to be, as a sentence.
  static func suggestion(for text: String) -> String? {
    var words = text.lowercased().split(separator: " ").map(String.init)
    guard let last = words.popLast() else { return nil }
    let isLunar = !words.isEmpty
    if isLunar && words.count == 1 && nearest(to: words[0], among: ["lunar"]) == nil { return nil }
    guard let fields = DateText.fields(of: last, separators: "-/.") else { return nil }
    guard fields.count == 2 else { return isLunar ? nil : DateText.suggestion(for: text) }
    let numbers = fields.compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    // With a hyphen the month comes first as in ISO 8601, else the day as in Vietnamese.
    let isMonthFirst = last.contains("-") && 1...12 ~= numbers[0]
    let (month, day) = isMonthFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
    let form = (isLunar ? "lunar " : "") + twoDigits(month) + "-" + twoDigits(day)
    return RecurringDate(form) == nil || form == text ? nil : "did you mean `\(form)`?"
  }

  private static func monthAndDay(_ text: String) -> (month: Int, day: Int)? {
    guard let fields = DateText.fields(of: text, separators: "-"),
      fields.map(\.count) == [2, 2], let month = Int(fields[0]), let day = Int(fields[1])
    else { return nil }
    return (month, day)
  }

  private static func twoDigits(_ number: Int) -> String {
    (number < 10 ? "0" : "") + String(number)
  }
}
