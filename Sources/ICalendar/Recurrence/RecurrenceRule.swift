internal import CivilTime

/// A rule by which an event recurs (`RRULE`, RFC 5545, section 3.3.10).
///
/// ```swift
/// let rule = try RecurrenceRule(parsing: "FREQ=MONTHLY;BYDAY=2SU")
/// try rule.dates(from: newYear, through: newYearsEve)  // the second Sunday of each month
/// ```
///
/// A rule can only be made from text, and only from text that is a rule: days, weeks, months or
/// years, without those combinations that programs are known to read in different ways. Two rules
/// are equal where they say the same in the normal form, in which parts have a fixed order and
/// defaults are left out.
public struct RecurrenceRule: Sendable {
  /// The rule as it was written, such as `FREQ=MONTHLY;BYDAY=2SU`.
  public let text: String

  /// The rule in libical's normal form, which is what is published.
  let normalText: String

  /// What the rule says.
  let parts: Parts

  /// Reads a rule.
  ///
  /// - Parameter text: The value of an `RRULE`, such as `FREQ=WEEKLY;BYDAY=SU`.
  /// - Throws: ``ICalendarError`` with everything that is wrong: what does not follow the grammar
  ///   (`.recurrenceRule`), and what is not read in the same way everywhere
  ///   (`.unsupportedRecurrence`), with what to write instead where there is an equivalent.
  public init(parsing text: String) throws(ICalendarError) {
    let parts = try Parts(parsing: text)
    let objections = parts.objections
    guard objections.isEmpty else { throw ICalendarError(objections) }
    guard let normalText = RecurrenceIterator.normalForm(of: parts.written(until: parts.until))
    else {
      throw ICalendarError(.recurrenceRule, "libical does not accept the rule \"\(text)\"")
    }
    self.text = text
    self.parts = parts
    self.normalText = normalText
  }
}

extension RecurrenceRule: Hashable {
  /// Whether both rules have the same normal form.
  public static func == (first: RecurrenceRule, second: RecurrenceRule) -> Bool {
    first.normalText == second.normalText
  }

  /// Feeds the normal form to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(normalText)
  }
}
