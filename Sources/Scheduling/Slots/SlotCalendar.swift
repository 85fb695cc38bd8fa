public import CivilTime

/// The days on which issues of a series may appear, and for every other day why not.
///
/// Days come from the series' rules; of two rules that give one day the cheaper counts, of two that
/// are as cheap the first. The days of avoided calendars are taken out. A pin puts its day in: at
/// the price of the rule that gives it, or at 0 where none does or a calendar took it out. A ban
/// takes its day out, whatever else says that it is in.
///
/// A pinned day that a rule gives has that rule's hour, even where a calendar took it out; any
/// other has the hour of the first day of the series' first rule.
public struct SlotCalendar: Sendable, Equatable {
  /// The identifier of the series.
  public let series: String
  /// The slots, by day.
  public let slots: [Slot]
  private let period: ClosedRange<CivilDate>
  /// Why a day is no slot, unless it is only that no rule gives it.
  private let exclusions: [CivilDate: [SlotExclusion]]

  /// Computes the slots of a series under some of the plan's limits.
  ///
  /// - Complexity: O(p + c + d log d) for p days of the period, c candidates of the series' rules and
  ///   d days of calendars.
  ///
  /// - Parameters:
  ///   - series: A series of the plan.
  ///   - plan: The plan.
  ///   - limits: The limits that hold.
  package init(of series: Series, in plan: Plan, under limits: LimitSet = .all) {
    self.series = series.id
    period = plan.period
    var given = SlotDayLimit.candidates(of: series, in: plan, under: limits)
    var exclusions: [CivilDate: [SlotExclusion]] = [:]
    var slots = given
    for (date, exclusion) in AvoidLimit.exclusions(of: series, in: plan, under: limits) {
      if given[date] == nil {
        exclusions[date, default: [.noRule]].append(exclusion)
      } else {
        exclusions[date, default: []].append(exclusion)
      }
      slots[date] = nil
      given[date]?.cost = 0
    }
    let usualTime = series.slotRules.first?.candidates.first?.time
    for date in PinLimit.days(of: series, in: plan) {
      slots[date] = given[date] ?? Slot(date: date, time: usualTime)
      exclusions[date] = nil
    }
    for (date, exclusion) in BanLimit.exclusions(of: series, in: plan, under: limits) {
      let isGiven = slots[date] != nil || exclusions[date] != nil
      exclusions[date, default: isGiven ? [] : [.noRule]].append(exclusion)
      slots[date] = nil
    }
    self.slots = slots.inOrder
    self.exclusions = exclusions
  }

  /// The slot on a day; `nil` where there is none.
  ///
  /// - Complexity: O(log n) for n slots.
  ///
  /// - Parameter date: A day.
  /// - Returns: The slot.
  public func slot(on date: CivilDate) -> Slot? {
    var low = 0
    var high = slots.count
    while low < high {
      let middle = (low + high) / 2
      if slots[middle].date < date { low = middle + 1 } else { high = middle }
    }
    return low < slots.count && slots[low].date == date ? slots[low] : nil
  }

  /// All reasons for which an issue must not appear on a day; none for a slot.
  ///
  /// - Complexity: O(log n) for n slots.
  ///
  /// - Parameter date: A day.
  /// - Returns: The reasons: rules, then calendars as the series lists them, then bans.
  public func exclusions(on date: CivilDate) -> [SlotExclusion] {
    guard period.contains(date) else { return [.outsidePeriod] }
    if slot(on: date) != nil { return [] }
    return exclusions[date] ?? [.noRule]
  }
}

extension Plan {
  /// The days on which issues of a series may appear.
  ///
  /// - Parameter series: A series of the plan.
  /// - Returns: The slots, and why the other days are none.
  public func slots(of series: Series) -> SlotCalendar {
    SlotCalendar(of: series, in: self)
  }
}
