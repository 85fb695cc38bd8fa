public import CivilTime

extension TimeZoneDefinition {
  /// The definition of a zone for some days, as short as it can be.
  ///
  /// It begins with the last change before the days, so that it says what holds on the first of
  /// them, and gives each change up to the last. For `Asia/Ho_Chi_Minh` today that is one observance,
  /// from 13 June 1975 on.
  ///
  /// - Parameters:
  ///   - zone: The IANA name.
  ///   - days: The days.
  /// - Returns: The definition, under the name itself: clients know it, and no prefix.
  /// - Throws: ``ICalendarError`` where the system does not know the zone.
  public static func standard(
    for zone: String,
    covering days: ClosedRange<CivilDate>
  ) throws(ICalendarError) -> TimeZoneDefinition {
    guard let changes = SystemTimeZones.changes(of: zone, through: days.upperBound) else {
      throw ICalendarError(
        .timeZone,
        "the system does not know the time zone \"\(zone)\"",
        advice: "write an IANA name, such as Asia/Ho_Chi_Minh, and see that tzdata is installed"
      )
    }
    // Clocks differ from UTC by less than a day.
    let start = (days.lowerBound.dayNumber - 1) * 86_400
    let end = (days.upperBound.dayNumber + 2) * 86_400
    let first = changes.lastIndex { $0.moment <= start } ?? changes.startIndex
    let last = changes.lastIndex { $0.moment < end } ?? first
    return TimeZoneDefinition(id: zone, changes: Array(changes[first...Swift.max(first, last)]))
  }
}
