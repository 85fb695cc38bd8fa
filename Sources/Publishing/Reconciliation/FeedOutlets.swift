internal import ICalendar
internal import Scheduling

/// Tells of which outlet a feed is.
struct FeedOutlets: Sendable {
  private let outlets: [(id: String, name: TitleWords)]

  /// Prepares the names of a plan's outlets.
  init(of plan: Plan) {
    outlets = plan.outlets.map { ($0.id, TitleWords($0.name)) }
  }

  /// The outlet of a feed: its file is called like it, as ours are, or its name holds that of the outlet.
  ///
  /// - Parameter feed: The feed.
  /// - Returns: The identifier; `nil` where it cannot be told.
  func outlet(of feed: ReceivedFeed) -> String? {
    let file = feed.name.split(separator: "/").last ?? ""
    let stem = file.hasSuffix(".ics") ? file.dropLast(4) : file
    if let outlet = outlets.first(where: { $0.id == stem }) { return outlet.id }
    return feed.calendar.name.flatMap(outlet)
  }

  /// The one outlet that a text names.
  ///
  /// - Parameter text: The name of a calendar, or a place.
  /// - Returns: The identifier; `nil` where none is named, or more than one.
  func outlet(in text: String) -> String? {
    let text = TitleWords(text)
    let found = outlets.filter { text.place(of: $0.name.words) != nil }
    return found.count == 1 ? found[0].id : nil
  }
}
