internal import CivilTime
internal import Scheduling

/// The list of what changed from release to release, newest first, for those who read the feeds.
struct ChangeLog {
  /// What one release changed.
  struct Entry {
    let release: Release
    let title: String
    let lines: [String]
  }

  private let newest: Release
  private let wording: Wording
  /// What each release changed, the newest first.
  let entries: [Entry]

  /// How many releases an Atom feed tells of at the most: it is fetched again and again.
  private static let mostInFeed = 50

  /// Prepares the list.
  ///
  /// - Parameters:
  ///   - newest: The newest release.
  ///   - earlier: Those before it, the first one first.
  init(_ newest: Release, after earlier: [Release]) {
    self.newest = newest
    wording = Wording(language: Language(rawValue: newest.plan.language) ?? .vietnamese)
    let releases = earlier + [newest]
    entries = releases.indices.reversed().map { index in
      let release = releases[index]
      let wording = Wording(language: Language(rawValue: release.plan.language) ?? .vietnamese)
      let previous = index > 0 ? releases[index - 1] : nil
      let lines =
        previous == nil
        ? [wording.firstRelease(issues: release.schedule.occurrences.count)]
        : ReleaseDifference(from: previous, to: release).changes.map { change in
          wording.change(change, before: previous?.plan.themes ?? [], now: release.plan.themes)
        }
      return Entry(
        release: release,
        title: release.message ?? wording.releaseTitle(release.release),
        lines: lines.isEmpty ? [wording.noVisibleChange] : lines
      )
    }
  }

  // MARK: Markdown

  /// The list as Markdown: `CHANGES.md`.
  var markdown: String {
    var text = "# \(Self.markdown(newest.plan.title))\n"
    for entry in entries {
      let day = wording.day(entry.release.time.utc.date)
      text += "\n## \(wording.releaseTitle(entry.release.release)), \(day)\n\n"
      if let message = entry.release.message { text += "\(Self.markdown(message))\n\n" }
      for line in entry.lines { text += "- \(Self.markdown(line))\n" }
    }
    return text
  }

  /// Text of a plan as text of Markdown, in one line.
  private static func markdown(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_[]<>#|".contains(character) { escaped.append("\\") }
      escaped.append(character.isNewline ? " " : character)
    }
    return escaped
  }

  // MARK: Atom

  /// The list as an Atom feed (RFC 4287): `changes.atom`.
  var atom: String {
    let plan = newest.plan
    var xml = XMLText()
    xml.open("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": plan.language])
    xml.element("id", NameUUID.urn(of: "\(plan.id)/changes"))
    xml.element("title", plan.title)
    xml.element("updated", "\(newest.time)")
    xml.open("author")
    xml.element("name", plan.source.map { "LichSong, \($0)" } ?? "LichSong")
    xml.close("author")
    let address = plan.address?.file("changes.atom", ofPlan: plan.id) ?? "changes.atom"
    xml.empty("link", ["rel": "self", "type": "application/atom+xml", "href": address])
    if let page = plan.address?.page(ofPlan: plan.id) {
      xml.empty("link", ["rel": "alternate", "type": "text/html", "href": page])
    }
    for entry in entries.prefix(Self.mostInFeed) {
      xml.open("entry")
      xml.element("id", NameUUID.urn(of: "\(plan.id)/releases/\(entry.release.release)"))
      xml.element("title", entry.title)
      xml.element("updated", "\(entry.release.time)")
      xml.element("content", entry.lines.joined(separator: "\n"), ["type": "text"])
      xml.close("entry")
    }
    xml.close("feed")
    return xml.text
  }
}

extension Wording {
  /// What a release is called that has no message.
  func releaseTitle(_ number: Int) -> String {
    language == .vietnamese ? "Lần công bố \(number)" : "Release \(number)"
  }

  /// That nothing was published before.
  fileprivate func firstRelease(issues: Int) -> String {
    language == .vietnamese
      ? "Công bố lần đầu: \(issues) số" : "Published for the first time: \(issues.of("issue"))"
  }

  /// That a release changed nothing that is still to come.
  fileprivate var noVisibleChange: String {
    language == .vietnamese
      ? "Không có thay đổi ở các số sắp tới" : "No change of what is still to come"
  }

  /// One change, with the title of what it is about.
  fileprivate func change(
    _ change: ReleaseDifference.Change,
    before: [Release.Plan.Theme],
    now: [Release.Plan.Theme]
  ) -> String {
    func title(_ id: String?, _ themes: [Release.Plan.Theme]) -> String? {
      id.flatMap { id in themes.first { $0.id == id }?.title }
    }
    let (old, new) = (change.before ?? change.after, change.after)
    let what = change.kinds.map { kind in
      switch kind {
      case .added: addition(at: new.time, on: new.date)
      case .cancelled: "\(cancellation) \(moment(old.time, old.date))"
      case .revived: "\(revival) \(moment(new.time, new.date))"
      case .moved: move(from: (old.time, old.date), to: (new.time, new.date))
      case .hour: "\(day(new.date)): \(newHour(from: old.time, to: new.time))"
      case .theme:
        "\(day(new.date)): "
          + newTheme(from: title(old.theme, before), to: title(new.theme, now))
      case .text:
        "\(day(new.date)): "
          + (change.newWords.isEmpty ? newText : change.newWords.joined(separator: "; "))
      }
    }
    let reason = change.reason.map { " (\($0.readers))" } ?? ""
    return "\(old.summary): \(what.joined(separator: "; "))\(reason)"
  }

  private func addition(at time: TimeOfDay?, on date: CivilDate) -> String {
    (language == .vietnamese ? "thêm " : "new on ") + moment(time, date)
  }

  private var newText: String {
    language == .vietnamese ? "nội dung thông tin thay đổi" : "details changed"
  }
}
