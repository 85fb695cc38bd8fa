/// The look at the text of a calendar before libical sees it.
///
/// - Complexity: O(n) for n bytes, in one pass.
struct SourceScan {
  private let bytes: [UInt8]
  private let limits: ParsingLimits
  private var source = SourceText()
  private var open: [(name: String, position: Int, properties: Int)] = []
  private var properties = 0
  private var hasEnded = false

  /// Looks at a text.
  ///
  /// - Parameters:
  ///   - bytes: The text of a calendar.
  ///   - limits: How large it may be.
  /// - Returns: What there is to know of it.
  static func scan(_ bytes: [UInt8], limits: ParsingLimits) -> SourceText {
    var scan = SourceScan(bytes, limits)
    scan.run()
    return scan.source
  }

  private init(_ bytes: [UInt8], _ limits: ParsingLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  private mutating func run() {
    guard bytes.count <= limits.bytes else {
      return stop(
        ICalendarError.Problem(
          rule: .limit,
          message: "the file has \(bytes.count) bytes, and at most \(limits.bytes) are read",
          advice: "split it"
        )
      )
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return stop(
        ICalendarError.Problem(
          line: 1,
          rule: .encoding,
          message: "the text is UTF-16, and UTF-8 is read",
          advice: "save the file as UTF-8"
        )
      )
    }
    // UTF-8 is checked at once where it is whole. Old producers fold in the middle of a character:
    // then it is whole only once the lines are unfolded, and each line is checked alone.
    let isWhole = bytes.isUTF8
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var lines = ContentLines(bytes, from: bytes.starts(with: mark) ? mark.count : 0)
    while !source.isUnreadable, let line = lines.next() {
      guard lines.longest <= ParsingLimits.bytesOfOneLine else {
        return stop(
          ICalendarError.Problem(
            line: line,
            rule: .limit,
            message: "the line has more than \(ParsingLimits.bytesOfOneLine) bytes",
            advice: "fold it, as lines of more than 75 bytes should be"
          )
        )
      }
      if let control = lines.content.first(where: \.isControl) {
        reportControl(control, at: line)
      }
      if !isWhole, String(validating: lines.content, as: UTF8.self) == nil {
        report(
          .encoding,
          at: line,
          "the text is not UTF-8",
          advice: "save the file as UTF-8"
        )
      }
      guard lines.content.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") })
      else { continue }
      read(lines.content, at: line, lines.extent)
    }
    guard !source.isUnreadable else { return }
    if let unclosed = open.last {
      let line = source.components[unclosed.position].line
      report(
        .nesting,
        at: line,
        "BEGIN:\(unclosed.name) has no END: the file is cut off",
        advice: "get the whole file"
      )
      source.isUnreadable = true
    } else if source.components.isEmpty {
      stop(Self.noCalendar(nil))
    }
  }

  private mutating func read(_ content: [UInt8], at line: Int, _ extent: Range<Int>) {
    guard let contentLine = try? ContentLine(content) else {
      if source.components.isEmpty { return stop(Self.noCalendar(line)) }
      report(
        .contentLine,
        at: line,
        "the line is not a name, a colon and a value",
        advice: "a line that continues the one before it begins with a space"
      )
      // libical would see components here, and those of the text be counted wrongly.
      if content.hasBoundName { source.isUnreadable = true }
      return
    }
    switch contentLine.name {
    case "BEGIN": begin(contentLine.value.uppercased(), at: line, extent)
    case "END": end(contentLine.value.uppercased(), at: line, before: extent.upperBound)
    default:
      guard let position = open.last?.position else {
        if !hasEnded { return stop(Self.noCalendar(line)) }
        report(.nesting, at: line, "\(contentLine.name) stands after END:VCALENDAR")
        return
      }
      properties += 1
      open[open.endIndex - 1].properties += 1
      if properties > limits.properties {
        return stop(tooMany("properties", limits.properties, at: line))
      }
      if open[open.endIndex - 1].properties > ParsingLimits.propertiesOfOneComponent {
        return stop(
          ICalendarError.Problem(
            line: line,
            rule: .limit,
            message: "one component has more than \(ParsingLimits.propertiesOfOneComponent) "
              + "properties"
          )
        )
      }
      let component = source.components[position].name
      if let problem = contentLine.problem(in: component) {
        report(problem.rule, at: line, problem.message, advice: problem.advice)
        if contentLine.name == "REQUEST-STATUS" { source.isUnreadable = true }
      }
      // Some programs write an empty rule where an event does not recur.
      if contentLine.name == "RRULE", component != .other, !contentLine.value.isEmpty {
        readRule(contentLine.value, of: position, at: line)
      }
    }
  }

  private mutating func begin(_ name: String, at line: Int, _ extent: Range<Int>) {
    let isOutermost = open.isEmpty
    if isOutermost, name != "VCALENDAR" { return stop(Self.noCalendar(line)) }
    if isOutermost, hasEnded {
      return stop(
        ICalendarError.Problem(
          line: line,
          rule: .calendarObject,
          message: "a second VCALENDAR begins, whose zones and names may contradict the first",
          advice: "keep each in a file of its own"
        )
      )
    }
    guard open.count < limits.depth else {
      return stop(
        ICalendarError.Problem(
          line: line,
          rule: .limit,
          message: "\(name) lies deeper than \(limits.depth) components"
        )
      )
    }
    guard source.components.count < limits.components else {
      return stop(tooMany("components", limits.components, at: line))
    }
    let parent = open.last.map { source.components[$0.position].name }
    let component = ComponentName(name, in: parent)
    // libical takes all that begins so for a time zone, and puts it in front of the others.
    if name.hasPrefix("VTIMEZONE"), component != .timeZone {
      return stop(
        ICalendarError.Problem(
          line: line,
          rule: name == "VTIMEZONE" ? .nesting : .unsupported,
          message: "\(name) is no component, or does not stand in VCALENDAR itself"
        )
      )
    }
    let position = source.components.count
    if open.count == 1 { source.children.append(position) }
    open.append((name, position, 0))
    source.components.append(
      SourceText.Component(
        name: component,
        line: line,
        offset: extent.upperBound,
        extent: extent
      )
    )
  }

  private mutating func end(_ name: String, at line: Int, before next: Int) {
    guard let last = open.popLast() else {
      return stop(
        ICalendarError.Problem(
          line: line,
          rule: .nesting,
          message: "END:\(name) closes nothing"
        )
      )
    }
    guard last.name == name else {
      return stop(
        ICalendarError.Problem(
          line: line,
          rule: .nesting,
          message: "END:\(name) closes BEGIN:\(last.name) of line "
            + "\(source.components[last.position].line)",
          advice: "write END:\(last.name) before it"
        )
      )
    }
    let begin = source.components[last.position].extent.lowerBound
    source.components[last.position].extent = begin..<next
    hasEnded = open.isEmpty
  }

  private mutating func readRule(_ text: String, of position: Int, at line: Int) {
    do throws(ICalendarError) {
      source.rules[position, default: []].append(try RecurrenceRule(parsing: text))
    } catch {
      for problem in error.problems {
        report(problem.rule, at: line, problem.message, advice: problem.advice)
      }
    }
  }

  private mutating func reportControl(_ control: UInt8, at line: Int) {
    if control == UInt8(ascii: "\r") {
      report(
        .lineEnds,
        at: line,
        "a carriage return stands without the line feed that belongs to it",
        advice: "end lines in CRLF, or in LF alone"
      )
    } else {
      report(
        .controlCharacters,
        at: line,
        "the line has the control character \(control)",
        advice: "take it out; a line break in a text is written \\n"
      )
    }
    // libical would take a zero for the end of the file.
    if control == 0 { source.isUnreadable = true }
  }

  private mutating func report(
    _ rule: ICalendarError.Rule,
    at line: Int,
    _ message: String,
    advice: String? = nil
  ) {
    guard source.problems.count < ICalendarError.mostProblems else {
      return stop(
        ICalendarError.Problem(
          line: line,
          rule: .limit,
          message: "there are more than \(ICalendarError.mostProblems) problems"
        )
      )
    }
    source.problems.append(
      ICalendarError.Problem(line: line, rule: rule, message: message, advice: advice)
    )
  }

  private mutating func stop(_ problem: ICalendarError.Problem) {
    guard !source.isUnreadable else { return }
    source.problems.append(problem)
    source.isUnreadable = true
  }

  private func tooMany(_ what: String, _ limit: Int, at line: Int) -> ICalendarError.Problem {
    ICalendarError.Problem(
      line: line,
      rule: .limit,
      message: "the file has more than \(limit) \(what)",
      advice: "split it"
    )
  }

  private static func noCalendar(_ line: Int?) -> ICalendarError.Problem {
    ICalendarError.Problem(
      line: line,
      rule: .calendarObject,
      message: "the text does not begin with BEGIN:VCALENDAR, so it is no calendar",
      advice: "see that it is a file that ends in .ics, and not a page or an error message"
    )
  }
}

extension [UInt8] {
  /// Whether libical takes the line for the beginning or the end of a component.
  fileprivate var hasBoundName: Bool {
    let name = prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
    return ["BEGIN", "END"].contains(String(decoding: name, as: UTF8.self).uppercased())
  }
}

extension UInt8 {
  /// Whether the byte is a control character that no line may have; a tab may stand.
  fileprivate var isControl: Bool {
    self < 0x20 && self != UInt8(ascii: "\t") || self == 0x7F
  }
}

extension [UInt8] {
  /// Whether the bytes are UTF-8.
  ///
  /// The standard library only says so of a text that it makes: here of some lines at a time, which
  /// take little memory.
  fileprivate var isUTF8: Bool {
    var start = startIndex
    while start < endIndex {
      let some = self[start..<Swift.min(start + (1 << 16), endIndex)]
      // What follows a line feed begins no character in the middle.
      let end = some.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? endIndex
      guard String(validating: self[start..<end], as: UTF8.self) != nil else { return false }
      start = end
    }
    return true
  }
}
