internal import NIOCore

extension Answer {
  /// An answer in words, which nobody is to keep.
  private init(
    _ status: Int,
    _ words: String,
    fields: [(name: String, value: String)] = [("Cache-Control", "no-store")]
  ) {
    self.init(
      status,
      fields: fields,
      type: "text/plain; charset=utf-8",
      body: ByteBuffer(string: words + "\n")
    )
  }

  /// There is nothing at the address, or nothing that may be seen.
  static let notFound = Answer(404, "Không tìm thấy.\nNot found.")
  /// It is there, but not now.
  static let unavailable = Answer(
    503,
    "Tạm thời chưa sẵn sàng, xin thử lại sau.\nNot ready yet, please try again later.",
    fields: [("Retry-After", "120"), ("Cache-Control", "no-store")]
  )
  /// Nothing can be written here.
  static let methodNotAllowed = Answer(
    405,
    "Chỉ đọc được.\nFor reading only.",
    fields: [("Allow", "GET, HEAD"), ("Cache-Control", "no-store")]
  )
  /// What came is not HTTP.
  static let badRequest = Answer(400, "Bad request.")
  /// A head took too long to arrive.
  static let headTooSlow = Answer(408, "Request timeout.")
  /// The client wants another file than the one that is there.
  static let preconditionFailed = Answer(412, "Precondition failed.")
  /// A request line is too long.
  static let targetTooLong = Answer(414, "URI too long.")
  /// A head is too large.
  static let headTooLarge = Answer(431, "Request header fields too large.")
  /// All is well.
  static let healthy = Answer(200, "ok")

  /// The site cannot be served.
  ///
  /// - Parameter reason: Why, in a word.
  /// - Returns: The answer to whoever watches over the server.
  static func unhealthy(_ reason: String) -> Answer {
    Answer(503, reason, fields: [("Retry-After", "120"), ("Cache-Control", "no-store")])
  }

  /// A folder was named without its slash.
  ///
  /// The address is relative to the site: nothing of what a client calls the server comes back in it.
  ///
  /// - Parameter path: The path of the folder.
  /// - Returns: The answer that leads there.
  static func folder(_ path: SitePath) -> Answer {
    let location = path.names.reduce("/") { $0 + PercentEncoding.encoded($1) + "/" }
    return Answer(301, location, fields: [("Location", location), ("Cache-Control", "no-cache")])
  }
}
