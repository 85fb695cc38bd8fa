extension Mistake {
  /// A mistake in each key at least, and of each kind.
  static let all: [Mistake] = planWide + outletsAndCalendars + series + wishes + decisions + publish

  private static let planWide = [
    Mistake("plan.id", "id: an-giang-2024", "id: An Giang 2024", schema: true),
    Mistake("plan.id", "id: an-giang-2024", "id: Án_Đồng", schema: true),
    Mistake("plan.id", "id: an-giang-2024", "id: -an-giang", schema: true),
    Mistake("plan.id", "id: an-giang-2024", "id: ''", schema: true),
    Mistake("plan.id", "id: an-giang-2024\n", "", schema: true),
    Mistake("plan.title", "title: Tuyên truyền “Thi đua là yêu nước”\n", "title:\n", schema: true),
    Mistake("plan.title", "title: Tuyên truyền “", "title: !!str Tuyên truyền “"),
    Mistake("plan.title", "title: Tuyên truyền “", "titel: Tuyên truyền “", schema: true),
    Mistake("plan.title", "title: Tuyên truyền “", "name: Tuyên truyền “", schema: true),
    Mistake(
      "plan.title",
      "title: Tuyên truyền “Thi",
      "title: Tuyên\u{202E} truyền “Thi",
      schema: true
    ),
    Mistake(
      "plan.title",
      "title: Tuyên truyền “Thi đua là yêu nước”",
      #"title: "Tuyên\etruyền""#,
      schema: true
    ),
    Mistake(
      "plan.title",
      "title: Tuyên truyền “Thi đua là yêu nước”",
      "title: |\n  hai\n  dòng",
      schema: true
    ),
    Mistake("plan.title", "title: Tuyên truyền “Thi", "title: Tuyên: truyền “Thi"),
    Mistake("plan.source", "source: {number: 64/KH-UBND,", "source: 64/KH-UBND # {", schema: true),
    Mistake("source.number", "{number: 64/KH-UBND, ", "{", schema: true),
    Mistake("source.number", "number: 64/KH-UBND", "number: [64, KH-UBND]", schema: true),
    Mistake("source.issuer", "issuer: Ủy ban nhân dân tỉnh", "issuer: ~", schema: true),
    Mistake("source.issuer", "issuer: Ủy", "isuer: Ủy", schema: true),
    Mistake("source.date", "date: 2024-03-06", "date: 6/3/2024", schema: true),
    Mistake("source.date", "date: 2024-03-06", "date: 1824-03-06", schema: true),
    Mistake(
      "plan.period",
      "period: {from: 2024-01-01, to: 2024-12-31}",
      "period: 2024",
      schema: true
    ),
    Mistake("period.from", "from: 2024-01-01, ", "", schema: true),
    Mistake("period.from", "from: 2024-01-01", "from: 2024-13-01", schema: true),
    Mistake("period.from", "from: 2024-01-01", "from: 2017-01-01"),
    Mistake("period.to", "to: 2024-12-31", "to: 2023-12-31"),
    Mistake("period.to", "to: 2024-12-31", "to: 2024-02-30"),
    Mistake("period.to", "to: 2024-12-31", "to: 2200-12-31", schema: true),
    Mistake("period.to", "to: 2024-12-31", "too: 2024-12-31", schema: true),
    Mistake("plan.timezone", "timezone: Asia/Ho_Chi_Minh", "timezone: Asia/Hochiminh"),
    Mistake("plan.timezone", "timezone: Asia/Ho_Chi_Minh", "timezone: GMT+7"),
    Mistake("plan.timezone", "timezone: Asia/Ho_Chi_Minh", "timezone: GMT+0700"),
    Mistake("plan.timezone", "timezone: Asia/Ho_Chi_Minh", "timezone: ../../etc/passwd"),
    Mistake("plan.timezone", "timezone: Asia/Ho_Chi_Minh", "timezone: [Asia]", schema: true),
    Mistake("plan.language", "language: vi", "language: vn", schema: true),
    Mistake("plan.costs", "costs: {short: 400,", "costs: [short, 400] # {", schema: true),
    Mistake("costs.short", "short: 400", "short: -1", schema: true),
    Mistake("costs.short", "short: 400", "sort: 400", schema: true),
    Mistake("costs.uneven", "uneven: 2", "uneven: 1.5", schema: true),
    Mistake("costs.moved", "moved: 900", "moved: 1_000_001", schema: true),
    Mistake("costs.repeated", "repeated: 60", "repeated: ", schema: true),
    Mistake("costs.rethemed", "rethemed: 210", "rethemed: 99999999999999999999", schema: true),
  ]

  private static let outletsAndCalendars = [
    Mistake("plan.outlets", "outlets:\n", "outlets: # gone\nothers:\n", schema: true, count: 2),
    Mistake("plan.outlets", "outlets:\n", "outlet:\n", schema: true),
    Mistake("outlet.id", "id: station", "id: Station", schema: true),
    Mistake("outlet.id", "id: paper", "id: station"),
    Mistake("outlet.id", "{id: paper", "{id: all", schema: true, count: 2),
    Mistake("outlet.id", "{id: paper, kind", "{kind", schema: true),
    Mistake("outlet.id", "id: station", "id: \(String(repeating: "a", count: 65))", schema: true),
    Mistake("outlet.kind", "kind: newspaper", "kind: newspapers", schema: true),
    Mistake("outlet.name", "name: Báo An Giang", "name: {vi: Báo An Giang}", schema: true),
    Mistake(
      "outlet.clause",
      "Truyền hình, clause: III.5}",
      "Truyền hình, clause: [III.5]}",
      schema: true
    ),
    Mistake(
      "outlet.clause",
      "Truyền hình, clause: III.5}",
      "Truyền hình, cluase: III.5}",
      schema: true
    ),
    Mistake(
      "plan.calendars",
      "calendars:\n",
      "calendars: holidays.ics\nfiles:\n",
      schema: true,
      count: 2
    ),
    Mistake("calendar.id", "{id: evenings, file: .", "{id: holidays, file: ."),
    Mistake("calendar.file", "file: holidays.ics", "file: holiday.ics"),
    Mistake("calendar.file", "file: holidays.ics", "file: https://example.vn/holidays.ics"),
    Mistake("calendar.file", "file: holidays.ics", "file: /etc/holidays.ics"),
    Mistake("calendar.file", ", file: holidays.ics", "", schema: true),
  ]

  private static let series = [
    Mistake("plan.series", "series:\n  - id: segment", "series:\n  id: segment"),
    Mistake("series.id", "- id: segment", "- id: Chuyên mục", schema: true),
    Mistake("series.id", "- id: page", "- id: segment"),
    Mistake("series.id", "- id: segment", "- id: segment\n    id: segment2"),
    Mistake("series.outlet", "outlet: station", "outlet: statoin"),
    Mistake("series.outlet", "    outlet: station\n", "", schema: true),
    Mistake("series.title", "title: Chuyên mục", "title: [Chuyên mục]", schema: true),
    Mistake("series.clause", "clause: III.5\n", "clause: {III.5: 1}\n", schema: true),
    Mistake("series.minutes", " minutes: 12", " minutes: 0", schema: true),
    Mistake("series.minutes", " minutes: 12", " minutes: 12 phút", schema: true),
    Mistake("series.minutes", " minutes: 12", " minutes: 20"),
    Mistake("series.max-minutes", "max-minutes: 15", "max-minutes: 1441", schema: true),
    Mistake("series.max-minutes", "max-minutes: 15", "maxminutes: 15", schema: true),
    Mistake("series.per-month", "per-month: 1\n", "per-mouth: 1\n", schema: true),
    Mistake("series.per-month", "per-month: 1\n", "per-month: one\n", schema: true),
    Mistake("series.per-month", "per-month: 1\n", "per-month: 32\n", schema: true),
    Mistake("series.per-month", "per-month: 1\n", "per-month: [1, 2]\n", schema: true),
    Mistake("count.min", "{min: 1, max: 4}", "{min: 01, max: 4}"),
    Mistake("count.min", "{min: 1, max: 4}", "{min: 5, max: 4}"),
    Mistake("count.min", "{min: 1, max: 4}", "{}", schema: true),
    Mistake("count.max", "{min: 1, max: 4}", "{min: 1, maximum: 4}", schema: true),
    Mistake("series.per-year", "per-year: 24", "per-year: 3661", schema: true),
    Mistake("series.per-year", "per-year: 24", "per-year: 49"),
    Mistake("series.aim", "aim: 12", "aim: -3", schema: true),
    Mistake("series.aim", "aim: 12", "aim: 13"),
    Mistake("series.min-gap", "min-gap: 14", "min-gap: 0", schema: true),
    Mistake("series.min-gap", "min-gap: 14", "min-gap: 45"),
    Mistake(
      "series.slots",
      "    slots:\n      - {rule: \"FREQ=WEEKLY;BYDAY=FR\"}",
      "    slots: []",
      schema: true
    ),
    Mistake("series.slots", "- {rule: \"FREQ=WEEKLY;BYDAY=FR\"}", "- FREQ=WEEKLY", schema: true),
    Mistake("slot.rule", "FREQ=MONTHLY;BYDAY=2SU", "FREQ=MONTLY;BYDAY=2SU"),
    Mistake("slot.rule", "FREQ=MONTHLY;BYDAY=2SU", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30"),
    Mistake("slot.rule", "FREQ=MONTHLY;BYDAY=2SU", "FREQ=HOURLY"),
    Mistake("slot.rule", "{rule: \"FREQ=WEEKLY;BYDAY=FR\"}", "{cost: 1}", schema: true),
    Mistake("slot.at", "2SU\", at: 20:15", "2SU\", at: 24:15", schema: true),
    Mistake("slot.at", "2SU\", at: 20:15", "2SU\", at: 20h15", schema: true),
    Mistake("slot.at", "{calendar: evenings,", "{calendar: evenings, at: 20:00,", schema: true),
    Mistake("slot.calendar", "{calendar: evenings,", "{calendar: evening,"),
    Mistake(
      "slot.calendar",
      "{calendar: evenings,",
      "{rule: FREQ=DAILY, calendar: evenings,",
      schema: true
    ),
    Mistake("slot.cost", "cost: 250", "cost: 1,000,000", schema: true, count: 2),
    Mistake("slot.cost", "cost: 250", "cost: 1000001", schema: true),
    Mistake("series.avoid", "avoid: [holidays]", "avoid: holidays", schema: true),
    Mistake("series.avoid", "avoid: [holidays]", "avoid: [holidays, tet]"),
    Mistake("series.avoid", "avoid: [holidays]", "avoid: [holidays, holidays]", schema: true),
    Mistake("series.repeats", "repeats:\n      - {", "repeats:\n        {", schema: true),
    Mistake("repeat.after", "after: 1", "after: -1", schema: true),
    Mistake("repeat.at", "at: 11:30", "at: 8:30", schema: true),
    Mistake("repeat.at", ", at: 11:30", "", schema: true),
    Mistake("repeat.channel", "channel: TV", "channel: \"\"", schema: true),
    Mistake("series.deadlines", "deadlines:\n", "deadline:\n", schema: true),
    Mistake("deadline.id", "{id: script", "{id: Kịch bản", schema: true),
    Mistake("deadline.title", "title: Duyệt kịch bản", "title: [Duyệt]", schema: true),
    Mistake("deadline.before", "before: 10", "before: 201", schema: true),
    Mistake("deadline.owner", "before: 10, owner: Sở Nội vụ}", "before: 10}", schema: true),
  ]

  private static let wishes = [
    Mistake(
      "plan.observances",
      "observances:\n",
      "observances: {}\ndays:\n",
      schema: true,
      count: 2
    ),
    Mistake("observance.id", "id: hung-kings", "id: emulation-day"),
    Mistake("observance.title", "title: Giỗ Tổ Hùng Vương, ", "", schema: true),
    Mistake("observance.clause", "clause: I\n", "clause: \"I\\nII\"\n", schema: true),
    Mistake("observance.date", "date: 06-11", "date: 6-11", schema: true),
    Mistake("observance.date", "date: 06-11", "date: 02-30"),
    Mistake("observance.date", "date: lunar 03-10", "date: luna 03-10", schema: true),
    Mistake("observance.date", "date: lunar 03-10", "date: lunar 03-31", schema: true),
    Mistake("observance.date", "date: lunar 03-10", "date: âm lịch 10/3", schema: true),
    Mistake("observance.date", "date: 2024-10-20", "date: 2025-10-20"),
    Mistake("observance.lead", "lead: 7", "lead: một tuần", schema: true),
    Mistake("observance.lead", "lead: 7", "lead: 3"),
    Mistake("observance.lead", "lead: 6", "lead: 0"),
    Mistake("observance.lag", "lag: 2", "lag: 3,661", schema: true),
    Mistake("observance.points", "points: 300", "points: 1000001", schema: true),
    Mistake(
      "observance.points",
      "Đại hội, date: 2024-10-20, points: 50",
      "Đại hội, date: 2024-10-20",
      schema: true
    ),
    Mistake(
      "observance.series",
      "    series: [segment, page]\n    theme",
      "    series: []\n    theme",
      schema: true
    ),
    Mistake(
      "observance.series",
      "    series: [segment, page]\n    theme",
      "    series: [segment, pages]\n    theme"
    ),
    Mistake("observance.theme", "    theme: law\n  - {id: hung", "    theme: lew\n  - {id: hung"),
    Mistake("plan.themes", "themes:\n", "theems:\n", schema: true),
    Mistake("theme.id", "- id: law", "- id: \"luật\"", schema: true),
    Mistake("theme.title", "title: Luật Thi đua, khen thưởng", "title: ' '", schema: true),
    Mistake("theme.clause", "clause: II.1", "clauze: II.1", schema: true),
    Mistake("theme.share", "share: 3", "share: 0", schema: true),
    Mistake("theme.series", "series: [page, segment]", "series: page", schema: true),
    Mistake(
      "theme.window",
      "window: {from: 2024-02-01, to: 2024-11-30}",
      "window: 2024-02-01",
      schema: true
    ),
    Mistake(
      "theme.window",
      "window: {from: 2024-02-01, to: 2024-11-30}",
      "window: {}",
      schema: true
    ),
    Mistake("window.from", "from: 2024-02-01", "from: 2024.02.01", schema: true),
    Mistake("window.from", "from: 2024-02-01, to: 2024-11-30", "from: 2025-02-01"),
    Mistake("window.to", "to: 2024-11-30", "to: 2024-01-30"),
    Mistake("window.to", "to: 2024-09-30", "to: 2023-09-30"),
    Mistake("theme.at-least", "at-least: 3", "at-least: 10"),
    Mistake(
      "theme.window",
      "from: 2024-02-01, to: 2024-11-30",
      "from: 2024-02-05, to: 2024-02-06"
    ),
    Mistake("theme.at-least", "at-least: 3", "at-least: [3]", schema: true),
    Mistake("theme.at-most", "at-most: 9", "atmost: 9", schema: true),
    Mistake("theme.at-most", "at-most: 9", "at-most: 3661", schema: true),
    Mistake("plan.apart", "apart:\n  - {", "apart:\n    {", schema: true),
    Mistake(
      "separation.series",
      "series: [segment, page], days",
      "series: [segment], days",
      schema: true
    ),
    Mistake(
      "separation.series",
      "series: [segment, page], days",
      "series: [segment, segment], days",
      schema: true
    ),
    Mistake("separation.days", "days: 2", "days: 0", schema: true),
    Mistake("separation.clause", "clause: III.6", "claus: III.6", schema: true),
    Mistake("plan.activities", "activities:\n", "activity:\n", schema: true),
    Mistake("activity.id", "{id: contest, ", "{", schema: true),
    Mistake("activity.title", "title: Cuộc thi tìm hiểu Luật", "title: null", schema: true),
    Mistake(
      "activity.title",
      "title: Cuộc thi tìm hiểu Luật",
      "title: Cuộc thi, hội thi",
      schema: true
    ),
    Mistake("activity.clause", "Luật, clause: III.2", "Luật, clause: []", schema: true),
    Mistake(
      "activity.owner",
      "III.2, owner: Sở Nội vụ",
      "III.2, owner: {Sở: Nội vụ}",
      schema: true
    ),
    Mistake("activity.window", "window: {to: 2024-09-30}", "window: [2024-09-30]", schema: true),
  ]

  private static let decisions = [
    Mistake("plan.pins", "pins:\n", "pin:\n", schema: true),
    Mistake("plan.bans", "bans:\n  - {", "bans:\n    {", schema: true),
    Mistake(
      "pin.series",
      "{series: page, date: 2024-06-07",
      "{series: [page], date: 2024-06-07",
      schema: true
    ),
    Mistake("pin.series", "{series: page, date: 2024-06-07", "{series: pgae, date: 2024-06-07"),
    Mistake("pin.date", "2024-06-07", "2024-06-31"),
    Mistake("pin.date", "2024-06-07", "2025-06-07"),
    Mistake("pin.theme", "theme: models", "theme: model"),
    Mistake("pin.why", "why: special issue", "why: \"tab\\there\"", schema: true),
    Mistake(
      "pin.clause",
      "special issue, clause: III.4",
      "special issue, clause: ''",
      schema: true
    ),
    Mistake("ban.series", "{series: page, date: 2024-11-15", "{date: 2024-11-15", schema: true),
    Mistake("ban.date", "2024-11-15", "15-11-2024", schema: true),
    Mistake("ban.date", "2024-11-15", "2024-06-07"),
    Mistake("ban.why", "why: the press", "because: the press", schema: true),
    Mistake("ban.clause", "serviced, clause: III.4", "serviced, clause: {}", schema: true),
    Mistake("decisions.pins", "pins:\n", "pined:\n", in: .decisions, schema: true),
    Mistake("decisions.pins", "2024-03-10, theme: law", "2024-03-10, theme: lax", in: .decisions),
    Mistake("decisions.pins", "2024-03-10", "2024-04-14", in: .decisions),
    Mistake("decisions.pins", "2024-03-10", "2024-06-08", in: .decisions),
    Mistake("decisions.bans", "bans:\n  - {", "bans:\n    {", in: .decisions, schema: true),
    Mistake(
      "decisions.done",
      "done:\n",
      "done: yes\nx:\n",
      in: .decisions,
      schema: true,
      count: 2
    ),
    Mistake(
      "completion.issue",
      "issue: an-giang-2024-segment-1@lichsong",
      "issue: số 1",
      in: .decisions,
      schema: true
    ),
    Mistake(
      "completion.issue",
      "issue: an-giang-2024-segment-1@lichsong, ",
      "",
      in: .decisions,
      schema: true
    ),
    Mistake("completion.date", "date: 2024-01-14", "date: today", in: .decisions, schema: true),
    Mistake(
      "completion.link",
      "https://example.vn/1",
      "javascript:alert(1)",
      in: .decisions,
      schema: true
    ),
    Mistake(
      "completion.link",
      "https://example.vn/1",
      "ftp://example.vn/1",
      in: .decisions,
      schema: true
    ),
    Mistake(
      "completion.note",
      "note: phát đúng giờ",
      "notes: phát đúng giờ",
      in: .decisions,
      schema: true
    ),
  ]

  private static let publish = [
    Mistake("plan.publish", "publish:\n", "publish: true\nx:\n", schema: true, count: 2),
    Mistake("publish.reminders", "reminders: [1d, 30m]", "reminders: 1d", schema: true),
    Mistake("publish.reminders", "reminders: [1d, 30m]", "reminders: [P1D]", schema: true),
    Mistake("publish.reminders", "reminders: [1d, 30m]", "reminders: [1 day]", schema: true),
    Mistake("publish.reminders", "reminders: [1d, 30m]", "reminders: [400d]"),
    Mistake("publish.reminders", "reminders: [1d, 30m]", "reminders: [1d, 24h]"),
    Mistake("publish.keep-cancelled", "keep-cancelled: 45", "keep-cancelled: 45d", schema: true),
    Mistake("publish.keep-cancelled", "keep-cancelled: 45", "keep-canceled: 45", schema: true),
    Mistake(
      "publish.release",
      "release: {broken: warn, unusual: ignore}",
      "release: warn",
      schema: true
    ),
    Mistake("release.broken", "broken: warn", "broken: stop", schema: true),
    Mistake("release.unusual", "unusual: ignore", "unusual: Ignore", schema: true),
    Mistake("release.unusual", "unusual: ignore", "unusal: ignore", schema: true),
  ]
}
