internal import ArgumentParser
internal import CivilTime
internal import Foundation
internal import PlanFiles
internal import Publishing
internal import Scheduling

/// Where the releases are, and from which day the schedule may change.
struct ReleaseOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of all exports.", valueName: "dir"))
  var exports = "exports"

  @Flag(
    help: """
      Schedule as if what may still change had not been released. Issues keep their identity all the same.
      """
  )
  var fresh = false

  @Option(
    help: ArgumentHelp(
      """
      The day from which the schedule may change. Default: today until the plan's period ends, \
      then its first day.
      """,
      valueName: "day"
    ),
    transform: CommandLineValue.day
  )
  var from: CivilDate?

  @Option(
    help: ArgumentHelp(
      """
      Seconds after which the best schedule found so far will do. Where a plan cannot be met, a fifth \
      of it is kept for what would mend it.
      """,
      valueName: "seconds"
    )
  )
  var timeLimit = 10.0

  func validate() throws {
    guard timeLimit >= 0, timeLimit.isFinite else {
      throw ValidationError("A time limit is a number of seconds, at least 0.")
    }
  }

  /// The folder of all exports.
  var exportsFolder: URL { URL(filePath: exports, directoryHint: .isDirectory) }

  /// The folder of a plan.
  func exportFolder(of plan: Plan) -> ExportFolder {
    ExportFolder(plan: plan.id, in: exportsFolder)
  }

  /// Solves a plan, and keeps to what was released as far as the options ask for it.
  ///
  /// - Parameters:
  ///   - loaded: The plan.
  ///   - previous: Its newest release, if there is one.
  ///   - now: The time it is.
  /// - Returns: The best schedule, and what is found of each limit in it.
  /// - Throws: ``Unschedulable`` where there is none.
  func solve(
    _ loaded: LoadedPlan,
    after previous: Release?,
    at now: Timestamp
  ) throws -> Solution {
    let occasion = occasion(of: loaded.plan, after: previous, at: now)
    return try solve(loaded, after: previous, on: occasion)
  }

  /// Solves a plan on an occasion that is known, and keeps to what was released as far as the options ask
  /// for it.
  ///
  /// - Parameters:
  ///   - loaded: The plan.
  ///   - previous: Its newest release, if there is one.
  ///   - occasion: When it is solved, and from which day it may change.
  ///   - limit: How long may be searched; where it is `nil`, it begins now.
  /// - Returns: The best schedule, and what is found of each limit in it.
  /// - Throws: ``Unschedulable`` where there is none.
  func solve(
    _ loaded: LoadedPlan,
    after previous: Release?,
    on occasion: Release.Occasion,
    within limit: TimeLimit? = nil
  ) throws -> Solution {
    let plan = loaded.plan
    let request = request(for: plan, after: previous, on: occasion)
    let schedule = try schedule(request, of: loaded, within: limit ?? beginningTimeLimit())
    for var contradiction in loaded.contradictions {
      contradiction.severity = .warning
      Console.errors.line(contradiction.description)
    }
    return Solution(
      schedule: schedule,
      findings: plan.limits(of: schedule, keeping: request.released, from: request.from),
      released: request.released,
      occasion: occasion
    )
  }

  /// What is asked for: a plan, what was released of it as far as the options keep to it, and the day
  /// from which it may change.
  func request(
    for plan: Plan,
    after previous: Release?,
    on occasion: Release.Occasion
  ) -> SchedulingRequest {
    var released = previous?.released ?? ReleasedSchedule()
    released.isBinding = !fresh
    return SchedulingRequest(plan, keeping: released, from: occasion.from)
  }

  /// When a release is made, and from which day it may change the schedule.
  ///
  /// A clock that is behind the release before would make days that were over be planned again, so it is
  /// not followed.
  func occasion(
    of plan: Plan,
    after previous: Release?,
    at now: Timestamp
  ) -> Release.Occasion {
    if let previous, now.utc.secondsSinceEpoch + Self.lag < previous.time.utc.secondsSinceEpoch {
      Console.errors.line(
        """
        warning: the clock says \(now), but release \(previous.release) was made at \(previous.time): \
        it is taken to be that late
        """
      )
    }
    let time = max(now, previous?.time ?? now)
    return Release.Occasion(
      of: plan,
      at: time,
      today: Clock.today(at: time, in: plan),
      from: from
    )
  }

  /// How many seconds a clock may be behind without a word: releases that are made one right after
  /// another are dated a second apart.
  private static let lag = 60

  /// The time limit, for what begins now.
  func beginningTimeLimit() -> TimeLimit { TimeLimit(seconds: timeLimit) }

  private func schedule(
    _ request: SchedulingRequest,
    of loaded: LoadedPlan,
    within limit: TimeLimit
  ) throws -> Schedule {
    let clashes = limit.clashes
    do {
      return try request.schedule(while: limit.search, explainingWhile: clashes)
    } catch SchedulingError.infeasible(let clash) {
      let found = request.infeasibility(while: clashes, mendingWhile: limit.mends)
      throw Unschedulable(
        reason: .infeasible(
          found ?? Infeasibility(clashes: [clash], mends: [], exhausted: [.others, .mends])
        ),
        loaded: loaded
      )
    } catch let error as SchedulingError {
      throw Unschedulable(reason: .unsolved(error), loaded: loaded)
    }
  }
}

/// A schedule, and what is found of each limit in it.
struct Solution {
  var schedule: Schedule
  var findings: [LimitFinding]
  /// What was released, as far as the schedule keeps to it.
  var released: ReleasedSchedule
  /// When it was found, and from which day it may differ from what was released.
  var occasion: Release.Occasion
  /// The day from which the schedule may change; `nil` for the period's first day.
  var from: CivilDate? { occasion.from }
}
