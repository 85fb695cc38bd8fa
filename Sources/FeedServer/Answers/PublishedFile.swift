internal import Crypto
internal import NIOCore

/// A file with the answers that are made from it.
struct PublishedFile: Sendable {
  /// Who may see it.
  enum Audience: Sendable {
    case everybody
    /// Whoever has its address.
    case bearer
  }

  /// The strong tag of its bytes, with its quotes.
  let tag: String
  /// The value of `Last-Modified`, in seconds since 1970 in UTC.
  let lastModified: Int
  /// The answer that holds the file, without the time.
  let whole: Answer
  /// The answer to a client that has it, without the time.
  let unchanged: Answer
  private let lastModifiedField: ByteBuffer

  /// Makes the answers for a file.
  ///
  /// - Parameters:
  ///   - name: Its name, which says its type.
  ///   - bytes: What it holds.
  ///   - modified: When it was written, in nanoseconds since 1970 in UTC.
  ///   - audience: Who may see it.
  ///   - earlier: What was at its path before.
  init(
    name: String,
    bytes: [UInt8],
    modified: Int,
    audience: Audience,
    after earlier: PublishedFile? = nil
  ) {
    let digits = SHA256.hash(data: bytes).prefix(16).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    tag = "\"\(digits.joined())\""
    lastModified = Self.lastModified(
      written: modified,
      after: earlier?.lastModified,
      isSame: earlier?.tag == tag
    )
    lastModifiedField = ByteBuffer(string: "Last-Modified: \(HTTPDate.text(lastModified))\r\n")
    let type = MediaType.of(name)
    var fields = [("ETag", tag)]
    switch audience {
    case .everybody: fields.append(("Cache-Control", "no-cache"))
    case .bearer:
      fields += [("Cache-Control", "private, no-cache"), ("X-Robots-Tag", "noindex")]
    }
    if type.hasPrefix("text/calendar") {
      fields.append(("Content-Disposition", "inline; filename=\"\(Self.quotable(name))\""))
    }
    let isPage = type.hasPrefix("text/html")
    // The bytes are those that were sent before, where they are the same: they are not held twice.
    let body = earlier?.tag == tag ? earlier?.whole.body : nil
    whole = Answer(
      200,
      fields: fields,
      type: type,
      isPage: isPage,
      body: body ?? ByteBuffer(bytes: bytes)
    )
    unchanged = Answer(304, fields: fields, type: nil, isPage: isPage)
  }

  /// The answer to a request.
  ///
  /// - Parameters:
  ///   - conditions: What the request wants to be so.
  ///   - now: Seconds since 1970 in UTC.
  /// - Returns: 200 with the file, 304 or 412.
  func answer(to conditions: Preconditions, at now: Int) -> Answer {
    // In the second in which a file is written it can be written again, and the time be the same.
    let isOld = lastModified <= now
    var answer: Answer
    switch conditions.outcome(tag: tag, lastModified: isOld ? lastModified : nil) {
    case .proceed: answer = whole
    case .notModified: answer = unchanged
    case .failed: return .preconditionFailed
    }
    if isOld { answer.lastModified = lastModifiedField }
    return answer
  }

  /// The time of a file, which never goes back, and never stays where its bytes change.
  ///
  /// - Parameters:
  ///   - written: When it was written, in nanoseconds since 1970 in UTC.
  ///   - earlier: The time of what was at the path before, in seconds.
  ///   - isSame: Whether it held the same bytes.
  /// - Returns: The time in seconds, rounded up.
  static func lastModified(written: Int, after earlier: Int?, isSame: Bool) -> Int {
    let second = 1_000_000_000
    let rounded = written / second + (written % second > 0 ? 1 : 0)
    guard let earlier else { return rounded }
    return Swift.max(rounded, isSame ? earlier : earlier + 1)
  }

  /// A name that can stand between quotes in a field.
  private static func quotable(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.map {
          $0.isASCII && $0 != "\"" && $0 != "\\" && $0.value >= 0x20 ? $0 : "_"
        }
      )
    )
  }
}
