/// What is wrong with a calendar, a rule or a value: one problem or more, all that were found.
///
/// One mistake does not hide the others: a file with three bad events is answered with three
/// problems, in the order of its lines.
public struct ICalendarError: Error, Sendable, Equatable {
  /// What was broken, and how to mend it.
  public struct Problem: Sendable, Hashable {
    /// The line of the file, from 1, where the problem has one.
    public var line: Int?
    /// The rule that was broken.
    public var rule: Rule
    /// What was found, and what was expected.
    public var message: String
    /// What to write instead, where there is something to say.
    public var advice: String?

    /// Creates a problem.
    ///
    /// Values of files stand in messages: what a terminal would obey in them is replaced, and what
    /// nobody would read is cut off.
    public init(line: Int? = nil, rule: Rule, message: String, advice: String? = nil) {
      self.line = line
      self.rule = rule
      self.message = message.shownSafely
      self.advice = advice?.shownSafely
    }
  }

  /// The problems, at least one, in the order of the lines as far as they are known.
  public let problems: [Problem]

  /// How many problems of a file are told; a file with more is no calendar that a person mends.
  static let mostProblems = 1_000

  /// Creates an error of several problems.
  ///
  /// - Parameter problems: The problems, in order.
  /// - Precondition: There is at least one.
  init(_ problems: [Problem]) {
    precondition(!problems.isEmpty, "an error has at least one problem")
    self.problems = problems
  }

  /// Creates an error of one problem.
  init(_ rule: Rule, _ message: String, advice: String? = nil) {
    problems = [Problem(rule: rule, message: message, advice: advice)]
  }
}

extension ICalendarError {
  /// The rules that a calendar can break.
  public enum Rule: String, Sendable, CaseIterable {
    /// Text is UTF-8.
    case encoding
    /// There are no control characters.
    case controlCharacters = "control-characters"
    /// Lines end in CRLF, or in LF alone.
    case lineEnds = "line-ends"
    /// A line is a name, parameters, a colon and a value.
    case contentLine = "content-line"
    /// Every BEGIN has its END.
    case nesting
    /// A file holds one iCalendar object of version 2.0.
    case calendarObject = "calendar-object"
    /// The properties that must be there are there.
    case requiredProperty = "required-property"
    /// The properties that may be there once are there once.
    case repeatedProperty = "repeated-property"
    /// A value has the form that its property asks for.
    case value
    /// A date is a day of the calendar, a time is one of a clock.
    case dateTime = "date-time"
    /// A duration can be read and is no longer than a life.
    case duration
    /// A recurrence rule follows the grammar.
    case recurrenceRule = "recurrence-rule"
    /// A recurrence rule is one that all programs read in the same way.
    case unsupportedRecurrence = "unsupported-recurrence"
    /// A time zone is defined, in the file or by the system.
    case timeZone = "time-zone"
    /// An event ends after it began, in the same form of time.
    case eventTimes = "event-times"
    /// An event has an identity that no other has.
    case identity
    /// Text can be written so that every program reads it back.
    case text
    /// The file uses nothing that would be read wrongly.
    case unsupported
    /// The file, or what it asks for, is not too large.
    case limit

    /// Where the rule is written.
    public var reference: String {
      switch self {
      case .encoding: "RFC 5545, section 3.1.4"
      case .controlCharacters, .lineEnds, .contentLine: "RFC 5545, section 3.1"
      case .nesting: "RFC 5545, section 3.6"
      case .calendarObject: "RFC 5545, section 3.4"
      case .requiredProperty, .repeatedProperty, .eventTimes: "RFC 5545, section 3.6.1"
      case .value: "RFC 5545, section 3.3"
      case .dateTime: "RFC 5545, sections 3.3.4 and 3.3.5"
      case .duration: "RFC 5545, section 3.3.6"
      case .recurrenceRule, .unsupportedRecurrence: "RFC 5545, section 3.3.10"
      case .timeZone: "RFC 5545, section 3.2.19"
      case .identity: "RFC 5545, section 3.8.4.7"
      case .text: "RFC 5545, section 3.3.11"
      case .unsupported: "a limit of this reader"
      case .limit: "a limit of this reader"
      }
    }
  }
}

extension ICalendarError.Problem: CustomStringConvertible {
  /// The problem for people: line, what is wrong, the rule, and the advice.
  public var description: String {
    let place = line.map { "line \($0): " } ?? ""
    let remedy = advice.map { "; \($0)" } ?? ""
    return "\(place)\(message) (\(rule.reference))\(remedy)"
  }
}

extension ICalendarError: CustomStringConvertible {
  /// The problems for people, one on each line.
  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
