internal import CivilTime

/// What the log says of a request.
struct RequestLogLine {
  /// When it was answered, in nanoseconds since 1970 in UTC.
  var time: Int
  /// Who asked.
  var client: String
  /// What was to be done.
  var method: String
  /// The path, already fit for the log.
  var path: String
  /// The status of the answer.
  var status: Int
  /// The bytes of the answer's body.
  var bytes: Int
  /// From the end of the head to the answer, in microseconds.
  var microseconds: Int
  /// The program that asked, already fit for the log.
  var userAgent: String

  /// The line, without its end: fields with spaces between them, of which the last two are quoted.
  var text: String {
    let milliseconds = microseconds / 1000
    let thousandths = microseconds % 1000
    return "\(Self.stamp(time)) \(client) \(method) \(status) \(bytes) "
      + "\(milliseconds).\(thousandths < 10 ? "00" : thousandths < 100 ? "0" : "")\(thousandths) "
      + "\"\(path)\" \"\(userAgent)\""
  }

  /// A moment to the millisecond: `2024-03-06T08:09:10.123Z`.
  static func stamp(_ nanoseconds: Int) -> String {
    let milliseconds = nanoseconds / 1_000_000
    let moment = CivilDateTime(secondsSinceEpoch: milliseconds / 1000)
    let rest = milliseconds % 1000
    let second = moment.time.second == 0 ? "\(moment.time):00" : "\(moment.time)"
    return "\(moment.date)T\(second).\(rest < 10 ? "00" : rest < 100 ? "0" : "")\(rest)Z"
  }
}
