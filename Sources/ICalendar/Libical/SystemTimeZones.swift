internal import CLibical

/// The time zones that the system knows, as libical reads them.
///
/// libical's own table of zones is filled by whoever asks first, without a lock, and grows with each
/// name that is not in its list. So it is left alone: a zone is read from the system's files each
/// time, into a component that belongs to nobody else.
enum SystemTimeZones {
  /// Whether the system has zones at all.
  ///
  /// The first reading sets what libical remembers without a lock, the folder of the zones and the
  /// prefix of their names; it is done once, before any other.
  private static let isAvailable: Bool = {
    guard let pointer = unsafe icaltzutil_fetch_timezone("UTC") else { return false }
    _ = unsafe Component(owning: pointer)
    return true
  }()

  /// The definition of a zone, with every change that the system knows.
  ///
  /// - Parameter name: The IANA name, such as `Europe/Berlin`.
  /// - Returns: `nil` where the system has no such zone.
  static func definition(of name: String) -> TimeZoneDefinition? {
    guard isAvailable, isName(name), let pointer = unsafe icaltzutil_fetch_timezone(name) else {
      return nil
    }
    let component = unsafe Component(owning: pointer)
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:libical\r\n\(component.text)END:VCALENDAR"
    let calendar = try? Calendar(parsing: Array(text.utf8))
    guard var definition = calendar?.timeZones.first else { return nil }
    definition.id = name
    return definition
  }

  /// Whether a text can name a zone: names become paths, and a file names any zone it likes.
  private static func isName(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "+"):
            true
          default: false
          }
        }
    }
  }
}
