import CivilTime
import Publishing
import Scheduling

extension Law {
  /// What is said of a change is what changed, and why.
  static let notes = Law("notes") { step in
    guard let before = step.before else { return [] }
    let (old, new) = (before.events, step.after.events)
    return step.after.all.events.compactMap { event in
      guard let was = before.all.byUID[event.uid], let oldEvent = old[event.uid],
        let newEvent = new[event.uid]
      else { return event.note == nil ? nil : "\(event.uid) is new, and says \(event.note ?? "")" }
      guard was.text != event.text else { return nil }
      let told = ToldChange(from: (was, oldEvent, before), to: (event, newEvent, step.after))
      guard let told = told.line else {
        return event.note == was.note ? nil : "\(event.uid) says \(event.note ?? "nothing")"
      }
      let note = event.note ?? "nothing"
      if note == told { return nil }
      let reason = ExpectedReason(of: oldEvent, becoming: newEvent, in: step.after)
      guard note.hasPrefix("\(told) ("), note.hasSuffix(")") else {
        return "\(event.uid) says \(note), not \(told)"
      }
      guard let words = reason.words else { return nil }
      return note == "\(told) (\(words))" ? nil : "\(event.uid) says \(note), not for \(words)"
    }
  }
}

extension Law {
  /// An event does not lose its theme without a word.
  static let themesStay = Law("themes stay") { step in
    step.after.all.events.compactMap { event in
      guard let was = step.before?.all.byUID[event.uid], was.note == event.note,
        step.before?.events[event.uid]?.theme == step.after.events[event.uid]?.theme
      else { return nil }
      func themes(_ event: FeedText.Event) -> Int {
        event.properties.filter { $0.hasPrefix("CATEGORIES:") }
          .flatMap { $0.split(separator: ",") }.count
      }
      return themes(event) >= themes(was) ? nil : "\(event.uid) has lost its theme"
    }
  }
}

/// What readers are to be told of a change, but for the reason: put together from the two texts.
private struct ToldChange {
  typealias Version = (text: FeedText.Event, event: PublishedEvent, publication: Publication)

  /// The line; `nil` where there is nothing to tell.
  let line: String?

  init(from old: Version, to new: Version) {
    let isVietnamese = new.publication.release.plan.language == "vi"
    func say(_ vietnamese: String, _ english: String) -> String {
      isVietnamese ? vietnamese : english
    }
    func day(_ date: Substring) -> String {
      let (year, month, day) = (date.prefix(4), date.dropFirst(4).prefix(2), date.suffix(2))
      return say("\(day)/\(month)/\(year)", "\(year)-\(month)-\(day)")
    }
    func hour(_ start: String) -> String? {
      let time = start.dropFirst(9)
      return time.isEmpty ? nil : "\(time.prefix(2)):\(time.dropFirst(2).prefix(2))"
    }
    func moment(_ start: String) -> String {
      let date = day(start.prefix(8))
      guard let hour = hour(start) else { return date }
      return say("\(hour) ngày \(date)", "\(date) at \(hour)")
    }
    func title(_ version: Version) -> String? {
      version.event.theme.flatMap { id in
        version.publication.release.plan.themes.first { $0.id == id }?.title
      }
    }
    func zone(_ version: Version) -> String? {
      version.text.properties.first { $0.hasPrefix("DTSTART;TZID=") }?
        .split(separator: "=")[1].split(separator: ":").first.map(String.init)
    }
    let (was, now) = (old.text, new.text)
    var changes: [String] = []
    if now.isCancelled {
      changes = [say("hủy", "cancelled")]
    } else {
      if was.isCancelled { changes.append(say("lại diễn ra", "takes place after all")) }
      if was.day != now.day {
        let (from, to) = (moment(was.start), moment(now.start))
        changes.append(say("dời từ \(from) sang \(to)", "moved from \(from) to \(to)"))
      } else if was.start != now.start {
        let none = say("cả ngày", "all day")
        let (from, to) = (hour(was.start) ?? none, hour(now.start) ?? none)
        changes.append(say("đổi giờ từ \(from) sang \(to)", "from \(from) to \(to)"))
      }
      if let from = zone(old), let to = zone(new), from != to {
        changes.append(
          say("múi giờ mới: \(to) (trước là \(from))", "new time zone: \(to) (before: \(from))")
        )
      }
      let (from, to) = (title(old), title(new))
      if old.event.theme != new.event.theme, was.theme != now.theme {
        let before = from.map { say(" (trước là \($0))", " (before: \($0))") } ?? ""
        changes.append(
          (to.map { say("chủ đề mới: \($0)", "new theme: \($0)") } ?? say("bỏ chủ đề", "no theme"))
            + before
        )
      }
    }
    let today = day("\(new.publication.occasion.today)".filter { $0 != "-" }[...])
    line =
      changes.isEmpty
      ? nil : say("Thay đổi ngày ", "Changed on ") + today + ": " + changes.joined(separator: "; ")
  }
}

/// What an editor decided about the day of an issue, in the editor's words.
private struct ExpectedReason {
  /// The words; `nil` where it is not a decision with words that moved or cancelled the issue.
  let words: String?

  init(of old: PublishedEvent, becoming new: PublishedEvent, in publication: Publication) {
    guard let plan = publication.plan, old.kind == .issue, old.status == .confirmed,
      old.date != new.date || new.status == .cancelled,
      let series = plan.series.first(where: { $0.id == old.series }),
      plan.period.contains(old.date)
    else {
      words = nil
      return
    }
    let isVietnamese = plan.language == .vietnamese
    if new.status == .confirmed,
      let pin = plan.pins.first(where: { $0.series == old.series && $0.date == new.date })
    {
      words = pin.reason ?? (isVietnamese ? "ngày do biên tập ấn định" : "set by the editors")
    } else if series.avoid.contains("holidays"),
      let day = plan.calendars.first(where: { $0.id == "holidays" })?.days[old.date]
    {
      words = isVietnamese ? "tránh \(day)" : "avoids \(day)"
    } else if let ban = plan.bans.first(where: { $0.series == old.series && $0.date == old.date }) {
      words =
        ban.reason
        ?? (isVietnamese ? "ngày cũ không sử dụng được" : "the old day is not available")
    } else {
      words = nil
    }
  }
}
