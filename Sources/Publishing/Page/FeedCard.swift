/// A feed as the page offers it.
struct FeedCard: Sendable {
  /// A QR code as a drawing.
  struct Code: Sendable {
    /// How many modules it is wide with the light ones around it.
    let size: Int
    let path: String
  }

  /// The place on the page, in letters that no place of an event has: `feed_station`.
  let anchor: String
  let path: String
  /// What readers call it, where the plan names it.
  let name: String?
  /// What readers call it otherwise.
  let words: Bilingual?
  /// What a calendar program calls it.
  let calendarName: String
  let mark: OutletMark?
  let entries: Bilingual
  /// The level of its heading.
  let level: Int
  /// The code that opens the feed's place on the page, where the public address is known.
  let code: Code?
  /// How to subscribe, where the public address is known.
  let links: SubscriptionLinks?

  /// The public feeds of a release.
  ///
  /// - Parameters:
  ///   - release: The release.
  ///   - marks: The marks of its outlets.
  /// - Returns: The feeds of outlets, of everything and of the activities, and those of themes.
  static func cards(
    of release: Release,
    marks: [String: OutletMark]
  ) -> (main: [FeedCard], themes: [FeedCard]) {
    let plan = release.plan
    let words = PageWords()
    let feeds = Feed.feeds(of: release).filter { !$0.isPrivate }
    let cards = feeds.map { feed in
      let outlet = plan.outlets.first { Feed.path(ofOutlet: $0.id) == feed.path }
      let theme = plan.themes.first { Feed.path(ofTheme: $0.id) == feed.path }
      let anchor = "feed_" + feed.path.dropLast(4).replacing("/", with: "_")
      return FeedCard(
        anchor: anchor,
        path: feed.path,
        name: outlet?.name ?? theme?.title,
        words: outlet != nil || theme != nil
          ? nil : feed.path == Feed.activitiesPath ? words.activitiesFeed : words.wholePlan,
        calendarName: feed.name,
        mark: outlet.flatMap { marks[$0.id] },
        entries: .entries(feed.eventCount),
        level: theme == nil ? 3 : 4,
        // Codes for all themes would be half the page.
        code: theme == nil
          ? plan.address.flatMap { QRCode("\($0.page(ofPlan: plan.id))#\(anchor)") }.map(Code.init)
          : nil,
        links: plan.address.map {
          SubscriptionLinks(to: $0.file(feed.path, ofPlan: plan.id), named: feed.name)
        }
      )
    }
    return (
      cards.filter { !$0.path.contains("/") }, cards.filter { $0.path.contains("/") }
    )
  }
}

extension FeedCard.Code {
  fileprivate init(_ code: QRCode) {
    size = code.modules.count + 2 * QRCode.quietZone
    path = code.path
  }
}
