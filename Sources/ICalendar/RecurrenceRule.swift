/// A rule by which an event recurs (`RRULE`, RFC 5545, section 3.3.10).
public struct RecurrenceRule: Sendable, Hashable {
  /// The rule as it was written, such as `FREQ=MONTHLY;BYDAY=2SU`.
  public let text: String
}
