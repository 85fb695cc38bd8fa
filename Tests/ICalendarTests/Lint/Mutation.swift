import TestSupport

/// A file that something happens to: what people, editors and networks do to files.
struct Mutation {
  /// The file.
  private(set) var bytes: [UInt8]

  /// Begins with a file as it is.
  init(of bytes: [UInt8]) {
    self.bytes = bytes
  }

  private static let words = [
    "", " ", ",", ";", ":", "\\", "\"", "\r\n", "\n", "\r", "\0", "ế", "\u{FEFF}", "0", "9", "Z",
    "T", "-", "+",
    "=", "/", "\r\n ", ";VALUE=DATE", ";VALUE=DATE-TIME", ";VALUE=PERIOD", ";VALUE=TEXT",
    ";TZID=UTC",
    ";TZID=Europe/Berlin", "END:VEVENT\r\n", "BEGIN:VALARM\r\n", "RRULE:FREQ=DAILY\r\n",
    "RRULE:FREQ=WEEKLY;BYDAY=1MO\r\n",
    "DTEND;VALUE=DATE:20240301\r\n", "DURATION:P1D\r\n", "DURATION:P\r\n",
    "EXDATE:20240101T000000Z\r\n", "STATUS:DONE\r\n",
    "SEQUENCE:1\r\n", "TRIGGER:x\r\n", "REFRESH-INTERVAL:x\r\n", "SUMMARY:\r\n",
    "CATEGORIES:a\\,b,c\r\n", "X-A:1\r\n",
    "RDATE;VALUE=PERIOD:20240101T000000Z/PT1H\r\n", "RECURRENCE-ID:20240101T000000Z\r\n",
    "LAST-MODIFIED:\r\n",
  ].map { Array($0.utf8) }

  /// Changes something.
  mutating func change(using generator: inout SeededGenerator) {
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: insertWord(using: &generator)
    case 1: removeSome(using: &generator)
    case 2: changeByte(using: &generator)
    default: changeLines(using: &generator)
    }
  }

  private mutating func insertWord(using generator: inout SeededGenerator) {
    guard let word = Self.words.randomElement(using: &generator) else { return }
    var place = Int.random(in: 0...bytes.count, using: &generator)
    // A line is put between lines.
    if word.last == UInt8(ascii: "\n") {
      place = bytes[place...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    } else if word.first == UInt8(ascii: ";") {
      place = bytes[place...].firstIndex(of: UInt8(ascii: ":")) ?? bytes.count
    }
    bytes.insert(contentsOf: word, at: place)
  }

  private mutating func removeSome(using generator: inout SeededGenerator) {
    guard let place = bytes.indices.randomElement(using: &generator) else { return }
    let end = min(bytes.count, place + Int.random(in: 1...3, using: &generator))
    bytes.removeSubrange(place..<end)
  }

  private mutating func changeByte(using generator: inout SeededGenerator) {
    guard let place = bytes.indices.randomElement(using: &generator) else { return }
    if UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[place] {
      bytes[place] = UInt8.random(in: UInt8(ascii: "0")...UInt8(ascii: "9"), using: &generator)
    } else {
      bytes[place] = UInt8.random(in: 0...255, using: &generator)
    }
  }

  /// Removes, doubles or swaps lines.
  private mutating func changeLines(using generator: inout SeededGenerator) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let first = lines.indices.randomElement(using: &generator),
      let second = lines.indices.randomElement(using: &generator)
    else { return }
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: lines.remove(at: first)
    case 1: lines.insert(lines[first], at: second)
    default: lines.swapAt(first, second)
    }
    bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }
}
