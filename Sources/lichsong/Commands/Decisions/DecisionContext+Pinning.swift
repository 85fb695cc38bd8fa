internal import CivilTime
internal import PlanFiles
internal import Scheduling

extension DecisionContext {
  /// Tries a pin, and records it.
  ///
  /// - Parameters:
  ///   - pin: The pin.
  ///   - issue: The issue that is meant; `nil` for whichever it will be.
  /// - Throws: ``Failure`` where the pin cannot be, or not together with the plan.
  func pin(_ pin: Pin, for issue: Occurrence? = nil) throws {
    try requireOpen(pin.date)
    try requireTheme(pin.theme)
    let subject = "\(pin.series) \(pin.date)"
    try refuse(
      bans(of: pin.series),
      of: subject,
      on: pin.date,
      saying: "\(pin.series) is banned from",
      advising: "unban"
    )
    var changed = decisions
    let standing = standing(at: pin)
    guard try changed.put(pin, instead: standing, of: self) else {
      let line = standing.map { " (\(place(of: $0)))" } ?? ""
      Console.output.line("\(subject) is pinned already\(line)")
      return
    }
    if let issue, issue.date != pin.date { try changed.releasePin(of: issue, in: self) }
    let trial = try trial(of: changed, orElse: "\(subject) cannot be pinned")
    var remarks = remarks(on: pin)
    if let issue, let solution = trial.solution {
      remarks += self.remarks(on: issue, to: pin.date, in: solution.schedule)
    }
    try record(trial, saying: "\(subject) is pinned", remarks: remarks)
  }

  /// The pin that stands on the day of another.
  private func standing(at pin: Pin) -> StandingDecision? {
    let all = pins(of: pin.series).filter { $0.date == pin.date }
    return all.first { $0.entry != nil } ?? all.first
  }

  /// What is to be said of a pin on a day that is no slot: why it is none.
  func remarks(on pin: Pin) -> [String] {
    guard let series = plan.series.first(where: { $0.id == pin.series }) else { return [] }
    return DayExclusion.all(on: pin.date, of: series, in: plan, from: from)
      .map { $0.words(of: series.id, in: plan) }
  }

  /// What is to be said where an issue that was meant does not come where it was pinned.
  ///
  /// Issues have their identities by the order of their days: a pin puts some issue on a day, and
  /// which one it is follows from the best schedule.
  ///
  /// - Parameters:
  ///   - issue: The issue that was meant.
  ///   - day: The day of the pin.
  ///   - schedule: The best schedule with it.
  /// - Returns: The remarks; none where the issue comes there.
  func remarks(on issue: Occurrence, to day: CivilDate, in schedule: Schedule) -> [String] {
    let own = schedule.occurrences.filter { $0.series == issue.series }
    guard let there = own.first(where: { $0.date == day }), there.number != issue.number else {
      return []
    }
    let name = "\(issue.series).\(issue.number)"
    let other = "what is on \(day) is \(issue.series).\(there.number)"
    guard let now = own.first(where: { $0.number == issue.number }) else {
      return ["\(other), and \(name) is dropped: identities follow the order of days"]
    }
    guard now.date == issue.date else {
      return ["\(other), and \(name) is on \(now.date): identities follow the order of days"]
    }
    return [
      "\(name) stays on \(now.date), and \(other): lichsong ban \(path) \(issue.series) "
        + "\(now.date) frees it"
    ]
  }
}

extension DecisionsFile {
  /// Puts a pin into the file, in the place of one that stands on its day.
  ///
  /// - Parameters:
  ///   - pin: The pin.
  ///   - standing: The pin that stands there, if there is one.
  ///   - context: The plan of both.
  /// - Returns: Whether anything changed.
  /// - Throws: ``Failure`` where the pin of the plan file asks for another theme.
  mutating func put(
    _ pin: Pin,
    instead standing: StandingDecision?,
    of context: DecisionContext
  ) throws -> Bool {
    guard let standing, case .pin(let index) = standing.line else {
      try add(Decision(.pin(pin)))
      return true
    }
    var old = context.plan.pins[index]
    let isSame =
      (pin.theme == nil || pin.theme == old.theme)
      && (pin.reason == nil || pin.reason == old.reason)
    if isSame { return false }
    guard let entry = standing.entry else {
      if let theme = old.theme, let other = pin.theme, theme != other {
        throw Failure(
          message: "\(context.place(of: standing)): error: the plan pins \(pin.series) \(pin.date) "
            + "to the theme \(theme)\nhelp: change the theme there",
          status: Failure.cannotBeMet
        )
      }
      if pin.theme == nil || pin.theme == old.theme { return false }
      try add(Decision(.pin(pin)))
      return true
    }
    old.theme = pin.theme ?? old.theme
    old.reason = pin.reason ?? old.reason
    try replace(at: entry, with: Decision(.pin(old), clause: entries[entry].clause))
    return true
  }

  /// Takes out the pin that holds an issue which is to move.
  ///
  /// - Parameters:
  ///   - issue: The issue.
  ///   - context: Its plan.
  /// - Throws: ``Failure`` where the plan file holds it.
  mutating func releasePin(of issue: Occurrence, in context: DecisionContext) throws {
    let standing = context.pins(of: issue.series).filter { $0.date == issue.date }
    if let other = standing.first(where: { $0.entry == nil }) {
      throw Failure(
        message:
          "\(context.place(of: other)): error: the plan pins \(issue.series).\(issue.number) "
          + "to \(issue.date)\nhelp: change the day there",
        status: Failure.cannotBeMet
      )
    }
    let old = standing.compactMap(\.entry).map { context.decisions.entries[$0] }
    for decision in old {
      if let index = entries.firstIndex(of: decision) { try remove(at: index) }
    }
  }
}
