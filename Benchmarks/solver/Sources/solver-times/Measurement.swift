internal import CivilTime
internal import PlanFiles
internal import Scheduling

/// How long one plan takes inside the process, and the schedule that comes of it.
struct Measurement: Encodable {
  /// Points beside their proven bound.
  struct Points: Encodable {
    var points: Int
    var bound: Int
  }

  /// An issue.
  struct Issue: Encodable {
    var series: String
    var date: String
    var theme: String?
  }

  /// The path of the plan.
  var plan: String
  /// `optimal`, `feasible`, or `infeasible`.
  var status: String
  /// The time that reading the file and its calendars takes.
  var read: Timing
  /// The time that the choice of days takes: that of the plan without its themes.
  var dates: Timing
  /// The time that days and themes take together.
  var whole: Timing
  /// What the days cost.
  var datePoints: Points?
  /// How often each theme comes.
  var counts: [String: Int] = [:]
  /// What the placement of the themes costs.
  var placementPoints: Points?
  /// Every issue.
  var issues: [Issue] = []

  /// Measures a plan.
  ///
  /// - Throws: What is wrong with the plan file, or with the plan beside that it cannot be met.
  init(of path: String, options: Options) throws {
    plan = path
    let file = PlanFile(at: path)
    let (reading, read) = try Timing.of(runs: options.runs) { try file.reading() }
    self.read = read
    // A plan whose limits contradict each other can be solved: to the answer that it cannot be met.
    let plan = try reading.plan ?? reading.get()
    let bare = plan.withoutThemes
    (_, dates) = try Timing.of(runs: options.runs) { try Self.solve(bare, options) }
    let (schedule, whole) = try Timing.of(runs: options.runs) { try Self.solve(plan, options) }
    self.whole = whole
    guard let schedule else {
      status = "infeasible"
      return
    }
    status = schedule.status.rawValue
    datePoints = Points(points: schedule.dates.points, bound: schedule.dates.bound)
    counts = Dictionary(uniqueKeysWithValues: schedule.counts.map { ($0.theme, $0.count) })
    placementPoints = Points(points: schedule.placement.points, bound: schedule.placement.bound)
    issues = schedule.occurrences.map { issue in
      Issue(series: issue.series, date: issue.date.description, theme: issue.theme)
    }
  }

  /// The best schedule; `nil` where there is none.
  private static func solve(_ plan: Plan, _ options: Options) throws -> Schedule? {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(options.timeLimit)
    do {
      return try Scheduler.optimal(for: plan, while: { clock.now < end })
    } catch let error as SchedulingError {
      guard case .infeasible = error else { throw error }
      return nil
    }
  }
}

extension Plan {
  /// The plan as it stands before anyone thinks of themes: the choice of days is the same.
  fileprivate var withoutThemes: Plan {
    var plan = self
    plan.themes = []
    for index in plan.observances.indices { plan.observances[index].theme = nil }
    for index in plan.pins.indices { plan.pins[index].theme = nil }
    return plan
  }
}
