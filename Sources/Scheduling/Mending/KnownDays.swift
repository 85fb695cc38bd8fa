internal import CivilTime

/// What was found out about plans and their days, so that nothing is asked twice.
///
/// Most changes that are tried for themes leave the days alone, and days take the longest to find.
final class KnownDays {
  /// What days depend on: which day they may change from, and a plan without its themes.
  private struct Question: Equatable {
    var plan: Plan
    var from: CivilDate?
    var excluded: Set<Limit> = []

    init(_ plan: Plan, from: CivilDate?, without excluded: Set<Limit> = []) {
      var plan = plan
      plan.themes = []
      plan.citations = [:]
      for index in plan.pins.indices { plan.pins[index].theme = nil }
      self.plan = plan
      self.from = from
      self.excluded = excluded
    }
  }

  /// Days, and whether the best were searched for as long as there was time.
  private struct Choice {
    var question: Question
    var days: DateProblem.Solution
    var isSearched: Bool
  }

  private var choices: [Choice] = []
  private var answers: [(question: Question, isFeasible: Bool)] = []
  private var clash: (plan: Plan, from: CivilDate?, clash: Clash)?
  /// How many of each are kept.
  private static let capacity = 32

  /// The best days that are known of a plan, proven or not.
  func days(of plan: Plan, from: CivilDate?) -> DateProblem.Solution? {
    let question = Question(plan, from: from)
    return choices.last { $0.question == question }?.days
  }

  /// Whether the best days of a plan were searched for, as long as there was time.
  func isSearched(_ plan: Plan, from: CivilDate?) -> Bool {
    let question = Question(plan, from: from)
    return choices.last { $0.question == question }?.isSearched ?? false
  }

  /// Takes note of days of a plan.
  ///
  /// - Parameters:
  ///   - days: The days, at least as good as those that are known.
  ///   - plan: The plan.
  ///   - from: The day from which the schedule may change.
  ///   - isSearched: Whether the best were searched for, as long as there was time.
  func note(
    _ days: DateProblem.Solution,
    of plan: Plan,
    from: CivilDate?,
    isSearched: Bool = false
  ) {
    let question = Question(plan, from: from)
    choices.removeAll { $0.question == question }
    Self.add(Choice(question: question, days: days, isSearched: isSearched), to: &choices)
  }

  /// The clash that was found in a plan.
  func clash(in plan: Plan, from: CivilDate?) -> Clash? {
    guard let clash, clash.from == from, clash.plan == plan else { return nil }
    return clash.clash
  }

  /// Takes note of a clash in a plan.
  func note(_ clash: Clash, in plan: Plan, from: CivilDate?) {
    self.clash = (plan, from, clash)
  }

  /// Whether a plan can have days that keep all limits but some.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - from: The day from which the schedule may change.
  ///   - excluded: Limits that do not hold.
  ///   - find: Finds that out where it is not known; `nil` where it was stopped.
  /// - Returns: Whether it can; `nil` where that is not known.
  func isFeasible(
    _ plan: Plan,
    from: CivilDate?,
    without excluded: Set<Limit>,
    find: () -> Bool?
  ) -> Bool? {
    let question = Question(plan, from: from, without: excluded)
    if let known = answers.last(where: { $0.question == question }) { return known.isFeasible }
    let isFeasible = find()
    if let isFeasible { Self.add((question, isFeasible), to: &answers) }
    return isFeasible
  }

  /// Takes note that a plan can have no days.
  func noteInfeasible(_ plan: Plan, from: CivilDate?) {
    Self.add((Question(plan, from: from), false), to: &answers)
  }

  /// Whether it is known that a plan can have no days.
  func isInfeasible(_ plan: Plan, from: CivilDate?) -> Bool {
    let question = Question(plan, from: from)
    return answers.contains { !$0.isFeasible && $0.question == question }
  }

  private static func add<Entry>(_ entry: Entry, to entries: inout [Entry]) {
    if entries.count == capacity { entries.removeFirst() }
    entries.append(entry)
  }
}
