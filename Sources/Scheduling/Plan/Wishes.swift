public import CivilTime

/// A day that matters: issues near it are worth points.
public struct Observance: Sendable, Equatable {
  /// The identifier.
  public var id: String
  /// The name, for people.
  public var title: String
  /// The clause of the source document that names it.
  public var clause: String?
  /// Its dates inside the period, in ascending order.
  public var dates: [CivilDate]
  /// How many days before a date its window begins, at least 0.
  public var lead: Int
  /// How many days after a date its window ends, at least 0.
  public var lag: Int
  /// What it costs to miss one date, in points, at least 0.
  public var points: Int
  /// The identifiers of the series that it concerns; `nil` for all.
  public var series: [String]?
  /// The identifier of the theme that serves it, if one does.
  public var theme: String?

  /// Creates an observance.
  public init(
    id: String,
    title: String,
    clause: String? = nil,
    dates: [CivilDate],
    lead: Int = 0,
    lag: Int = 0,
    points: Int,
    series: [String]? = nil,
    theme: String? = nil
  ) {
    self.id = id
    self.title = title
    self.clause = clause
    self.dates = dates
    self.lead = lead
    self.lag = lag
    self.points = points
    self.series = series
    self.theme = theme
  }

  /// The days around one of the dates on which an issue serves it.
  public func window(around date: CivilDate) -> ClosedRange<CivilDate> {
    (date - lead)...(date + lag)
  }

  /// Whether the observance is about a series.
  public func concerns(_ series: Series) -> Bool {
    self.series?.contains(series.id) ?? true
  }
}

/// What issues are about.
public struct Theme: Sendable, Equatable {
  /// The identifier.
  public var id: String
  /// The name, for people.
  public var title: String
  /// The clause of the source document that names it.
  public var clause: String?
  /// Its weight among the themes, at least 1.
  public var share: Int
  /// The identifiers of the series that take it; `nil` for all.
  public var series: [String]?
  /// The days on which it may come; `nil` for the period.
  public var window: ClosedRange<CivilDate>?
  /// The fewest times that it must come.
  public var atLeast: Int
  /// The most times that it may come; `nil` for no limit.
  public var atMost: Int?

  /// Creates a theme.
  public init(
    id: String,
    title: String,
    clause: String? = nil,
    share: Int = 1,
    series: [String]? = nil,
    window: ClosedRange<CivilDate>? = nil,
    atLeast: Int = 0,
    atMost: Int? = nil
  ) {
    self.id = id
    self.title = title
    self.clause = clause
    self.share = share
    self.series = series
    self.window = window
    self.atLeast = atLeast
    self.atMost = atMost
  }
}

/// Series whose issues keep a distance from each other (`apart` in a plan file).
public struct Separation: Sendable, Hashable {
  /// The identifiers of the series, at least two.
  public var series: [String]
  /// How many days issues of two different series of the set are apart at least.
  public var days: Int
  /// The clause of the source document that asks for it.
  public var clause: String?

  /// Creates a separation.
  public init(series: [String], days: Int, clause: String? = nil) {
    self.series = series
    self.days = days
    self.clause = clause
  }
}

/// An issue that must appear.
public struct Pin: Sendable, Hashable {
  /// The identifier of the series.
  public var series: String
  /// The day on which the issue appears.
  public var date: CivilDate
  /// The identifier of its theme; `nil` where any will do.
  public var theme: String?
  /// Why, for people.
  public var reason: String?

  /// Creates a pin.
  public init(series: String, date: CivilDate, theme: String? = nil, reason: String? = nil) {
    self.series = series
    self.date = date
    self.theme = theme
    self.reason = reason
  }
}

/// A day on which an issue of a series must not appear.
public struct Ban: Sendable, Hashable {
  /// The identifier of the series.
  public var series: String
  /// The day.
  public var date: CivilDate
  /// Why, for people.
  public var reason: String?

  /// Creates a ban.
  public init(series: String, date: CivilDate, reason: String? = nil) {
    self.series = series
    self.date = date
    self.reason = reason
  }
}
