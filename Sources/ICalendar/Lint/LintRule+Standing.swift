extension LintRule {
  /// How grave it is not to keep the rule.
  public var severity: LintFinding.Severity {
    switch self {
    case .lineEnd, .finalLineEnd, .blankLine, .lineLength, .feedSize,
      .calendarUID, .method, .notComposed, .zeroLength, .startOutsideRule:
      .warning
    default: .error
    }
  }

  /// Where the rule is written.
  ///
  /// A finding at a property or component names the section of that instead, where there is one.
  public var reference: String {
    switch self {
    case .feedSize: "a limit of Google Calendar"
    case .limit: "a limit of this linter"
    case .method: "RFC 5546, section 3.2.1"
    case .calendarUID: "RFC 7986, section 5.3"
    case .notComposed: "RFC 5198, section 3"
    default: "RFC 5545, section \(section)"
    }
  }

  /// The section of RFC 5545.
  private var section: String {
    switch self {
    case .encoding: "3.1.4"
    case .controlCharacter, .carriageReturn, .lineEnd, .finalLineEnd, .blankLine,
      .lineLength, .foldInCharacter, .contentLine:
      "3.1"
    case .byteOrderMark, .noCalendar, .secondCalendar, .contentAfterEnd, .truncated: "3.4"
    case .parameterQuotes: "3.2"
    case .valueEncoding: "3.2.7"
    case .valueType: "3.2.20"
    case .timeZoneParameter, .undefinedTimeZone: "3.2.19"
    case .dateTime: "3.3.5"
    case .duration: "3.3.6"
    case .number: "3.3.8"
    case .recurrenceRule, .until: "3.3.10"
    case .unescapedText, .textEscape: "3.3.11"
    case .uri: "3.3.13"
    case .utcOffset: "3.3.14"
    case .nesting, .misplacedComponent, .emptyCalendar: "3.6"
    case .missingProperty, .repeatedProperty: "3.6.1"
    case .emptyTimeZone, .repeatedTimeZone, .onset: "3.6.5"
    case .alarmRepeat: "3.6.6"
    case .version: "3.7.4"
    case .geo: "3.8.1.6"
    case .keyword: "3.8.1.11"
    case .endBeforeStart, .zeroLength, .endType: "3.8.2.2"
    case .endAndDuration: "3.6.1"
    case .eventDuration: "3.8.2.5"
    case .recurrenceIDType: "3.8.4.4"
    case .repeatedUID: "3.8.4.7"
    case .dateListType: "3.8.5.1"
    case .startOutsideRule: "3.8.5.3"
    case .utc: "3.8.7.2"
    case .emptyValue, .surroundingSpace: "3.3"
    case .feedSize, .limit, .method, .calendarUID, .notComposed: ""
    }
  }
}
