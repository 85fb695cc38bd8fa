internal import CivilTime

/// The list of all plans, `index.html` of the folder of exports.
///
/// Like ``PlanPage`` it is a pure function of the releases.
struct IndexPage: Sendable {
  /// A plan in the list.
  struct Plan: Sendable {
    /// The folder of the plan, which is its identifier.
    let id: String
    let title: String
    let lang: String
    let source: String?
    let period: Bilingual
    let released: Bilingual
    /// The days of its issues, for the page's script: `2024-01-09 2024-01-14`.
    let dates: String
    /// The first issue on the day of the release or after it.
    let next: Bilingual?
    let releaseDay: Bilingual
  }

  let w = PageWords()
  let policy = PageTemplates.policy
  /// The language in which the page opens: that of the newest plan.
  let lang: String
  let isVietnamese: Bool
  let zone: String
  let plans: [Plan]
  let isEmpty: Bool
  let hasPlans = false

  /// Prepares the list.
  ///
  /// - Parameter releases: The newest release of each plan.
  /// - Complexity: O(n log n) in the number of all events.
  init(of releases: [Release]) {
    let newestFirst = releases.sorted {
      ($1.plan.from, $1.plan.to, $0.plan.id) < ($0.plan.from, $0.plan.to, $1.plan.id)
    }
    plans = newestFirst.map(Plan.init)
    isEmpty = plans.isEmpty
    lang = newestFirst.first?.plan.language ?? "vi"
    isVietnamese = lang != "en"
    zone = newestFirst.first?.plan.timeZone ?? "Asia/Ho_Chi_Minh"
  }

  /// The page as HTML.
  var html: String { PageTemplates.render(self, with: "index") }
}

extension IndexPage.Plan {
  fileprivate init(_ release: Release) {
    let plan = release.plan
    let day = release.time.utc.date
    let dates = Set(
      release.events.filter { $0.kind == .issue && $0.status == .confirmed }.map(\.date)
    ).sorted()
    self.init(
      id: plan.id,
      title: plan.title,
      lang: plan.language,
      source: plan.source,
      period: .days(plan.from...plan.to),
      released: .release(release.release, of: .day(day)),
      dates: dates.map(\.description).joined(separator: " "),
      next: dates.first { $0 >= day }.map(Bilingual.fullDay),
      releaseDay: .day(day)
    )
  }
}
