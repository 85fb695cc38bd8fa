internal import CivilTime

/// A file of the system's time zones, in the format TZif (RFC 9636).
struct TZifFile {
  /// What holds before the first change.
  private let first: ZonePeriod
  /// The changes that the file lists, by moment.
  private let listed: [(moment: Int, period: ZonePeriod)]
  /// The rule for the time after them.
  private let rule: POSIXTimeZone?

  /// Reads a file.
  ///
  /// The result is `nil` where the bytes are no file of version 2 or later, or where the file counts
  /// leap seconds, which no calendar does.
  ///
  /// - Parameter bytes: The content of the file.
  init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes[...])
    // The first part is for readers of 32-bit times.
    guard let old = reader.header(), old.version >= UInt8(ascii: "2"),
      reader.skip(old.length(ofTimes: 4)), let counts = reader.header(), counts.leaps == 0,
      let moments = reader.numbers(counts.times, of: 8),
      let indices = reader.numbers(counts.times, of: 1),
      let types = reader.take(counts.types * 6), let names = reader.take(counts.characters),
      reader.skip(counts.standards + counts.universals)
    else { return nil }
    var periods: [ZonePeriod] = []
    for type in 0..<counts.types {
      var fields = Reader(types.dropFirst(type * 6).prefix(6))
      guard let offset = fields.numbers(1, of: 4)?.first, let isDaylight = fields.take(1)?.first,
        let name = fields.take(1)?.first, Int(name) < names.count
      else { return nil }
      let letters = names.dropFirst(Int(name)).prefix { $0 != 0 }
      periods.append(
        ZonePeriod(
          offset: offset,
          isDaylight: isDaylight != 0,
          name: String(decoding: letters, as: UTF8.self)
        )
      )
    }
    guard let first = periods.first, indices.allSatisfy({ periods.indices.contains($0 & 0xFF) })
    else { return nil }
    self.first = first
    listed = zip(moments, indices).map { ($0, periods[$1 & 0xFF]) }
    let footer = reader.rest.dropFirst().prefix { $0 != UInt8(ascii: "\n") }
    rule = POSIXTimeZone(String(decoding: footer, as: UTF8.self))
  }

  /// The changes of the zone in order, those that the file lists and those of its rule.
  ///
  /// - Parameter last: The last day for which the changes are given.
  /// - Returns: At least one change, so that the zone says what holds.
  func changes(through last: CivilDate) -> [ZoneChange] {
    var changes: [ZoneChange] = []
    var current = first
    func add(_ moment: Int, _ period: ZonePeriod) {
      guard period != current else { return }
      changes.append(ZoneChange(moment: moment, offsetFrom: current.offset, period: period))
      current = period
    }
    for change in listed { add(change.moment, change.period) }
    let lastListed = listed.last?.moment ?? Int.min
    if let rule {
      let start = listed.last.map { CivilDateTime(secondsSinceEpoch: $0.moment).date.year } ?? 1970
      for year in start...Swift.max(start, last.year) {
        for change in rule.changes(in: year) where change.moment > lastListed {
          add(change.moment, change.period)
        }
      }
    }
    if changes.isEmpty {
      let epoch = 0
      changes.append(ZoneChange(moment: epoch, offsetFrom: first.offset, period: first))
    }
    return changes
  }

  /// Takes numbers and bytes off the front of a file.
  private struct Reader {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
      rest = bytes
    }

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
      guard count <= rest.count else { return nil }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }

    mutating func skip(_ count: Int) -> Bool {
      take(count) != nil
    }

    /// Takes numbers of some bytes each, the highest first, with a sign.
    mutating func numbers(_ count: Int, of width: Int) -> [Int]? {
      guard let bytes = take(count * width) else { return nil }
      return (0..<count).map { index in
        let field = bytes.dropFirst(index * width).prefix(width)
        let magnitude = field.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let shift = 64 - 8 * width
        return Int(Int64(bitPattern: magnitude << shift) >> shift)
      }
    }

    mutating func header() -> Header? {
      guard take(4)?.elementsEqual("TZif".utf8) == true, let version = take(1)?.first, skip(15),
        let counts = numbers(6, of: 4), counts.allSatisfy({ $0 >= 0 })
      else { return nil }
      return Header(
        version: version,
        universals: counts[0],
        standards: counts[1],
        leaps: counts[2],
        times: counts[3],
        types: counts[4],
        characters: counts[5]
      )
    }
  }

  private struct Header {
    var version: UInt8
    var universals: Int
    var standards: Int
    var leaps: Int
    var times: Int
    var types: Int
    var characters: Int

    /// The bytes of what follows the header.
    func length(ofTimes width: Int) -> Int {
      times * (width + 1) + types * 6 + characters + leaps * (width + 4) + standards + universals
    }
  }
}
