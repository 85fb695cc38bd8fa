public import CivilTime

/// An event (`VEVENT`, RFC 5545, section 3.6.1) as a value.
public struct Event: Sendable, Equatable {
  /// Whether an event takes place (`STATUS`).
  public enum Status: String, Sendable, CaseIterable {
    case tentative = "TENTATIVE"
    case confirmed = "CONFIRMED"
    case cancelled = "CANCELLED"
  }

  /// Whether an event makes its reader busy (`TRANSP`).
  public enum Transparency: String, Sendable, CaseIterable {
    case opaque = "OPAQUE"
    case transparent = "TRANSPARENT"
  }

  /// Who may see an event (`CLASS`).
  public enum Classification: String, Sendable, CaseIterable {
    case `public` = "PUBLIC"
    case `private` = "PRIVATE"
    case confidential = "CONFIDENTIAL"
  }

  /// A display alarm (`VALARM`).
  public struct Alarm: Sendable, Equatable {
    /// How many seconds before the start it goes off.
    public var secondsBefore: Int
    /// What it says.
    public var description: String

    /// Creates an alarm.
    public init(secondsBefore: Int, description: String) {
      self.secondsBefore = secondsBefore
      self.description = description
    }
  }

  /// A stretch of time (a `PERIOD`, RFC 5545, section 3.3.9).
  public struct Period: Sendable, Hashable {
    /// When it begins.
    public var start: EventTime
    /// When it is over, exclusive, in the same form of time.
    public var end: EventTime

    /// Creates a period.
    public init(start: EventTime, end: EventTime) {
      self.start = start
      self.end = end
    }
  }

  /// The identity, for ever (`UID`).
  public var uid: String
  /// When this version was made, in UTC (`DTSTAMP`).
  public var stamp: CivilDateTime
  /// When the event last changed, in UTC (`LAST-MODIFIED`).
  public var lastModified: CivilDateTime?
  /// How often the event changed (`SEQUENCE`).
  public var sequence: Int
  /// When it begins (`DTSTART`).
  public var start: EventTime
  /// When it is over, exclusive (`DTEND`).
  public var end: EventTime?
  /// How many seconds it lasts, where that is given instead of an end (`DURATION`).
  public var duration: Int?
  /// The title (`SUMMARY`).
  public var summary: String?
  /// The text (`DESCRIPTION`).
  public var description: String?
  /// The categories (`CATEGORIES`).
  public var categories: [String]
  /// Whether it takes place (`STATUS`).
  public var status: Status?
  /// Whether it makes its reader busy (`TRANSP`).
  public var transparency: Transparency?
  /// Who may see it (`CLASS`).
  public var classification: Classification?
  /// A page about it (`URL`).
  public var url: String?
  /// Where it takes place (`LOCATION`).
  public var location: String?
  /// The rules by which it recurs (`RRULE`).
  public var recurrenceRules: [RecurrenceRule]
  /// Further starts (`RDATE`).
  public var recurrenceDates: [EventTime]
  /// Further instances with an end of their own (`RDATE;VALUE=PERIOD`).
  public var recurrencePeriods: [Period]
  /// Starts that are left out (`EXDATE`).
  public var exceptionDates: [EventTime]
  /// The start that this event takes the place of (`RECURRENCE-ID`).
  public var recurrenceID: EventTime?
  /// Its alarms (`VALARM`).
  public var alarms: [Alarm]

  /// Creates an event.
  public init(
    uid: String,
    stamp: CivilDateTime,
    lastModified: CivilDateTime? = nil,
    sequence: Int = 0,
    start: EventTime,
    end: EventTime? = nil,
    duration: Int? = nil,
    summary: String? = nil,
    description: String? = nil,
    categories: [String] = [],
    status: Status? = nil,
    transparency: Transparency? = nil,
    classification: Classification? = nil,
    url: String? = nil,
    location: String? = nil,
    recurrenceRules: [RecurrenceRule] = [],
    recurrenceDates: [EventTime] = [],
    recurrencePeriods: [Period] = [],
    exceptionDates: [EventTime] = [],
    recurrenceID: EventTime? = nil,
    alarms: [Alarm] = []
  ) {
    self.uid = uid
    self.stamp = stamp
    self.lastModified = lastModified
    self.sequence = sequence
    self.start = start
    self.end = end
    self.duration = duration
    self.summary = summary
    self.description = description
    self.categories = categories
    self.status = status
    self.transparency = transparency
    self.classification = classification
    self.url = url
    self.location = location
    self.recurrenceRules = recurrenceRules
    self.recurrenceDates = recurrenceDates
    self.recurrencePeriods = recurrencePeriods
    self.exceptionDates = exceptionDates
    self.recurrenceID = recurrenceID
    self.alarms = alarms
  }
}

/// A moment or a day in one of the forms of RFC 5545, section 3.3.
public enum EventTime: Sendable, Hashable {
  /// A whole day (`VALUE=DATE`).
  case day(CivilDate)
  /// A time on the clocks of a zone (`TZID`).
  case zoned(CivilDateTime, zone: String)
  /// A time in UTC.
  case utc(CivilDateTime)
  /// A time on whatever clock its reader has.
  case floating(CivilDateTime)
}
