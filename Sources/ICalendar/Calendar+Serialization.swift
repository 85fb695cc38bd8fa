extension Calendar {
  /// The calendar as text, such that every client reads it.
  ///
  /// The same value always gives the same bytes: properties come in a fixed order, those of
  /// RFC 7986 followed by the older ones that say the same, then zones and events in theirs. Lines
  /// end in CRLF and have at most 75 octets; they are folded between characters as people see them.
  /// Text is put into the canonical composition NFC. Reading the text gives an equal value, with one
  /// exception: a rule comes back in the normal form, which is equal to it but spelled otherwise.
  ///
  /// - Returns: The text, without a byte order mark.
  /// - Throws: ``ICalendarError`` with everything that cannot be written so that all clients would
  ///   read it: control characters; text that begins or ends in a space, or is empty; in
  ///   categories and in the name and description of a calendar, a comma, a semicolon or a
  ///   backslash; a zone that is not defined; an identity that is missing or comes twice; an event
  ///   that ends before it begins.
  /// - Complexity: O(n) for n bytes of text.
  public func serialized() throws(ICalendarError) -> String {
    var writer = CalendarWriter()
    let text = writer.text(of: self)
    guard writer.problems.isEmpty else { throw ICalendarError(writer.problems) }
    guard let text else { throw ICalendarError(.limit, "there is no memory for the calendar") }
    return text
  }
}
