internal import CivilTime

/// The page of a plan, `index.html`: the year at a glance, the agenda, and how to subscribe.
///
/// It is a pure function of the releases: no clock is asked, and a publish that changes nothing writes the
/// same bytes. What depends on the day on which it is read is computed there.
struct PlanPage: Sendable {
  /// An outlet in the legend.
  struct Outlet: Sendable {
    let id: String
    let name: String
    let mark: OutletMark
    let issues: Bilingual
  }

  /// A theme that has an issue.
  struct Theme: Sendable {
    let id: String
    let title: String
  }

  /// The entries of a month.
  struct AgendaMonth: Sendable {
    let iso: String
    let name: Bilingual
    let entries: [PageEntry]
  }

  let w = PageWords()
  let policy = PageTemplates.policy
  /// The language of the plan's own texts, in which the page opens.
  let lang: String
  let isVietnamese: Bool
  let title: String
  let source: String?
  let period: Bilingual
  let released: Bilingual
  let releaseDay: Bilingual
  let zone: String
  let outlets: [Outlet]
  let next: [PageEntry]
  let heading: Bilingual
  let year: YearView
  let agenda: [AgendaMonth]
  let formerPlaces: [String]
  let activities: [ActivityView]
  let limits: [LimitGroup]
  let changes: [ChangeView]
  let themes: [Theme]
  let feeds: [FeedCard]
  let themeFeeds: [FeedCard]
  let hasPlans = true

  // Templates have no logic: whether a part of the page is there at all is said here.
  let hasActivities: Bool
  let hasThemeFeeds: Bool
  let hasNext: Bool
  let hasLimits: Bool

  /// How many issues the page shows before any other, as what is next.
  private static let nextCount = 4

  /// Prepares the page of a plan.
  ///
  /// - Parameters:
  ///   - release: The newest release.
  ///   - earlier: Those before it, the first one first, for what changed lately.
  init(_ release: Release, after earlier: [Release]) {
    let plan = release.plan
    let day = release.time.utc.date
    let marks = OutletMark.marks(of: plan.outlets)
    let entries = PageEntry.entries(of: release, marks: marks)
    let standing = entries.filter { !$0.isCancelled }
    lang = plan.language
    isVietnamese = plan.language != "en"
    title = plan.title
    source = plan.source
    period = .days(plan.from...plan.to)
    released = .release(release.release, of: .day(day))
    releaseDay = .fullDay(day)
    zone = plan.timeZone
    outlets = plan.outlets.compactMap { outlet in
      marks[outlet.id].map { mark in
        Outlet(
          id: outlet.id,
          name: outlet.name,
          mark: mark,
          issues: .issues(standing.count { $0.outlet == outlet.id })
        )
      }
    }
    next = standing.filter { $0.date >= day }.prefix(Self.nextCount).map(\.copy)
    hasNext = !next.isEmpty
    heading =
      plan.from.year == plan.to.year ? .heading(of: plan.from.year) : w.year
    year = YearView(
      of: plan.from...plan.to,
      with: entries,
      daysOff: plan.daysOff ?? [],
      observances: plan.observances ?? []
    )
    agenda = Dictionary(grouping: entries) { Month(containing: $0.date) }
      .sorted { $0.key < $1.key }
      .map { month, entries in
        AgendaMonth(
          iso: String("\(month.first)".prefix(7)),
          name: .monthOfYear(month),
          entries: entries
        )
      }
    formerPlaces = PageEntry.formerPlaces(of: release)
    activities = ActivityView.activities(of: release)
    hasActivities = !activities.isEmpty
    limits = LimitGroup.groups(of: plan.limits ?? [])
    hasLimits = !limits.isEmpty
    changes = ChangeView.newest(of: ChangeLog(release, after: earlier))
    let used = Set(entries.compactMap(\.theme))
    themes = plan.themes.filter { used.contains($0.id) }
      .map { Theme(id: $0.id, title: $0.title) }
    (feeds, themeFeeds) = FeedCard.cards(of: release, marks: marks)
    hasThemeFeeds = !themeFeeds.isEmpty
  }

  /// The page as HTML.
  var html: String { PageTemplates.render(self, with: "plan") }
}
