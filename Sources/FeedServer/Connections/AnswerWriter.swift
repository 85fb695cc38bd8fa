internal import NIOCore
internal import SystemCalls

/// Puts heads together; the date is made once a second.
struct AnswerWriter {
  private var second = -1
  private var date = ByteBuffer()

  /// The head of an answer, as it is sent.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - isLast: Whether the connection is closed behind it.
  ///   - isOld: Whether the client speaks HTTP/1.0, where connections close unless it is said.
  ///   - now: Nanoseconds since 1970 in UTC.
  ///   - allocator: Where the bytes come from.
  /// - Returns: The head with the empty line behind it.
  mutating func head(
    of answer: Answer,
    isLast: Bool,
    isOld: Bool,
    at now: Int,
    allocator: ByteBufferAllocator
  ) -> ByteBuffer {
    if now / 1_000_000_000 != second {
      second = now / 1_000_000_000
      date = ByteBuffer(string: "Date: \(HTTPDate.text(second))\r\n")
    }
    var head = allocator.buffer(capacity: answer.head.readableBytes + 128)
    head.writeImmutableBuffer(answer.head)
    if let field = answer.lastModified { head.writeImmutableBuffer(field) }
    head.writeImmutableBuffer(date)
    if isLast {
      head.writeStaticString("Connection: close\r\n\r\n")
    } else if isOld {
      head.writeStaticString("Connection: keep-alive\r\n\r\n")
    } else {
      head.writeStaticString("\r\n")
    }
    return head
  }
}
