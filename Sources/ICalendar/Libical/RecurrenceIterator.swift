internal import CLibical
internal import CivilTime

/// The days of a rule, as libical counts them: the owner of an `icalrecur_iterator`.
///
/// libical's first search for a day is bounded by the year 20,000 and every later one by the
/// rule's `UNTIL`, so every call ends.
@safe struct RecurrenceIterator: ~Copyable {
  /// The years in which libical 3.0.16 has the leap years of the Gregorian calendar.
  static let years = 1753...2582

  /// The last day of those years, 2582-12-31.
  static let lastDay = CivilDate(dayNumber: 223_893)

  private let pointer: OpaquePointer

  /// Begins to expand a rule.
  ///
  /// The result is `nil` where libical finds no day in its years.
  ///
  /// - Parameters:
  ///   - rule: A rule that ``RecurrenceRule/init(parsing:)`` has accepted.
  ///   - start: The day that intervals are counted from.
  init?(rule: String, start: CivilDate) {
    let parsed = unsafe icalrecurrencetype_from_string(rule)
    guard unsafe parsed.freq != ICAL_NO_RECURRENCE,
      let pointer = unsafe icalrecur_iterator_new(parsed, icaltimetype(day: start))
    else { return nil }
    unsafe self.pointer = pointer
  }

  deinit {
    unsafe icalrecur_iterator_free(pointer)
  }

  /// The next day of the rule, `nil` at its end.
  mutating func next() -> CivilDate? {
    let time = unsafe icalrecur_iterator_next(pointer)
    return unsafe CivilDate(year: Int(time.year), month: Int(time.month), day: Int(time.day))
  }

  /// The rule as libical writes it, with its parts in a fixed order and defaults left out.
  ///
  /// - Parameter rule: The rule in the form of RFC 5545, without `RSCALE`.
  /// - Returns: `nil` where libical does not accept the rule.
  static func normalForm(of rule: String) -> String? {
    var parsed = unsafe icalrecurrencetype_from_string(rule)
    guard let text = unsafe icalrecurrencetype_as_string_r(&parsed) else { return nil }
    defer { unsafe icalmemory_free_buffer(text) }
    return unsafe String(cString: text)
  }
}

extension icaltimetype {
  /// A whole day.
  init(day: CivilDate) {
    let (year, month, day) = day.components
    // icaltime_null_date() has hours below zero, from which libical never gets to a day.
    unsafe self = icaltime_null_time()
    unsafe self.year = Int32(year)
    unsafe self.month = Int32(month)
    unsafe self.day = Int32(day)
    unsafe is_date = 1
  }
}
