internal import CivilTime

/// An issue in the agenda of a page, with its further airings.
struct PageEntry: Sendable {
  /// A further airing.
  struct Airing: Sendable {
    let day: Bilingual
    let time: String?
    let datetime: String
    let channel: String?
    let isCancelled: Bool
  }

  /// The place of the issue on the page, `segment.6`.
  let anchor: String
  /// Whether the entry is that place, and not a copy of it.
  private(set) var isPlace = true
  let date: CivilDate
  let hour: TimeOfDay?
  let dayOfMonth: Int
  let day: Bilingual
  let weekday: Bilingual
  let shortDay: Bilingual
  /// The moment in the form of HTML.
  let datetime: String
  let time: String?
  let zone: String?
  let minutes: Int?
  let outlet: String?
  let outletName: String?
  let mark: OutletMark?
  let theme: String?
  let title: String
  let series: String
  let clause: String?
  let themeClause: String?
  let isCancelled: Bool
  let note: String?
  let airings: [Airing]

  /// The same as a copy, for the list of what is next.
  var copy: PageEntry {
    var copy = self
    copy.isPlace = false
    return copy
  }
}

extension PageEntry {
  /// The entry of an issue.
  ///
  /// - Parameters:
  ///   - events: What a release publishes of one issue, without deadlines: the issue, where it is there,
  ///     and its further airings.
  ///   - plan: The plan of the release.
  ///   - marks: The marks of its outlets.
  init?(_ events: [PublishedEvent], of plan: Release.Plan, marks: [String: OutletMark]) {
    let airings = events.filter { $0.kind == .airing }
    guard let event = events.first(where: { $0.kind == .issue }) ?? airings.first else {
      return nil
    }
    let outlet = event.outlet.flatMap { id in plan.outlets.first { $0.id == id } }
    let theme = event.theme.flatMap { id in plan.themes.first { $0.id == id } }
    let series = plan.series.first { $0.id == event.series }
    self.init(
      anchor: Self.anchor(of: event),
      date: event.date,
      hour: event.time,
      dayOfMonth: event.date.day,
      day: .fullDay(event.date),
      weekday: .weekday(event.date.weekday),
      shortDay: .shortDay(event.date),
      datetime: Self.datetime(event.date, event.time),
      time: event.time.map { "\($0)" },
      zone: event.zone,
      minutes: event.minutes,
      outlet: event.outlet,
      outletName: outlet?.name,
      mark: outlet.flatMap { marks[$0.id] },
      theme: theme?.id,
      title: theme?.title ?? event.summary,
      series: series?.title ?? event.categories.first ?? event.series,
      clause: series?.clause,
      themeClause: theme?.clause,
      isCancelled: event.status == .cancelled,
      note: event.note,
      airings: airings.filter { $0.uid != event.uid }.map { airing in
        Airing(
          day: .fullDay(airing.date),
          time: airing.time.map { "\($0)" },
          datetime: Self.datetime(airing.date, airing.time),
          channel: airing.location == outlet?.name ? nil : airing.location,
          isCancelled: airing.status == .cancelled
        )
      }
    )
  }

  /// The place of an issue on the page of its plan: see ``PublicAddress/page(of:plan:)``.
  static func anchor(of event: PublishedEvent) -> String { "\(event.series).\(event.number)" }

  private static func datetime(_ date: CivilDate, _ time: TimeOfDay?) -> String {
    time.map { "\(date)T\($0)" } ?? "\(date)"
  }
}

extension PageEntry {
  /// The entries of a release, by day and hour.
  ///
  /// - Parameters:
  ///   - release: The release.
  ///   - marks: The marks of its outlets.
  /// - Returns: An entry for each issue of which anything public is published.
  /// - Complexity: O(n log n) for n events.
  static func entries(of release: Release, marks: [String: OutletMark]) -> [PageEntry] {
    let events = release.events.filter { $0.kind == .issue || $0.kind == .airing }
    return Dictionary(grouping: events, by: anchor).values
      .compactMap { PageEntry($0, of: release.plan, marks: marks) }
      .sorted {
        ($0.date, $0.hour ?? .midnight, $0.anchor) < ($1.date, $1.hour ?? .midnight, $1.anchor)
      }
  }

  /// The places of issues of which only a deadline is left, which says nothing to the public.
  static func formerPlaces(of release: Release) -> [String] {
    let places = Set(release.events.filter { $0.kind == .deadline }.map(anchor))
    let present = release.events.filter { $0.kind == .issue || $0.kind == .airing }.map(anchor)
    return places.subtracting(present).sorted()
  }
}
