package import CivilTime

/// `unusual`: what the slots cost that issues appear on.
package enum UnusualTerm {
  /// The points for an issue on a day: the slot's cost, and nothing where the day is no slot, as
  /// with issues that are history.
  package static func points(on date: CivilDate, slots: SlotCalendar) -> Int {
    slots.slot(on: date)?.cost ?? 0
  }
}
