/// What an `If-Match` or `If-None-Match` names (RFC 9110, 13.1).
enum EntityTagList: Equatable {
  /// Whatever there is: `*`.
  case any
  /// Tags with their quotes, and whether each is weak.
  case tags([(isWeak: Bool, tag: Substring)])

  /// Reads a list.
  ///
  /// The result is `nil` where it is malformed.
  ///
  /// - Parameter text: The values of all fields of the name, with commas between them.
  init?(_ text: String) {
    var rest = text[...].utf8
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    if text.utf8.allSatisfy({ isSpace($0) || $0 == UInt8(ascii: "*") }),
      text.utf8.count(where: { $0 == UInt8(ascii: "*") }) == 1
    {
      self = .any
      return
    }
    var tags: [(isWeak: Bool, tag: Substring)] = []
    while true {
      rest = rest.drop { isSpace($0) || $0 == UInt8(ascii: ",") }
      guard !rest.isEmpty else { break }
      let isWeak = rest.starts(with: "W/".utf8)
      if isWeak { rest = rest.dropFirst(2) }
      guard rest.first == UInt8(ascii: "\""),
        let end = rest.dropFirst().firstIndex(of: UInt8(ascii: "\"")),
        rest[..<end].dropFirst().allSatisfy({ $0 > 0x20 && $0 != 0x7F })
      else { return nil }
      tags.append((isWeak, Substring(rest[...end])))
      rest = rest[end...].dropFirst().drop(while: isSpace)
      guard rest.isEmpty || rest.first == UInt8(ascii: ",") else { return nil }
    }
    if tags.isEmpty { return nil }
    self = .tags(tags)
  }

  /// Whether the list names a tag, where both must be strong.
  func containsStrongly(_ tag: String) -> Bool {
    switch self {
    case .any: true
    case .tags(let tags): tags.contains { !$0.isWeak && $0.tag == tag }
    }
  }

  /// Whether the list names a tag, weak or strong.
  func containsWeakly(_ tag: String) -> Bool {
    switch self {
    case .any: true
    case .tags(let tags): tags.contains { $0.tag == tag }
    }
  }

  /// Whether two lists name the same, in the same order.
  static func == (one: EntityTagList, other: EntityTagList) -> Bool {
    switch (one, other) {
    case (.any, .any): true
    case (.tags(let some), .tags(let others)): some.elementsEqual(others, by: ==)
    default: false
    }
  }
}
