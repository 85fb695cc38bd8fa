internal import NIOHTTP1

/// What a client asks for, as far as it matters here.
struct Request: Sendable {
  /// What is to be done.
  enum Method: Sendable {
    case get
    case head
    /// Anything else, none of which is done.
    case other
  }

  /// What is to be done.
  let method: Method
  /// The method's name as it came.
  let methodName: String
  /// The target of the request line.
  let target: String
  /// What is to be so before it is done.
  private(set) var conditions = Preconditions()
  /// The program that asks, in its own words.
  private(set) var userAgent = ""
  /// The value of the last `X-Forwarded-For`.
  private(set) var forwardedFor: String?
  /// Whether bytes follow that would be read by nobody.
  private(set) var hasBody = false
  /// Whether the client would speak another protocol from here.
  private(set) var wantsUpgrade = false
  /// Whether the request names its host as RFC 9112, 3.2 wants it.
  let hasValidHost: Bool

  /// Whether what comes behind it can be taken for another request.
  var canBeFollowed: Bool { !hasBody && !wantsUpgrade && hasValidHost }

  /// Reads a head.
  init(_ head: HTTPRequestHead) {
    switch head.method {
    case .GET: (method, methodName) = (.get, "GET")
    case .HEAD: (method, methodName) = (.head, "HEAD")
    default: (method, methodName) = (.other, head.method.rawValue)
    }
    target = head.uri
    var hosts = 0
    for (name, value) in head.headers {
      switch name.utf8.count {
      case 4 where Self.isSame(name, "host"): hosts += 1
      case 7 where Self.isSame(name, "upgrade"): wantsUpgrade = true
      case 8 where Self.isSame(name, "if-match"): Self.join(value, to: &conditions.ifMatch)
      case 10 where Self.isSame(name, "user-agent"): userAgent = value
      case 13 where Self.isSame(name, "if-none-match"):
        Self.join(value, to: &conditions.ifNoneMatch)
      case 14 where Self.isSame(name, "content-length"): hasBody = hasBody || value != "0"
      case 15 where Self.isSame(name, "x-forwarded-for"): forwardedFor = value
      case 17 where Self.isSame(name, "if-modified-since"): conditions.ifModifiedSince = value
      case 17 where Self.isSame(name, "transfer-encoding"): hasBody = true
      case 19 where Self.isSame(name, "if-unmodified-since"): conditions.ifUnmodifiedSince = value
      default: break
      }
    }
    if head.method == .CONNECT { wantsUpgrade = true }
    hasValidHost = hosts == 1 || hosts == 0 && head.version == .http1_0
  }

  private static func join(_ value: String, to values: inout String?) {
    values = values.map { "\($0), \(value)" } ?? value
  }

  /// Whether a name of a field is one that is given in small letters.
  private static func isSame(_ name: String, _ lowercase: StaticString) -> Bool {
    var index = 0
    for byte in name.utf8 {
      let small = 0x41...0x5A ~= byte ? byte | 0x20 : byte
      guard unsafe small == lowercase.utf8Start[index] else { return false }
      index += 1
    }
    return true
  }
}
