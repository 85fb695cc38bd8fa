public import CivilTime

/// A programme or a page that appears again and again: a monthly segment, a special page.
public struct Series: Sendable, Equatable {
  /// The identifier, which is part of every identifier published for the series.
  public var id: String
  /// The identifier of the outlet that airs or prints it.
  public var outlet: String
  /// The name, for people.
  public var title: String
  /// The clause of the source document that asks for the series, and so for its limits.
  public var clause: String?
  /// The length on air, in minutes.
  public var minutes: Int?
  /// The longest that an issue may be, in minutes.
  public var maxMinutes: Int?
  /// The fewest and the most issues in a calendar month.
  public var perMonth: CountLimit
  /// The fewest and the most issues in the period.
  public var perYear: CountLimit
  /// How many issues are wanted; `nil` for what ``Plan/aim(of:)`` derives.
  public var aim: Int?
  /// The fewest days between two issues, at least 1.
  public var minGap: Int
  /// The days on which an issue may appear, by rule, in the plan's order.
  public var slotRules: [SlotRule]
  /// The identifiers of the calendars whose days are no slots.
  public var avoid: [String]
  /// Further airings of each issue.
  public var repeats: [Repeat]
  /// What must be ready before each issue.
  public var deadlines: [Deadline]

  /// Creates a series.
  public init(
    id: String,
    outlet: String,
    title: String,
    clause: String? = nil,
    minutes: Int? = nil,
    maxMinutes: Int? = nil,
    perMonth: CountLimit = CountLimit(),
    perYear: CountLimit = CountLimit(),
    aim: Int? = nil,
    minGap: Int = 1,
    slotRules: [SlotRule],
    avoid: [String] = [],
    repeats: [Repeat] = [],
    deadlines: [Deadline] = []
  ) {
    self.id = id
    self.outlet = outlet
    self.title = title
    self.clause = clause
    self.minutes = minutes
    self.maxMinutes = maxMinutes
    self.perMonth = perMonth
    self.perYear = perYear
    self.aim = aim
    self.minGap = minGap
    self.slotRules = slotRules
    self.avoid = avoid
    self.repeats = repeats
    self.deadlines = deadlines
  }
}

/// The fewest and the most issues in a stretch of time, as the plan states them.
public struct CountLimit: Sendable, Equatable {
  /// The fewest; 0 where the plan states none.
  public var min: Int
  /// The most; `nil` where the plan states none.
  public var max: Int?

  /// Creates a limit.
  public init(min: Int = 0, max: Int? = nil) {
    self.min = min
    self.max = max
  }

  /// Creates a limit that asks for exactly `count`.
  public static func exactly(_ count: Int) -> CountLimit {
    CountLimit(min: count, max: count)
  }
}

/// Days on which an issue may appear, all at one price.
///
/// The days are those of a recurrence rule or of a calendar, within the period, before the
/// calendars that the series avoids are taken out.
public struct SlotRule: Sendable, Equatable {
  /// A day, with its hour where there is one.
  public struct Candidate: Sendable, Hashable {
    /// The day.
    public var date: CivilDate
    /// The hour in the plan's time zone; `nil` for an issue without an hour, such as a page.
    public var time: TimeOfDay?

    /// Creates a candidate.
    public init(date: CivilDate, time: TimeOfDay? = nil) {
      self.date = date
      self.time = time
    }
  }

  /// The days, in ascending order.
  public var candidates: [Candidate]
  /// The price of each in points, at least 0; 0 for a usual slot.
  public var cost: Int

  /// Creates a rule.
  public init(candidates: [Candidate], cost: Int = 0) {
    self.candidates = candidates
    self.cost = cost
  }
}

/// A further airing of an issue.
public struct Repeat: Sendable, Equatable {
  /// How many days after the issue, at least 0.
  public var after: Int
  /// The hour.
  public var time: TimeOfDay
  /// The channel, such as TV or radio.
  public var channel: String?

  /// Creates a further airing.
  public init(after: Int, time: TimeOfDay, channel: String? = nil) {
    self.after = after
    self.time = time
    self.channel = channel
  }
}

/// What must be ready some working days before an issue.
public struct Deadline: Sendable, Equatable {
  /// The identifier, which is part of the deadline's published identity.
  public var id: String
  /// What is due, for people.
  public var title: String
  /// How many working days before the issue, at least 0.
  public var before: Int
  /// Who is in charge.
  public var owner: String

  /// Creates a deadline.
  public init(id: String, title: String, before: Int, owner: String) {
    self.id = id
    self.title = title
    self.before = before
    self.owner = owner
  }
}
