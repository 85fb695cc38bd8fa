internal import CivilTime
internal import Scheduling

/// The issues of a release as plain text, `agenda.txt`: for terminals, mail and whatever shows no page.
struct AgendaText {
  private let release: Release
  private let wording: Wording

  /// Prepares the text.
  init(of release: Release) {
    self.release = release
    wording = Wording(language: Language(rawValue: release.plan.language) ?? .vietnamese)
  }

  /// The text: month by month, two lines for each issue, then where to subscribe.
  var text: String {
    let plan = release.plan
    var lines = [
      plan.source.map { "\(plan.title) (\($0))" } ?? plan.title,
      "\(wording.releaseTitle(release.release)), \(wording.day(release.time.utc.date))",
    ]
    var month: Month?
    for event in release.events where event.kind == .issue {
      let own = Month(containing: event.date)
      if month != own { lines += ["", wording.month(own)] }
      month = own
      lines += entry(event)
    }
    if let address = plan.address {
      lines += ["", wording.subscribe]
      lines += Feed.feeds(of: release).filter { !$0.isPrivate && !$0.path.contains("/") }
        .map { "  \(address.file($0.path, ofPlan: plan.id))" }
    }
    return lines.map { Self.singleLine($0) + "\n" }.joined()
  }

  private func entry(_ event: PublishedEvent) -> [String] {
    let plan = release.plan
    let hour = event.time.map { "\($0)" } ?? "     "
    let day =
      "  \(wording.abbreviation(of: event.date.weekday)) \(wording.day(event.date))  \(hour)  "
    let series = plan.series.first { $0.id == event.series }?.title ?? event.series
    let outlet = plan.outlets.first { $0.id == event.outlet }?.name
    let theme = plan.themes.first { $0.id == event.theme }?.title
    let title = theme ?? series
    let origin = [theme == nil ? nil : series, outlet].compactMap(\.self).joined(separator: ", ")
    return [
      day + (event.status == .cancelled ? wording.cancelledTitle(title) : title),
      String(repeating: " ", count: day.count) + origin,
    ]
  }

  /// A text in one line, without what makes terminals do something or turn text around.
  private static func singleLine(_ text: String) -> String {
    let scalars = text.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: " "
      case .format: scalar.properties.isBidiControl ? nil : scalar
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}

extension Wording {
  /// A month as a heading.
  fileprivate func month(_ month: Month) -> String {
    language == .vietnamese ? "Tháng \(month.month)/\(month.year)" : "\(month)"
  }

  /// A weekday, in two or three letters.
  fileprivate func abbreviation(of weekday: Weekday) -> String {
    let names =
      language == .vietnamese
      ? ["T2", "T3", "T4", "T5", "T6", "T7", "CN"]
      : ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return names[weekday.rawValue - 1]
  }

  /// Where one can subscribe.
  fileprivate var subscribe: String {
    language == .vietnamese
      ? "Đăng ký theo dõi (đừng nhập tệp một lần):" : "Subscribe (do not import):"
  }
}
