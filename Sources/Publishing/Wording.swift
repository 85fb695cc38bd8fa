internal import CivilTime
internal import Scheduling

/// The words that the program adds to what it publishes, in the language of the plan.
struct Wording {
  /// The language.
  let language: Language

  /// A line of a text: what it is about, and what it says.
  private func line(_ vietnamese: String, _ english: String, _ text: String) -> String {
    "\(language == .vietnamese ? vietnamese : english): \(text)"
  }

  /// The line that names the theme.
  func theme(_ title: String) -> String { line("Chủ đề", "Theme", title) }

  /// The line that states the length on air.
  func length(minutes: Int) -> String {
    line("Thời lượng", "Length", language == .vietnamese ? "\(minutes) phút" : "\(minutes) min")
  }

  /// The line that announces the first airing of an issue that is aired again.
  func firstAiring(at time: TimeOfDay?, on date: CivilDate) -> String {
    line("Phát lần đầu", "First aired", moment(time, date))
  }

  /// The line that announces a further airing.
  func airing(at time: TimeOfDay, on date: CivilDate, channel: String?) -> String {
    line("Phát lại", "Again", moment(time, date) + (channel.map { " (\($0))" } ?? ""))
  }

  /// The line that states a deadline.
  func deadline(_ title: String, on date: CivilDate, owner: String) -> String {
    line("Hạn", "Deadline", "\(title): \(day(date)) (\(owner))")
  }

  /// The line that says when an issue appears, and where.
  func appearance(of outlet: Outlet, at time: TimeOfDay?, on date: CivilDate) -> String {
    let place = "\(moment(time, date)) (\(outlet.name))"
    return switch outlet.kind {
    case .broadcaster: line("Phát sóng", "On air", place)
    case .newspaper: line("Ra báo", "In print", place)
    case .website: line("Đăng tải", "Online", place)
    }
  }

  /// The line that says how long before the issue a deadline is.
  func due(on date: CivilDate, workingDays: Int) -> String {
    let before =
      language == .vietnamese
      ? "\(workingDays) ngày làm việc trước đó"
      : "\(workingDays.of("working day")) before"
    return line("Hạn", "Due", "\(day(date)) (\(before))")
  }

  /// The line that names who is in charge.
  func owner(_ name: String) -> String { line("Phụ trách", "In charge", name) }

  /// The line that says when an activity takes place.
  func window(_ window: ClosedRange<CivilDate>?, of period: ClosedRange<CivilDate>) -> String {
    func days(_ days: ClosedRange<CivilDate>) -> String {
      days.count == 1 ? day(days.lowerBound) : "\(day(days.lowerBound)) – \(day(days.upperBound))"
    }
    let whole = language == .vietnamese ? "trong cả kỳ kế hoạch" : "any time in the plan’s period"
    return line(
      "Thời gian",
      "When",
      window.map(days) ?? "\(whole) (\(days(period)))"
    )
  }

  /// The line that cites the clauses behind an issue.
  func basis(document: String?, clause: String?, themeClause: String?) -> String? {
    let section = language == .vietnamese ? "mục" : "clause"
    let ofTheme = language == .vietnamese ? "chủ đề: \(section)" : "theme: \(section)"
    let source = [document, clause.map { "\(section) \($0)" }].compactMap(\.self)
    let citations = [
      source.isEmpty ? nil : source.joined(separator: ", "),
      themeClause.map { "\(ofTheme) \($0)" },
    ].compactMap(\.self)
    return citations.isEmpty
      ? nil : line("Căn cứ", "Basis", citations.joined(separator: "; "))
  }

  /// The title of a further airing.
  func airingTitle(_ title: String) -> String {
    "\(title) (\(language == .vietnamese ? "phát lại" : "repeat"))"
  }

  /// The title of a deadline of an issue.
  func deadlineTitle(_ title: String, _ series: String, on date: CivilDate) -> String {
    language == .vietnamese
      ? "\(title): \(series), kỳ \(day(date))" : "\(title): \(series), issue of \(day(date))"
  }

  /// The title of a day of an activity.
  func milestoneTitle(_ milestone: Milestone, of title: String) -> String {
    switch milestone {
    case .start: line("Bắt đầu", "Begins", title)
    case .end: line("Kết thúc", "Ends", title)
    }
  }

  /// What the activities of a plan are called.
  var activities: String { language == .vietnamese ? "Hoạt động" : "Activities" }

  /// What the deadlines of an owner are called.
  func deadlines(of owner: String) -> String {
    language == .vietnamese ? "Hạn của \(owner)" : "Deadlines of \(owner)"
  }

  /// The title of a cancelled event.
  func cancelledTitle(_ title: String) -> String {
    "[\(language == .vietnamese ? "HỦY" : "CANCELLED")] \(title)"
  }

  /// The line that says what last changed about an event.
  ///
  /// - Parameters:
  ///   - changes: What changed, one at least.
  ///   - reason: Why.
  ///   - date: The day on which it was published.
  /// - Returns: The line.
  func changes(_ changes: [String], reason: String?, on date: CivilDate) -> String {
    line(
      "Thay đổi ngày \(day(date))",
      "Changed on \(day(date))",
      changes.joined(separator: "; ") + (reason.map { " (\($0))" } ?? "")
    )
  }

  /// That an event was cancelled.
  var cancellation: String { language == .vietnamese ? "hủy" : "cancelled" }

  /// That a cancelled event takes place after all.
  var revival: String { language == .vietnamese ? "lại diễn ra" : "takes place after all" }

  /// That an event moved.
  func move(from old: (TimeOfDay?, CivilDate), to new: (TimeOfDay?, CivilDate)) -> String {
    let (before, after) = (moment(old.0, old.1), moment(new.0, new.1))
    return language == .vietnamese
      ? "dời từ \(before) sang \(after)" : "moved from \(before) to \(after)"
  }

  /// That an event has another hour.
  func newHour(from old: TimeOfDay?, to new: TimeOfDay?) -> String {
    func hour(_ time: TimeOfDay?) -> String {
      time.map { "\($0)" } ?? (language == .vietnamese ? "cả ngày" : "all day")
    }
    return language == .vietnamese
      ? "đổi giờ từ \(hour(old)) sang \(hour(new))" : "from \(hour(old)) to \(hour(new))"
  }

  /// That the hour of an event is one of another time zone.
  func newZone(from old: String, to new: String) -> String {
    language == .vietnamese
      ? "múi giờ mới: \(new) (trước là \(old))" : "new time zone: \(new) (before: \(old))"
  }

  /// That an event has another theme.
  func newTheme(from old: String?, to new: String?) -> String {
    let before =
      old.map { language == .vietnamese ? " (trước là \($0))" : " (before: \($0))" } ?? ""
    guard let new else {
      return language == .vietnamese ? "bỏ chủ đề\(before)" : "no theme\(before)"
    }
    return (language == .vietnamese ? "chủ đề mới: \(new)" : "new theme: \(new)") + before
  }

  /// What a calendar client says of a feed.
  func feedDescription(document: String?) -> String {
    let made = language == .vietnamese ? "Lịch sóng do LichSong lập" : "Scheduled by LichSong"
    guard let document else { return made }
    return language == .vietnamese ? "\(made) theo \(document)" : "\(made) from \(document)"
  }

  /// A day as readers of the language write it.
  func day(_ date: CivilDate) -> String {
    switch language {
    case .vietnamese:
      func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "\(twoDigits(date.day))/\(twoDigits(date.month))/\(date.year)"
    case .english:
      return "\(date)"
    }
  }

  /// A moment as readers of the language write it.
  func moment(_ time: TimeOfDay?, _ date: CivilDate) -> String {
    guard let time else { return day(date) }
    return language == .vietnamese ? "\(time) ngày \(day(date))" : "\(day(date)) at \(time)"
  }
}
