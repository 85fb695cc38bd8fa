extension Calendar {
  /// Reads a calendar.
  ///
  /// Lines may end in CRLF or in LF alone, and a byte order mark may stand in front. Components and
  /// properties that are not kept, such as to-dos and attendees, are passed over, as are alarms
  /// other than those shown some time before the start. A file holds one `VCALENDAR`: several in one
  /// file may contradict each other, and are refused.
  ///
  /// - Parameters:
  ///   - bytes: The text, in UTF-8.
  ///   - limits: How large it may be.
  /// - Throws: ``ICalendarError`` with everything that is wrong with the file, by line.
  /// - Complexity: O(n) for n bytes.
  public init(
    parsing bytes: [UInt8],
    limits: ParsingLimits = .default
  ) throws(ICalendarError) {
    let source = SourceScan.scan(bytes, limits: limits)
    guard !source.isUnreadable else { throw ICalendarError(source.problems) }
    var reader = CalendarReader(source, bytes)
    guard let calendar = reader.read() else {
      throw ICalendarError(.calendarObject, "libical finds no calendar in the text")
    }
    let problems = source.problems + reader.problems(beside: source.problems)
    guard problems.isEmpty else {
      throw ICalendarError(problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }
    self = calendar
  }
}
