internal import CivilTime
internal import ICalendar
internal import Scheduling

/// On which day an event is, and whether a pin can hold it there.
extension MovedEvents {
  /// Why no pin can hold an issue on a day, to be read behind "not moved"; `nil` where one may.
  func objection(to day: CivilDate, for issue: Occurrence) -> String? {
    let days = issue.date < context.from ? [issue.date] : [day]
    if let problem = days.compactMap(context.problem).first { return ": \(problem)" }
    if let other = moves.first(where: { $0.issue.series == issue.series && $0.day == day }) {
      return " to \(day): \(issue.series).\(other.issue.number) is there in the file"
    }
    let ban = context.bans(of: issue.series).first { $0.date == day }
    if let ban { return " to \(day), which is banned (\(context.place(of: ban)))" }
    let pins = context.pins(of: issue.series)
    if let pin = pins.first(where: { $0.date == day }) {
      return " to \(day), which is pinned already (\(context.place(of: pin)))"
    }
    let hold = pins.first { $0.date == issue.date && $0.entry == nil }
    return hold.map { " to \(day): the plan pins it where it is (\(context.place(of: $0)))" }
  }

  /// The day and the hour of an event on the plan's clocks; `nil` where it is too far away.
  func place(of event: Event) throws -> (CivilDate, TimeOfDay?)? {
    var calendar = feed.calendar
    calendar.events = [event]
    let reach = 30_000
    let days = context.plan.period.lowerBound - reach...context.plan.period.lowerBound + reach
    let instance: Instance?
    do {
      instance = try calendar.instances(over: days, in: context.plan.timeZone).first
    } catch {
      throw Failure(error, in: feed.name)
    }
    return instance.map { ($0.start?.date ?? $0.firstDay, $0.start?.time) }
  }
}
