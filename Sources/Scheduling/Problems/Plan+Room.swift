internal import CivilTime

extension Plan {
  /// The most issues of a series that some days can hold.
  ///
  /// Slots, pins, `min-gap` and the most of each month are kept, and no choice of days has more, but
  /// for pins above the most of their month. The limits of the period, and the fewest of anything, are left aside.
  ///
  /// Each slot is taken that is far enough from the one before it and from all pins, while its month
  /// has room beside its pins: taking the first that can be taken never leaves less room behind it.
  ///
  /// - Complexity: O(n + np) for n slots of the series and p of its pins.
  ///
  /// - Parameters:
  ///   - slots: The slots of the series, by day.
  ///   - series: A series of the plan.
  ///   - days: The days; outside, an issue takes no room.
  /// - Returns: The number of issues; `nil` where pins are too near to each other to say.
  func room(
    on slots: [Slot],
    of series: Series,
    in days: ClosedRange<CivilDate>
  ) -> Int? {
    let pins = PinLimit.days(of: series, in: self).filter(days.contains).sorted()
    guard zip(pins, pins.dropFirst()).allSatisfy({ $1 - $0 >= series.minGap }) else { return nil }
    var countOfMonth: [Month: Int] = [:]
    for pin in pins { countOfMonth[Month(containing: pin), default: 0] += 1 }
    let most = series.perMonth.max ?? .max
    var count = pins.count
    var last: CivilDate?
    for date in slots.map(\.date) where days.contains(date) && !pins.contains(date) {
      let month = Month(containing: date)
      guard last.map({ date - $0 >= series.minGap }) ?? true,
        pins.allSatisfy({ abs(date - $0) >= series.minGap }),
        countOfMonth[month, default: 0] < most
      else { continue }
      count += 1
      countOfMonth[month, default: 0] += 1
      last = date
    }
    return count
  }
}
