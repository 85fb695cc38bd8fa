/// What the bytes of a file are, by the end of its name.
enum MediaType {
  /// The value of `Content-Type`.
  ///
  /// - Parameter name: The name of a file.
  /// - Returns: The type, with the character set where it is text.
  static func of(_ name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return unknown }
    switch name[name.utf8.index(after: dot)...].lowercased() {
    case "ics": return "text/calendar; charset=utf-8"
    case "html": return "text/html; charset=utf-8"
    case "atom": return "application/atom+xml; charset=utf-8"
    case "json": return "application/json; charset=utf-8"
    case "md": return "text/markdown; charset=utf-8"
    case "csv": return "text/csv; charset=utf-8"
    case "txt": return "text/plain; charset=utf-8"
    default: return unknown
    }
  }

  private static let unknown = "application/octet-stream"
}
