/// A walk over the content lines of a file, which goes on behind what is broken.
struct LintWalk {
  /// What was found.
  private(set) var inspection: Inspection

  private let limits: ParsingLimits
  private var open: [LintComponent] = []
  private var calendar = LintCalendar()
  private var hasBegun = false
  private var hasEnded = false
  private var isOver = false
  private var hasReportedNoCalendar = false
  private var components = 0
  private var properties = 0

  /// Prepares a walk.
  ///
  /// - Parameters:
  ///   - inspection: What was found before.
  ///   - limits: How much is looked at.
  init(_ inspection: Inspection, _ limits: ParsingLimits) {
    self.inspection = inspection
    self.limits = limits
  }

  /// Walks to the end of the file.
  mutating func run() {
    let bytes = inspection.bytes
    let isWhole = String(validating: bytes, as: UTF8.self) != nil
    var lines = ContentLines(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    while !isOver {
      guard let number = lines.next() else { break }
      let place = LinePlace(line: number, start: lines.extent.lowerBound)
      guard lines.longest <= ParsingLimits.bytesOfOneLine else {
        stop(at: place, "the line has more than \(ParsingLimits.bytesOfOneLine) bytes")
        break
      }
      if !isWhole { checkEncoding(lines.content, place) }
      if lines.content.allSatisfy(\.isBlank) {
        inspection.report(.blankLine, at: place, "the line is empty", advice: "take it out")
      } else {
        read(lines.content, place)
      }
    }
    end()
  }

  private mutating func checkEncoding(_ content: [UInt8], _ place: LinePlace) {
    guard String(validating: content, as: UTF8.self) == nil else { return }
    let repaired = String(decoding: content, as: UTF8.self)
    // What is repaired is the same as the line up to the first byte that is wrong.
    let same = zip(content, repaired.utf8).prefix { $0 == $1 }.count
    inspection.report(
      .encoding,
      at: place,
      on: same..<same + 1,
      "the text is not UTF-8",
      advice: "save the file as UTF-8"
    )
  }

  private mutating func read(_ content: [UInt8], _ place: LinePlace) {
    let line: ContentLine
    do {
      line = try ContentLine(content)
    } catch {
      return reportFault(error, of: content, place)
    }
    let property = LintProperty(line: line, place: place)
    switch line.name {
    case "BEGIN": begin(line.value.uppercased(), property)
    case "END": end(line.value.uppercased(), property)
    default: add(property)
    }
  }

  private mutating func reportFault(
    _ fault: ContentLine.Fault,
    of content: [UInt8],
    _ place: LinePlace
  ) {
    guard hasBegun else { return reportNoCalendar(at: place) }
    inspection.report(fault, at: place)
    guard !open.isEmpty else { return }
    let name = String(decoding: content.prefix(while: \.isNameCharacter), as: UTF8.self)
    open[open.endIndex - 1].brokenNames.insert(name.uppercased())
  }

  private mutating func add(_ property: LintProperty) {
    guard !open.isEmpty else {
      if hasEnded { reportTail(property.place) } else { reportNoCalendar(at: property.place) }
      return
    }
    properties += 1
    guard properties <= limits.properties else {
      return stop(at: property.place, "the file has more than \(limits.properties) properties")
    }
    guard open[open.endIndex - 1].properties.count < ParsingLimits.propertiesOfOneComponent else {
      return stop(
        at: property.place,
        "one component has more than \(ParsingLimits.propertiesOfOneComponent) properties"
      )
    }
    open[open.endIndex - 1].properties.append(property)
  }

  private mutating func begin(_ name: String, _ property: LintProperty) {
    let place = property.place
    if open.isEmpty {
      guard name == "VCALENDAR" else {
        return hasEnded ? reportTail(place) : reportNoCalendar(at: place)
      }
      if hasEnded {
        inspection.report(
          .secondCalendar,
          at: place,
          "a second VCALENDAR begins: many programs read the first alone, or refuse the file",
          advice: "keep each in a file of its own"
        )
      }
      (hasBegun, hasEnded, calendar) = (true, false, LintCalendar())
    }
    guard open.count < limits.depth else {
      return stop(at: place, "\(name) lies deeper than \(limits.depth) components")
    }
    components += 1
    guard components <= limits.components else {
      return stop(at: place, "the file has more than \(limits.components) components")
    }
    let definition = ComponentDefinition.all[name]
    if let parent = open.last {
      let isMisplaced = inspection.checkPlace(of: name, definition, in: parent, property)
      if isMisplaced { closeUnclosed(before: definition) }
      open[open.endIndex - 1].children.append(name)
    }
    open.append(LintComponent(name: name, definition: definition, place: place))
  }

  /// Ends the components in which one cannot stand whose own parent is open: their END is missing.
  private mutating func closeUnclosed(before definition: ComponentDefinition?) {
    guard let definition,
      let parent = open.lastIndex(where: { definition.parents.contains($0.name) })
    else { return }
    while open.count > parent + 1 { close() }
  }

  private mutating func end(_ name: String, _ property: LintProperty) {
    guard let position = open.lastIndex(where: { $0.name == name }) else {
      inspection.report(
        .nesting,
        property,
        open.last.map { "END:\(name) stands where END:\($0.name) is expected" }
          ?? "END:\(name) closes nothing"
      )
      return
    }
    while open.count > position + 1 {
      guard let unclosed = open.last else { break }
      inspection.report(
        .nesting,
        property,
        "END:\(name) stands before the END:\(unclosed.name) that belongs to line "
          + "\(unclosed.place.line)",
        advice: "write END:\(unclosed.name) before it"
      )
      close()
    }
    close()
  }

  private mutating func close() {
    guard let component = open.popLast() else { return }
    inspection.check(component, in: &calendar)
    hasEnded = open.isEmpty
  }

  /// What there is to say once all lines are read.
  private mutating func end() {
    guard !isOver else { return }
    if !hasBegun { reportNoCalendar(at: LinePlace(line: 1, start: 0)) }
    if let unclosed = open.last {
      inspection.report(
        .truncated,
        at: unclosed.place,
        "BEGIN:\(unclosed.name) has no END: the file is cut off",
        advice: "get the whole file"
      )
      while !open.isEmpty { close() }
    }
  }

  private mutating func reportNoCalendar(at place: LinePlace) {
    guard !hasReportedNoCalendar else { return }
    hasReportedNoCalendar = true
    inspection.report(
      .noCalendar,
      at: place,
      "the file does not begin with BEGIN:VCALENDAR, so it is no calendar",
      advice: "see that it is a file that ends in .ics, and not a page or an error message"
    )
  }

  private mutating func reportTail(_ place: LinePlace) {
    inspection.report(
      .contentAfterEnd,
      at: place,
      "the line stands behind END:VCALENDAR",
      advice: "take it out, or move it into the calendar"
    )
  }

  private mutating func stop(at place: LinePlace, _ message: String) {
    inspection.report(.limit, at: place, "\(message): nothing behind is looked at")
    isOver = true
  }
}
