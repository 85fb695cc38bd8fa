public import CivilTime

/// A yearly communication plan: what must be aired and printed, within which limits, and what a
/// good year looks like.
///
/// A plan is complete in itself: recurrence rules are expanded to days, lunar dates are computed,
/// calendars are read. What the plan leaves out stays `nil` here; the accessors that resolve the
/// defaults, such as ``aim(of:)``, are the only place that knows them.
///
/// Identifiers are unique within their kind, and every reference to one has its counterpart. A
/// reader of plans must see to both; ``problems()`` finds what else cannot hold together.
public struct Plan: Sendable, Equatable {
  /// Names folders and is part of every identifier that is ever published: a-z, 0-9 and `-`.
  public var id: String
  /// What the plan is called, for people.
  public var title: String
  /// The document that the plan was issued as.
  public var source: SourceDocument?
  /// The first and the last day that the plan covers.
  public var period: ClosedRange<CivilDate>
  /// The IANA name of the time zone in which all times are meant, carried for publishing only.
  public var timeZone: String
  /// The language of the words that are added when the schedule is published.
  public var language: Language
  /// The media that air or print.
  public var outlets: [Outlet]
  /// Named sets of days, such as public holidays.
  public var calendars: [DayCalendar]
  /// What is aired or printed, in the plan's order.
  public var series: [Series]
  /// Days that matter.
  public var observances: [Observance]
  /// What the issues are about, in the plan's order.
  public var themes: [Theme]
  /// Series that keep a distance from each other.
  public var separations: [Separation]
  /// Issues that must appear.
  public var pins: [Pin]
  /// Days on which an issue must not appear.
  public var bans: [Ban]
  /// What the plan asks for beside the series.
  public var activities: [Activity]
  /// What was really aired or printed.
  public var completions: [Completion]
  /// The prices of what is less than ideal.
  public var costs: Costs
  /// How the schedule is published.
  public var publishing: PublishingOptions
  /// Where each line of the plan was written, as far as it is known.
  public var citations: [PlanLine: Citation]

  /// Creates a plan.
  public init(
    id: String,
    title: String,
    source: SourceDocument? = nil,
    period: ClosedRange<CivilDate>,
    timeZone: String = "Asia/Ho_Chi_Minh",
    language: Language = .vietnamese,
    outlets: [Outlet],
    calendars: [DayCalendar] = [],
    series: [Series],
    observances: [Observance] = [],
    themes: [Theme] = [],
    separations: [Separation] = [],
    pins: [Pin] = [],
    bans: [Ban] = [],
    activities: [Activity] = [],
    completions: [Completion] = [],
    costs: Costs = Costs(),
    publishing: PublishingOptions = PublishingOptions(),
    citations: [PlanLine: Citation] = [:]
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.period = period
    self.timeZone = timeZone
    self.language = language
    self.outlets = outlets
    self.calendars = calendars
    self.series = series
    self.observances = observances
    self.themes = themes
    self.separations = separations
    self.pins = pins
    self.bans = bans
    self.activities = activities
    self.completions = completions
    self.costs = costs
    self.publishing = publishing
    self.citations = citations
  }

  /// How many days the period has.
  public var dayCount: Int { period.count }

  /// The calendar months that the period touches.
  public var months: ClosedRange<Month> { Month.touched(by: period) }
}

/// A document such as `64/KH-UBND`, issued by an authority on a day.
public struct SourceDocument: Sendable, Equatable {
  /// The number under which the document was issued.
  public var number: String
  /// Who issued it.
  public var issuer: String?
  /// When it was issued.
  public var date: CivilDate?

  /// Creates a reference to a document.
  public init(number: String, issuer: String? = nil, date: CivilDate? = nil) {
    self.number = number
    self.issuer = issuer
    self.date = date
  }
}

/// A language that the program speaks to readers.
public enum Language: String, Sendable, CaseIterable {
  case vietnamese = "vi"
  case english = "en"
}

/// A medium that airs or prints.
public struct Outlet: Sendable, Equatable {
  /// What kind of medium an outlet is.
  public enum Kind: String, Sendable, CaseIterable {
    case broadcaster
    case newspaper
    case website
  }

  /// The identifier, which names the outlet's feed: a-z, 0-9 and `-`.
  public var id: String
  /// The kind of medium.
  public var kind: Kind
  /// The name, for people.
  public var name: String

  /// Creates an outlet.
  public init(id: String, kind: Kind, name: String) {
    self.id = id
    self.kind = kind
    self.name = name
  }
}

/// A named set of days, such as public holidays.
public struct DayCalendar: Sendable, Equatable {
  /// The identifier by which series name the calendar.
  public var id: String
  /// The days, each with the name of what makes it special.
  public var days: [CivilDate: String]
  /// The days that are worked in exchange for another (làm bù), which are not among ``days``.
  public var workedInExchange: Set<CivilDate>

  /// Creates a calendar of days.
  public init(
    id: String,
    days: [CivilDate: String],
    workedInExchange: Set<CivilDate> = []
  ) {
    self.id = id
    self.days = days
    self.workedInExchange = workedInExchange
  }
}

/// What the plan asks for beside its series: shown, reminded of, reported on, never scheduled.
public struct Activity: Sendable, Equatable {
  /// The identifier, which is part of the activity's published identity.
  public var id: String
  /// The name, for people.
  public var title: String
  /// The clause of the source document that asks for it.
  public var clause: String?
  /// Who is in charge.
  public var owner: String?
  /// When it is to happen; `nil` for any time in the period.
  public var window: ClosedRange<CivilDate>?

  /// Creates an activity.
  public init(
    id: String,
    title: String,
    clause: String? = nil,
    owner: String? = nil,
    window: ClosedRange<CivilDate>? = nil
  ) {
    self.id = id
    self.title = title
    self.clause = clause
    self.owner = owner
    self.window = window
  }
}

/// What was really aired or printed, as an editor noted it.
public struct Completion: Sendable, Equatable {
  /// The published identity of the issue.
  public var uid: String
  /// The day on which it really appeared.
  public var date: CivilDate?
  /// Where it can be seen.
  public var link: String?
  /// A remark.
  public var note: String?

  /// Creates a record of what appeared.
  public init(uid: String, date: CivilDate? = nil, link: String? = nil, note: String? = nil) {
    self.uid = uid
    self.date = date
    self.link = link
    self.note = note
  }
}

/// The prices, in points and at least 0, of what is less than ideal.
public struct Costs: Sendable, Equatable {
  /// For each issue fewer than the aim.
  public var short: Int
  /// For each squared day by which a gap differs from the ideal gap.
  public var uneven: Int
  /// For each released day that is no longer chosen.
  public var moved: Int
  /// For each two consecutive issues of one series with the same theme.
  public var repeated: Int
  /// For each issue that keeps its released identity and changes its theme.
  public var rethemed: Int

  /// Creates prices; those that are left out have the default of the model.
  public init(
    short: Int = 500,
    uneven: Int = 1,
    moved: Int = 1_000,
    repeated: Int = 50,
    rethemed: Int = 200
  ) {
    self.short = short
    self.uneven = uneven
    self.moved = moved
    self.repeated = repeated
    self.rethemed = rethemed
  }
}

/// How a schedule is published.
public struct PublishingOptions: Sendable, Equatable {
  /// What a finding of one kind does to a release.
  public enum Severity: String, Sendable, CaseIterable {
    case block
    case warn
    case ignore
  }

  /// Minutes before an issue at which calendars remind of it; none where empty.
  public var reminders: [Int]
  /// How many days a cancelled event stays in the feeds after its day.
  public var keepCancelled: Int
  /// What a broken limit does to a release.
  public var broken: Severity
  /// What an unusual slot does to a release.
  public var unusual: Severity
  /// Whether the plan itself states what blocks a release: where nothing does, it may then be published
  /// with nobody there to ask.
  public var statesRules: Bool

  /// Creates options; those that are left out have their defaults.
  public init(
    reminders: [Int] = [],
    keepCancelled: Int = 30,
    broken: Severity = .block,
    unusual: Severity = .warn,
    statesRules: Bool = false
  ) {
    self.reminders = reminders
    self.keepCancelled = keepCancelled
    self.broken = broken
    self.unusual = unusual
    self.statesRules = statesRules
  }
}
