/// The components that are read; all others are passed over, as RFC 5545, section 3.6, asks.
///
/// They are told apart by their whole names. libical looks at the beginning of a name only, and
/// takes VEVENTS for an event.
enum ComponentName: String {
  case calendar = "VCALENDAR"
  case event = "VEVENT"
  case alarm = "VALARM"
  case timeZone = "VTIMEZONE"
  case standard = "STANDARD"
  case daylight = "DAYLIGHT"
  case other = ""

  /// The component of a name within a parent.
  ///
  /// - Parameters:
  ///   - name: The name in capitals.
  ///   - parent: What the component lies in; `nil` for the outermost.
  init(_ name: String, in parent: ComponentName?) {
    let component = ComponentName(rawValue: name) ?? .other
    switch (component, parent) {
    case (.calendar, nil), (.event, .calendar), (.timeZone, .calendar), (.alarm, .event),
      (.standard, .timeZone), (.daylight, .timeZone):
      self = component
    default:
      self = .other
    }
  }
}
