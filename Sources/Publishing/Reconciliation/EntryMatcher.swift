internal import Scheduling

/// Finds out which issue or airing of a plan an entry of somebody else's log is.
struct EntryMatcher {
  /// What an entry is.
  enum Match: Sendable, Equatable {
    /// An issue or a further airing that the plan's own feed has, by its identity.
    case identity(UID.Parts)
    /// An airing of a series, by its title, with the number that the title has for the issue.
    case title(series: String, designation: [Int]?)
    /// Something that may belong to the plan, and why it is not clear.
    case unclear(String)
    /// Something else of the plan's own feeds: a deadline, an activity.
    case beside
    /// Another programme.
    case other
  }

  private let plan: Plan
  private let programmes: ProgrammeTitles
  private let themes: ThemeTitles
  private let outlets: FeedOutlets

  /// Prepares to match entries with a plan.
  init(of plan: Plan) {
    self.plan = plan
    programmes = ProgrammeTitles(of: plan)
    themes = ThemeTitles(of: plan)
    outlets = FeedOutlets(of: plan)
  }

  /// What an entry is.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - outlet: The identifier of the outlet whose feed it is from, where that is known; otherwise the
  ///     place of the event may tell.
  /// - Returns: What it is.
  func match(_ entry: LogEntry, of outlet: String?) -> Match {
    if let identity = UID.parts(of: entry.uid), identity.plan == plan.id,
      plan.series.contains(where: { $0.id == identity.series })
    {
      return .identity(identity)
    }
    if UID.isBesideIssues(entry.uid, of: plan.id) { return .beside }
    let outlet = outlet ?? entry.location.flatMap(outlets.outlet)
    return switch programmes.match(TitleWords(entry.title), of: outlet) {
    case .none: .other
    case .series(let id, _) where entry.takesDays:
      .unclear("it is called like \(id) and takes several days, and an issue has one")
    case .series(let id, let designation): .title(series: id, designation: designation)
    case .unclear(let why): .unclear(why)
    }
  }

  /// The theme that an entry names.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - series: The identifier of its series.
  /// - Returns: The identifier; `nil` where none is named.
  func theme(of entry: LogEntry, in series: String) -> String? {
    themes.theme(in: ([entry.title] + entry.categories).map(TitleWords.init), of: series)
  }
}
