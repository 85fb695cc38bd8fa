package import CivilTime

/// A moment in UTC, to the second, as it is written in releases: `2024-03-06T00:00:00Z`.
package struct Timestamp: Sendable, Hashable {
  /// The date and time on a clock that shows UTC.
  package let utc: CivilDateTime

  /// Creates the moment at which a clock that shows UTC shows a date and time.
  package init(utc: CivilDateTime) {
    self.utc = utc
  }

  /// Creates a moment from the seconds since 1970-01-01T00:00:00Z, without leap seconds.
  package init(secondsSinceEpoch: Int) {
    utc = CivilDateTime(secondsSinceEpoch: secondsSinceEpoch)
  }
}

extension Timestamp {
  /// The moment a second later.
  package var next: Timestamp { Timestamp(secondsSinceEpoch: utc.secondsSinceEpoch + 1) }
}

extension Timestamp: Comparable {
  /// Whether the first moment is earlier than the second.
  package static func < (earlier: Timestamp, later: Timestamp) -> Bool {
    earlier.utc < later.utc
  }
}

extension Timestamp: LosslessStringConvertible {
  /// Creates a moment from its ISO 8601 form in UTC.
  ///
  /// The result is `nil` where the text has another form or there is no such moment.
  ///
  /// - Parameter description: Exactly `YYYY-MM-DDTHH:MM:SSZ` or `YYYY-MM-DDTHH:MMZ`.
  package init?(_ description: String) {
    guard description.hasSuffix("Z") else { return nil }
    let parts = description.dropLast().split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CivilDate(String(parts[0])),
      let time = TimeOfDay(String(parts[1]))
    else { return nil }
    utc = CivilDateTime(date, time)
  }

  /// The ISO 8601 form, always with seconds.
  package var description: String {
    let time = utc.time.second == 0 ? "\(utc.time):00" : "\(utc.time)"
    return "\(utc.date)T\(time)Z"
  }
}

extension Timestamp: Codable {
  /// Decodes a moment from its ISO 8601 form.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let timestamp = Timestamp(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "expected a moment such as 2024-03-06T00:00:00Z, found \"\(text)\""
      )
    }
    self = timestamp
  }

  /// Encodes the moment in its ISO 8601 form.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
