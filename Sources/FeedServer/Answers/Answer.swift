package import NIOCore

/// An answer, as it is sent: with nothing left to make but the date and the end of its head.
package struct Answer: Sendable {
  /// The status, such as 200.
  package let status: Int
  /// The status line and the fields, each with its line break.
  package let head: ByteBuffer
  /// One more such field: `Last-Modified`.
  package var lastModified: ByteBuffer?
  /// The bytes; none where the status has none.
  package let body: ByteBuffer

  /// Makes an answer of which everything is known.
  ///
  /// - Parameters:
  ///   - status: The status, one of those of ``reason(of:)``.
  ///   - fields: Fields but for those of every answer.
  ///   - type: What the bytes are; `nil` where there can be none, and no word of them.
  ///   - isPage: Whether they are a page of HTML.
  ///   - body: The bytes.
  init(
    _ status: Int,
    fields: [(name: String, value: String)] = [],
    type: String?,
    isPage: Bool = false,
    body: ByteBuffer = ByteBuffer()
  ) {
    self.status = status
    self.body = body
    var text = "HTTP/1.1 \(status) \(Self.reason(of: status))\r\n"
    if let type { text += "Content-Type: \(type)\r\nContent-Length: \(body.readableBytes)\r\n" }
    for field in fields + SecurityFields.fields(isPage: isPage) {
      text += "\(field.name): \(field.value)\r\n"
    }
    head = ByteBuffer(string: text)
  }

  private static func reason(of status: Int) -> String {
    switch status {
    case 200: "OK"
    case 301: "Moved Permanently"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 408: "Request Timeout"
    case 412: "Precondition Failed"
    case 414: "URI Too Long"
    case 431: "Request Header Fields Too Large"
    case 503: "Service Unavailable"
    default: ""
    }
  }
}
