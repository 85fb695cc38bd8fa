internal import CivilTime

/// The forms in which people write dates, of which ISO 8601 is read and others are suggested from.
enum DateText {
  /// Whether a text has the form of a date, also where there is no such day.
  static func isISOForm(_ text: String) -> Bool {
    fields(of: text, separators: "-").map { $0.map(\.count) == [4, 2, 2] } ?? false
  }

  /// What a text that is no date was probably meant to be, as a sentence.
  static func suggestion(for text: String) -> String? {
    guard let fields = fields(of: text, separators: "-/. "), fields.count == 3 else { return nil }
    let numbers = fields.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    // Vietnamese dates are written day, month, year.
    let isYearFirst = fields[0].count == 4
    let year = isYearFirst ? numbers[0] : numbers[2]
    let day = isYearFirst ? numbers[2] : numbers[0]
    guard let month = Month(year: year, month: numbers[1]) else { return nil }
    guard let date = CivilDate(year: year, month: month.month, day: day) else {
      return "the month ends on \(month.last)"
    }
    return "did you mean `\(date)`?"
  }

  /// Parts of ASCII digits, with at least two of them; `nil` where there is something else.
  static func fields(of text: String, separators: String) -> [Substring]? {
    let fields = text.split(omittingEmptySubsequences: false) { separators.contains($0) }
    let areNumbers = fields.allSatisfy { field in
      1...4 ~= field.count && field.allSatisfy { $0.isASCII && $0.isNumber }
    }
    return fields.count >= 2 && areNumbers ? fields : nil
  }
}
