public import CivilTime

extension Calendar {
  /// The instances of all events that touch some days.
  ///
  /// Rules, further dates and exceptions are expanded; an event with a `RECURRENCE-ID` takes the
  /// place of the instance that it names, wherever it moved to. The start of a recurring event is
  /// its first instance, whether its rule gives it or not (RFC 5545, section 3.8.5.3). Cancelled
  /// events are among the instances: see ``Instance/isCancelled``.
  ///
  /// - Parameters:
  ///   - days: The days.
  ///   - zone: The IANA name of the zone that the days are meant in, such as `Asia/Ho_Chi_Minh`.
  ///     Times without a zone are read in it.
  ///   - limits: How much may be asked for.
  /// - Returns: The instances by start, then in the order of the events; whole days come first.
  /// - Throws: ``ICalendarError`` where a zone is unknown, or a limit is passed.
  /// - Complexity: O(n log n) for n instances from the start of the events on.
  public func instances(
    over days: ClosedRange<CivilDate>,
    in zone: String,
    limits: ExpansionLimits = .default
  ) throws(ICalendarError) -> [Instance] {
    let years = days.upperBound.year - days.lowerBound.year + 1
    guard years <= limits.years else {
      throw ICalendarError(
        .limit,
        "\(years) years are asked for, and at most \(limits.years) are given at once"
      )
    }
    var expansion = try InstanceExpansion(of: self, over: days, in: zone, limits: limits)
    return try expansion.run()
  }
}
