/// A rule that the linter knows.
///
/// The raw value is its name for programs, and does not change.
public enum LintRule: String, Sendable, CaseIterable {
  // The file
  /// Text is UTF-8.
  case encoding
  /// The file begins with BEGIN, not with a byte order mark.
  case byteOrderMark = "byte-order-mark"
  /// There are no control characters but tabs.
  case controlCharacter = "control-character"
  /// A carriage return stands before a line feed only.
  case carriageReturn = "carriage-return"
  /// Lines end in CRLF.
  case lineEnd = "line-end"
  /// The last line ends too.
  case finalLineEnd = "final-line-end"
  /// There are no empty lines.
  case blankLine = "blank-line"
  /// Lines have at most 75 octets.
  case lineLength = "line-length"
  /// Lines are folded between characters.
  case foldInCharacter = "fold-in-character"
  /// The file is no larger than what is looked at.
  case limit
  /// A feed is no larger than what Google Calendar takes.
  case feedSize = "feed-size"

  // Lines and components
  /// A line is a name, parameters, a colon and a value.
  case contentLine = "content-line"
  /// A quotation mark stands around the value of a parameter only.
  case parameterQuotes = "parameter-quotes"
  /// Values are plain, or BASE64.
  case valueEncoding = "value-encoding"
  /// The file is an iCalendar object.
  case noCalendar = "no-calendar"
  /// The file holds one calendar.
  ///
  /// RFC 5545, section 3.4, allows several; but icalendar and ics refuse such a file, vobject reads the
  /// first alone, and libical makes another component of it.
  case secondCalendar = "second-calendar"
  /// Nothing stands behind the end of the calendar.
  case contentAfterEnd = "content-after-end"
  /// The file is whole.
  case truncated
  /// Every BEGIN has its END.
  case nesting
  /// A component stands where it may.
  case misplacedComponent = "misplaced-component"
  /// A calendar holds something other than time zones.
  ///
  /// Evolution keeps the events that it had from an earlier version of the file for ever.
  case emptyCalendar = "empty-calendar"

  // Properties
  /// The properties that must be there are there.
  case missingProperty = "missing-property"
  /// The properties that may be there once are there once.
  case repeatedProperty = "repeated-property"
  /// A calendar has no identity.
  ///
  /// RFC 7986 allows one; vdirsyncer takes it for the identity of every event.
  case calendarUID = "calendar-uid"
  /// What has a METHOD has an organizer.
  ///
  /// RFC 5546 asks for it; clients were seen to refuse a subscription that has none.
  case method

  // Values
  /// A property that needs a value has one.
  case emptyValue = "empty-value"
  /// No space stands around a value that is no text.
  case surroundingSpace = "surrounding-space"
  /// A value is of a type that its property takes, and that VALUE names.
  case valueType = "value-type"
  /// A date is a day of the calendar, a time is one of a clock.
  case dateTime = "date-time"
  /// A stamp is a time in UTC.
  case utc
  /// A duration can be read.
  case duration
  /// A number is one, and in its range.
  case number
  /// An offset from UTC can be read.
  case utcOffset = "utc-offset"
  /// An address is a URI.
  case uri
  /// A position is two numbers.
  case geo
  /// A value is one of those that its property knows.
  case keyword
  /// The version is 2.0.
  case version
  /// Commas and semicolons in text are escaped.
  ///
  /// vobject ends the text at a comma that is not.
  case unescapedText = "unescaped-text"
  /// A backslash in text begins an escape that there is.
  case textEscape = "text-escape"
  /// Text is in the composed form NFC.
  ///
  /// libical folds between a letter and its marks, and searches in clients do not find such text.
  case notComposed = "not-composed"

  // Events
  /// An event ends after it begins.
  case endBeforeStart = "end-before-start"
  /// An event that takes no time has no end.
  ///
  /// Nearly all programs read it, as one day or as no time at all.
  case zeroLength = "zero-length"
  /// An event ends in the same form of time as it begins.
  case endType = "end-type"
  /// An event has an end or a duration, not both.
  case endAndDuration = "end-and-duration"
  /// The duration of an event fits its start.
  case eventDuration = "event-duration"
  /// An identity comes once.
  case repeatedUID = "repeated-uid"
  /// A changed instance names the instance in the form of the start.
  case recurrenceIDType = "recurrence-id-type"
  /// Dates that are added or left out have the form of the start.
  case dateListType = "date-list-type"
  /// A recurrence rule follows the grammar.
  case recurrenceRule = "recurrence-rule"
  /// UNTIL has the form that the start asks for.
  case until
  /// The start is a day of the rule.
  ///
  /// Where it is none, RFC 5545 leaves the days undefined. What is certain is found: a month, a day of the
  /// month or a weekday that the rule does not have.
  case startOutsideRule = "start-outside-rule"
  /// The repetitions of an alarm have a number and a pause.
  case alarmRepeat = "alarm-repeat"

  // Time zones
  /// Every zone that is named is defined.
  case undefinedTimeZone = "undefined-time-zone"
  /// A zone is defined once.
  case repeatedTimeZone = "repeated-time-zone"
  /// A zone says what its offset is.
  case emptyTimeZone = "empty-time-zone"
  /// A zone is named for local times only.
  case timeZoneParameter = "time-zone-parameter"
  /// The onset of an observance is a local time.
  case onset
}
