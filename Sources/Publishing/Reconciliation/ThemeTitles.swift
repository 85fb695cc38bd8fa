internal import Scheduling

/// The names of a plan's themes, as titles of events have them.
struct ThemeTitles: Sendable {
  private let themes: [(theme: Theme, name: [TitleWords.Word])]

  /// Prepares the names of a plan's themes.
  init(of plan: Plan) {
    themes = plan.themes.map { theme in
      let title = TitleWords(theme.title)
      return (theme, title.quoted.first ?? title.words)
    }
  }

  /// The theme that texts of an event name.
  ///
  /// - Parameters:
  ///   - texts: The title, then what else may name it.
  ///   - series: The identifier of the series of the event.
  /// - Returns: The identifier; `nil` where none is named, or more than one.
  func theme(in texts: [TitleWords], of series: String) -> String? {
    for text in texts {
      let found = themes.compactMap { theme, name in
        theme.takes(series: series) ? text.place(of: name).map { (id: theme.id, place: $0) } : nil
      }
      // A name within a longer one is a part of that.
      let whole = found.filter { one in
        !found.contains { other in
          other.place.range.count > one.place.range.count
            && other.place.range.contains(one.place.range.lowerBound)
            && other.place.range.contains(one.place.range.upperBound - 1)
        }
      }
      if whole.count == 1 { return whole[0].id }
      if whole.count > 1 { return nil }
    }
    return nil
  }
}
