public import CivilTime

/// An iCalendar object (RFC 5545, section 3.4) as a value.
public struct Calendar: Sendable, Equatable {
  /// The product that made it (`PRODID`).
  public var productID: String
  /// What clients call the calendar (`NAME` of RFC 7986, `X-WR-CALNAME`).
  public var name: String?
  /// What clients say of the calendar (`DESCRIPTION` of RFC 7986, `X-WR-CALDESC`).
  public var description: String?
  /// The IANA name of the zone in which clients show times (`X-WR-TIMEZONE`).
  public var displayTimeZone: String?
  /// How many seconds clients should wait before they look again.
  ///
  /// Written as `REFRESH-INTERVAL` (RFC 7986) and `X-PUBLISHED-TTL`.
  public var refreshInterval: Int?
  /// The colour as a CSS name (`COLOR` of RFC 7986).
  public var color: String?
  /// The colour as `#RRGGBB` (`X-APPLE-CALENDAR-COLOR`).
  public var appleColor: String?
  /// Where the calendar is published (`SOURCE` of RFC 7986).
  public var source: String?
  /// A page for people (`URL`).
  public var url: String?
  /// The time zones that events refer to (`VTIMEZONE`).
  public var timeZones: [TimeZoneDefinition]
  /// The events (`VEVENT`), in the order of the file.
  public var events: [Event]

  /// Creates a calendar.
  public init(
    productID: String,
    name: String? = nil,
    description: String? = nil,
    displayTimeZone: String? = nil,
    refreshInterval: Int? = nil,
    color: String? = nil,
    appleColor: String? = nil,
    source: String? = nil,
    url: String? = nil,
    timeZones: [TimeZoneDefinition] = [],
    events: [Event] = []
  ) {
    self.productID = productID
    self.name = name
    self.description = description
    self.displayTimeZone = displayTimeZone
    self.refreshInterval = refreshInterval
    self.color = color
    self.appleColor = appleColor
    self.source = source
    self.url = url
    self.timeZones = timeZones
    self.events = events
  }
}

/// A time zone as a calendar defines it (`VTIMEZONE`, RFC 5545, section 3.6.5).
public struct TimeZoneDefinition: Sendable, Equatable {
  /// A stretch of time with one offset, beginning at an onset.
  public struct Observance: Sendable, Equatable {
    /// Whether this is daylight saving time (`DAYLIGHT`) or not (`STANDARD`).
    public var isDaylight: Bool
    /// When it begins, on the clock that was in force before.
    public var onset: CivilDateTime
    /// The seconds east of UTC before the onset.
    public var offsetFrom: Int
    /// The seconds east of UTC from the onset on.
    public var offsetTo: Int
    /// What the offset is called (`TZNAME`).
    public var name: String?
    /// When it begins again (`RRULE`), for a rule that clients may follow.
    public var recurrence: RecurrenceRule?
    /// Further onsets (`RDATE`).
    public var furtherOnsets: [CivilDateTime]

    /// Creates an observance.
    public init(
      isDaylight: Bool = false,
      onset: CivilDateTime,
      offsetFrom: Int,
      offsetTo: Int,
      name: String? = nil,
      recurrence: RecurrenceRule? = nil,
      furtherOnsets: [CivilDateTime] = []
    ) {
      self.isDaylight = isDaylight
      self.onset = onset
      self.offsetFrom = offsetFrom
      self.offsetTo = offsetTo
      self.name = name
      self.recurrence = recurrence
      self.furtherOnsets = furtherOnsets
    }
  }

  /// The name by which events refer to the zone (`TZID`).
  public var id: String
  /// Its observances, in the order of the file.
  public var observances: [Observance]

  /// Creates a definition.
  public init(id: String, observances: [Observance]) {
    self.id = id
    self.observances = observances
  }
}
