/// What the log says of a request.
struct RequestLogLine {
  /// When it was answered: ``TimeStamp``.
  var stamp: String
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
    return "\(stamp) \(client) \(method) \(status) \(bytes) "
      + "\(milliseconds).\(thousandths < 10 ? "00" : thousandths < 100 ? "0" : "")\(thousandths) "
      + "\"\(path)\" \"\(userAgent)\""
  }
}
