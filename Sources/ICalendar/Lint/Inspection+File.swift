extension Inspection {
  /// The octets of a feed that Google Calendar reads.
  private static let feedBytes = 1_000_000

  /// Checks how large the file is.
  ///
  /// - Parameter limits: The most that is looked at.
  /// - Returns: Whether the file may be looked at.
  mutating func checkSize(_ limits: ParsingLimits) -> Bool {
    let size = bytes.count
    let start = LinePlace(line: 1, start: 0)
    guard size <= limits.bytes else {
      report(
        .limit,
        at: start,
        "the file has \(size) bytes, and at most \(limits.bytes) are looked at",
        advice: "split it"
      )
      return false
    }
    if size > Self.feedBytes {
      report(
        .feedSize,
        at: start,
        "the file has \(size) bytes, and Google Calendar reads feeds up to about \(Self.feedBytes)",
        advice: "split it into several feeds"
      )
    }
    return true
  }

  /// Checks the lines as they stand in the file: their ends, their lengths and their characters.
  mutating func checkPhysicalLines() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if bytes.starts(with: mark) {
      report(
        .byteOrderMark,
        at: LinePlace(line: 1, start: 0),
        "the file begins with a byte order mark, which readers take for part of BEGIN",
        advice: "save it as UTF-8 without a byte order mark (BOM)"
      )
    }
    var bare = BareLineFeeds()
    var start = 0
    var line = 1
    while start < bytes.count {
      let end = endOfLine(from: start, line)
      guard end < bytes.count else {
        reportUnended(line, start)
        break
      }
      let hasReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
      if !hasReturn { bare.count(line, start, end) }
      checkLength(line, start..<(hasReturn ? end - 1 : end))
      checkFold(line, start, before: end + 1)
      start = end + 1
      line += 1
    }
    bare.report(to: &self)
  }

  /// Finds the line feed behind a line, and reports control characters before it.
  private mutating func endOfLine(from start: Int, _ line: Int) -> Int {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") { break }
      if byte < 0x20 || byte == 0x7F { reportControl(line, start, position) }
      position += 1
    }
    return position
  }

  private mutating func reportControl(_ line: Int, _ start: Int, _ position: Int) {
    let byte = bytes[position]
    let place = LinePlace(line: line, start: start)
    let part = position - start..<position - start + 1
    switch byte {
    case UInt8(ascii: "\t"): break
    case UInt8(ascii: "\r"):
      guard position + 1 == bytes.count || bytes[position + 1] != UInt8(ascii: "\n") else { return }
      report(
        .carriageReturn,
        at: place,
        physical: part,
        "a carriage return stands without the line feed that belongs to it",
        advice: "end lines in CRLF; a line break in a text is written \\n"
      )
    default:
      report(
        .controlCharacter,
        at: place,
        physical: part,
        "the line has the control character \(byte)",
        advice: "take it out; a line break in a text is written \\n"
      )
    }
  }

  private mutating func reportUnended(_ line: Int, _ start: Int) {
    report(
      .finalLineEnd,
      at: LinePlace(line: line, start: start),
      physical: bytes.count - start..<bytes.count - start,
      "the last line has no end, as if the file were cut off",
      advice: "end it in CRLF"
    )
    checkLength(line, start..<bytes.count)
  }

  private mutating func checkLength(_ line: Int, _ range: Range<Int>) {
    guard range.count > Folding.width else { return }
    report(
      .lineLength,
      at: LinePlace(line: line, start: range.lowerBound),
      physical: Folding.width..<range.count,
      "the line has \(range.count) octets, and lines should have at most \(Folding.width)",
      advice: "fold it: CRLF and a space, between characters"
    )
  }

  private mutating func checkFold(_ line: Int, _ start: Int, before next: Int) {
    guard next + 1 < bytes.count, bytes[next].isBlank, bytes[next + 1] & 0xC0 == 0x80 else {
      return
    }
    report(
      .foldInCharacter,
      at: LinePlace(line: line + 1, start: next),
      physical: 1..<1,
      "the line is folded within a character, so that neither part is UTF-8",
      advice: "fold between characters"
    )
  }
}

/// The lines that end in a line feed alone: one finding for all of them.
private struct BareLineFeeds {
  private var lines = 0
  private var first: (place: LinePlace, length: Int)?

  mutating func count(_ line: Int, _ start: Int, _ end: Int) {
    lines += 1
    if first == nil { first = (LinePlace(line: line, start: start), end - start) }
  }

  func report(to inspection: inout Inspection) {
    guard let first else { return }
    let others =
      switch lines {
      case 1: ""
      case 2: ", as does another"
      default: ", as do \(lines - 1) others"
      }
    inspection.report(
      .lineEnd,
      at: first.place,
      physical: first.length..<first.length,
      "the line ends in LF alone" + others,
      advice: "end lines in CRLF"
    )
  }
}
