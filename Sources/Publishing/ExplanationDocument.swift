package import CivilTime
package import Scheduling

/// Why an issue is where it is, as programs read it: `explain --format json`.
///
/// Optional members are left out where they have no value.
package struct ExplanationDocument: Sendable, Hashable, Codable {
  /// Points, and what they would be without the issue: `saved` points are paid if it moves away.
  package struct Term: Sendable, Hashable, Codable {
    /// What the issue costs.
    package var points: Int
    /// What it saves.
    package var saved: Int
  }

  /// The gap to a neighbour, or to an end of the period.
  package struct Gap: Sendable, Hashable, Codable {
    /// The day of the neighbour; absent at an end of the period.
    package var neighbour: CivilDate?
    /// The days to it.
    package var days: Int
    /// What the gap costs.
    package var points: Int

    init(_ gap: DayPoints.Gap) {
      neighbour = gap.neighbour
      days = gap.days
      points = gap.points
    }
  }

  /// What a change costs, in points; `atMost` is absent where no schedule with it was found in time.
  package struct Price: Sendable, Hashable, Codable {
    /// It costs no less.
    package var atLeast: Int
    /// It costs no more: the same where the price is exact.
    package var atMost: Int?

    init(_ price: Scheduling.Price) {
      atLeast = price.atLeast
      atMost = price.atMost
    }
  }

  /// An issue that is on another day; `from` is absent for one more, `to` for one less.
  package struct Move: Sendable, Hashable, Codable {
    /// The identifier of the series.
    package var series: String
    /// Its day before.
    package var from: CivilDate?
    /// Its day after.
    package var to: CivilDate?
  }

  /// Another day.
  package struct Day: Sendable, Hashable, Codable {
    /// The day.
    package var date: CivilDate
    /// What it costs.
    package var price: Price
    /// Which other issues move.
    package var moves: [Move]
    /// Of which terms the price is made: those that differ.
    package var terms: [String: Int]
    /// What the placement of the themes costs then; absent where no schedule was found in time.
    package var placementPoints: Int?

    init(_ change: DayChange, beside best: Schedule) {
      terms = Dictionary(
        uniqueKeysWithValues: change.terms(beside: best).map { ($0.term.rawValue, $0.points) }
      )
      date = change.date
      price = Price(change.price)
      moves = change.moves.map { Move(series: $0.series, from: $0.from, to: $0.to) }
      placementPoints = change.schedule?.placement.points
    }
  }

  /// Another theme.
  package struct Theme: Sendable, Hashable, Codable {
    /// How often a theme comes before and after.
    package struct Count: Sendable, Hashable, Codable {
      /// The identifier of the theme.
      package var theme: String
      /// How often it comes.
      package var before: Int
      /// How often it would come.
      package var after: Int
    }

    /// The identifier of the theme.
    package var theme: String
    /// What it costs; it may be below 0.
    package var price: Price
    /// The themes that come more or less often.
    package var counts: [Count]

    init(_ change: ThemeChange) {
      theme = change.theme
      price = Price(change.price)
      counts = change.counts.map { Count(theme: $0.theme, before: $0.before, after: $0.after) }
    }
  }

  /// A theme that the issue must not have.
  package struct Excluded: Sendable, Hashable, Codable {
    /// The identifier of the theme.
    package var theme: String
    /// The limits that rule it out.
    package var limits: [InfeasibilityDocument.Line]
  }

  /// Why a day is no slot, and the line that says so.
  package struct Exclusion: Sendable, Hashable, Codable {
    /// `outside-period`, `no-rule`, `avoided`, `banned` or `before-from`.
    package var reason: String
    /// The file that states it, where one does.
    package var file: String?
    /// The line in the file, from 1.
    package var line: Int?
    /// The clause that it renders.
    package var clause: String?

    init(_ exclusion: DayExclusion, of plan: Plan) {
      let citation = exclusion.line.flatMap { plan.citations[$0] }
      reason = exclusion.keyword
      file = citation?.file
      line = citation?.line
      clause = citation?.clause
    }
  }

  /// What a day would mean.
  package struct Answer: Sendable, Hashable, Codable {
    /// The day.
    package var date: CivilDate
    /// `taken`, `ruled-out`, `possible` or `clash`.
    package var outcome: String
    /// Why the day is no slot; empty for a slot.
    package var exclusions: [Exclusion]
    /// The identity of the issue that is there, for `taken`.
    package var uid: String?
    /// What it costs, for `possible`.
    package var change: Day?
    /// What cannot hold with an issue there, for `clash`.
    package var clash: [InfeasibilityDocument.Line]?
    /// `clash`, where it was not found out in time whether every line of it is needed; absent otherwise.
    package var exhausted: [String]?

    init(_ answer: DayAnswer, beside best: Schedule, of plan: Plan) {
      date = answer.date
      exclusions = answer.exclusions.map { Exclusion($0, of: plan) }
      switch answer.outcome {
      case .taken(let issue):
        outcome = "taken"
        uid = UID.issue(plan: plan.id, series: issue.series, number: issue.number)
      case .ruledOut:
        outcome = "ruled-out"
      case .possible(let change):
        outcome = "possible"
        self.change = Day(change, beside: best)
      case .clash(let clash):
        outcome = "clash"
        self.clash = clash.limits.map { InfeasibilityDocument.Line($0, of: plan) }
        exhausted = clash.isSmallest ? nil : [Infeasibility.Question.clash.rawValue]
      }
    }
  }

  /// The identifier of the plan.
  package var plan: String
  /// The issue.
  package var issue: ScheduleDocument.Occurrence
  /// Whether it stands as it was released, so that nothing else is priced.
  package var isHistory: Bool
  /// What its day costs and saves, by term.
  package var dayTerms: [String: Term]
  /// The gap before it.
  package var before: Gap
  /// The gap after it.
  package var after: Gap
  /// The cheapest other days.
  package var otherDays: [Day]
  /// What its theme costs and saves, by term; absent where it has none.
  package var themeTerms: [String: Term]?
  /// The cheapest other themes.
  package var otherThemes: [Theme]
  /// The themes that it must not have.
  package var excludedThemes: [Excluded]
  /// What the day that was asked about would mean; absent where none was.
  package var on: Answer?

  /// Renders an explanation.
  ///
  /// - Parameters:
  ///   - explanation: An explanation of an issue of the schedule.
  ///   - answer: What a day would mean that was asked about.
  ///   - schedule: The schedule.
  ///   - plan: Its plan.
  package init(
    _ explanation: Explanation,
    answer: DayAnswer?,
    schedule: Schedule,
    plan: Plan
  ) {
    let issue = explanation.issue
    let day = explanation.day
    self.plan = plan.id
    self.issue = ScheduleDocument.Occurrence(issue, of: plan)
    isHistory = explanation.isHistory
    dayTerms = [
      "unusual": Term(points: day.unusual, saved: 0),
      "uneven": Term(points: day.uneven, saved: 0),
      "missed": Term(points: 0, saved: day.missedSaved),
      "moved": Term(points: day.moved, saved: day.movedSaved),
    ]
    before = Gap(day.before)
    after = Gap(day.after)
    otherDays = explanation.otherDays.map { Day($0, beside: schedule) }
    themeTerms = explanation.theme.map { theme in
      [
        "spread": Term(points: theme.spread, saved: 0),
        "observance": Term(points: theme.observance, saved: theme.observanceSaved),
        "repeated": Term(points: theme.repeated, saved: 0),
        "rethemed": Term(points: theme.rethemed, saved: 0),
      ]
    }
    otherThemes = explanation.otherThemes.map(Theme.init)
    excludedThemes = explanation.excludedThemes.map { excluded in
      Excluded(
        theme: excluded.theme,
        limits: excluded.limits.map { InfeasibilityDocument.Line($0, of: plan) }
      )
    }
    on = answer.map { Answer($0, beside: schedule, of: plan) }
  }
}

extension DayExclusion {
  /// The reason in one word for programs.
  fileprivate var keyword: String {
    switch reason {
    case .slot(.outsidePeriod): "outside-period"
    case .slot(.noRule): "no-rule"
    case .slot(.avoided): "avoided"
    case .slot(.banned): "banned"
    case .beforeFrom: "before-from"
    }
  }
}
