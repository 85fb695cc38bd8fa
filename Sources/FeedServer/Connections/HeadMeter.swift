/// Measures heads of requests as they come in, in whatever pieces.
///
/// Bodies are not known here: a connection on which one is sent answers and reads no more.
struct HeadMeter {
  /// Which limit a head is beyond.
  enum Excess: Error {
    case requestLine
    case head
  }

  private let limits: ConnectionLimits
  private var bytes = 0
  private var lineBytes = 0
  /// The lines that are whole, with the request line.
  private var lines = 0
  /// Whether all of the line so far is a carriage return.
  private var isBlank = true

  /// How many heads were whole.
  private(set) var heads = 0

  /// Whether a head has begun and not ended.
  var isInside: Bool { bytes > 0 }

  /// Measures by limits.
  init(limits: ConnectionLimits) {
    self.limits = limits
  }

  /// Takes a byte.
  ///
  /// - Parameter byte: The next byte of the connection.
  /// - Throws: ``Excess`` where a head is too large already.
  mutating func take(_ byte: UInt8) throws(Excess) {
    bytes += 1
    lineBytes += 1
    if lines == 0 && lineBytes > limits.requestLine { throw .requestLine }
    if bytes > limits.head { throw .head }
    if byte == UInt8(ascii: "\n") {
      // Line breaks before a request line belong to no head (RFC 9112, 2.2), but nor do they never end.
      if isBlank && lines > 0 {
        heads += 1
        (bytes, lines) = (0, 0)
      } else if !isBlank {
        lines += 1
        if lines > limits.fields + 1 { throw .head }
      }
      (lineBytes, isBlank) = (0, true)
    } else if byte != UInt8(ascii: "\r") {
      isBlank = false
    }
  }
}
