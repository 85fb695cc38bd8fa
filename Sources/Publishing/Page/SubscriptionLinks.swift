/// The addresses by which calendar programs subscribe to a feed.
///
/// The page's script makes the same ones where the public address is not known; a test holds them
/// together.
struct SubscriptionLinks: Sendable, Hashable {
  /// The address of the feed, to be copied.
  let address: String
  /// What opens a calendar program on a phone or a computer.
  let webcal: String
  /// Google Calendar: `webcal` is what its form takes; with `https` it was seen to add nothing.
  let google: String
  /// Outlook.com.
  let outlook: String
  /// Microsoft 365, at work.
  let microsoft365: String

  /// Makes the addresses of a feed.
  ///
  /// - Parameters:
  ///   - address: The address of the feed, with `http` or `https`.
  ///   - name: What the calendar is to be called.
  init(to address: String, named name: String) {
    self.address = address
    webcal = "webcal" + address.drop { $0 != ":" }
    google = "https://calendar.google.com/calendar/r?cid=\(Self.encoded(webcal))"
    let query = "addfromweb?url=\(Self.encoded(address))&name=\(Self.encoded(name))"
    outlook = "https://outlook.live.com/calendar/0/\(query)"
    microsoft365 = "https://outlook.office.com/calendar/0/\(query)"
  }

  /// A text as a value in a query: as `encodeURIComponent` of ECMAScript writes it.
  private static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where "-_.!~*'()".utf8.contains(byte):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return encoded
  }
}
