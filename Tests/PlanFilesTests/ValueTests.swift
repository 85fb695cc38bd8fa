import CivilTime
import PlanFiles
import Scheduling
import TestSupport
import Testing

/// What is read from the plan in which every key stands, to the last value.
@Suite struct ValueTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func days(_ texts: String...) throws -> [CivilDate] { try texts.map { try day($0) } }

  @Test("The plan, its outlets and its calendars")
  func plan() throws {
    let plan = try PlanText.everyKey().read().get()
    #expect(plan.id == "an-giang-2024")
    #expect(plan.title == "Tuyên truyền “Thi đua là yêu nước”")
    #expect(
      try plan.source
        == SourceDocument(
          number: "64/KH-UBND",
          issuer: "Ủy ban nhân dân tỉnh",
          date: day("2024-03-06")
        )
    )
    #expect(try plan.period == day("2024-01-01")...day("2024-12-31"))
    #expect(plan.timeZone == "Asia/Ho_Chi_Minh")
    #expect(plan.language == .vietnamese)
    #expect(
      plan.outlets == [
        Outlet(id: "station", kind: .broadcaster, name: "Đài Phát thanh và Truyền hình"),
        Outlet(id: "paper", kind: .newspaper, name: "Báo An Giang"),
      ]
    )
    #expect(plan.calendars.map(\.id) == ["holidays", "evenings"])
  }

  @Test("A calendar has the days of a year before the period as well, without what was cancelled")
  func calendars() throws {
    let calendars = try PlanText.everyKey().read().get().calendars
    let tet = "Tết Nguyên đán"
    #expect(
      try calendars[0].days == [
        day("2022-12-31"): "Vừa đủ gần",
        day("2023-01-01"): "Tết Dương lịch",
        day("2024-01-01"): "Tết Dương lịch",
        day("2024-02-08"): tet,
        day("2024-02-09"): tet,
        day("2024-02-10"): tet,
        day("2024-02-11"): tet,
        day("2024-02-12"): "\(tet), Nghỉ bù",
        day("2024-02-13"): tet,
        day("2024-02-14"): tet,
      ]
    )
    #expect(
      try calendars[1].days == [
        day("2024-01-05"): "Khung giờ tối", day("2024-08-17"): "Cả ngày",
      ]
    )
  }

  @Test("A series")
  func series() throws {
    let series = try PlanText.everyKey().read().get().series
    var first = try #require(series.first)
    let rules = first.slotRules
    first.slotRules = []
    #expect(
      try first
        == Series(
          id: "segment",
          outlet: "station",
          title: "Chuyên mục",
          clause: "III.5",
          minutes: 12,
          maxMinutes: 15,
          perMonth: .exactly(1),
          perYear: CountLimit(min: 6, max: 12),
          aim: 12,
          minGap: 14,
          slotRules: [],
          avoid: ["holidays"],
          repeats: [
            Repeat(after: 1, time: #require(TimeOfDay(hour: 11, minute: 30)), channel: "TV")
          ],
          deadlines: [
            Deadline(id: "script", title: "Duyệt kịch bản", before: 10, owner: "Sở Nội vụ")
          ]
        )
    )
    let evening = try #require(TimeOfDay(hour: 20, minute: 15))
    let sundays = (try day("2024-01-01")...day("2024-12-31")).filter { $0.weekday == .sunday }
    #expect(rules.map(\.cost) == [0, 100, 250])
    #expect(
      rules[0].candidates
        == sundays.filter { 8...14 ~= $0.day }.map {
          SlotRule.Candidate(date: $0, time: evening)
        }
    )
    #expect(rules[1].candidates == sundays.map { SlotRule.Candidate(date: $0, time: evening) })
    #expect(
      try rules[2].candidates == [
        // 13:15 in UTC.
        SlotRule.Candidate(date: day("2024-01-05"), time: evening),
        SlotRule.Candidate(date: day("2024-08-17")),
      ]
    )
    #expect(series[1].perMonth == CountLimit(min: 1, max: 4))
    #expect(series[1].perYear == .exactly(24))
    #expect(series[1].minGap == 1)
    #expect(series[1].aim == nil)
    #expect(series[1].slotRules[0].candidates.allSatisfy { $0.time == nil })
  }

  @Test("Days that matter, themes and distances")
  func wishes() throws {
    let plan = try PlanText.everyKey().read().get()
    #expect(
      try plan.observances == [
        Observance(
          id: "emulation-day",
          title: "Ngày truyền thống thi đua yêu nước",
          clause: "I",
          dates: days("2024-06-11"),
          lead: 7,
          lag: 2,
          points: 300,
          series: ["segment", "page"],
          theme: "law"
        ),
        Observance(
          id: "hung-kings",
          title: "Giỗ Tổ Hùng Vương",
          dates: days("2024-04-18"),
          lead: 6,
          points: 50
        ),
        Observance(
          id: "congress-day",
          title: "Đại hội",
          dates: days("2024-10-20"),
          points: 50
        ),
      ]
    )
    #expect(
      try plan.themes == [
        Theme(
          id: "law",
          title: "Luật Thi đua, khen thưởng",
          clause: "II.1",
          share: 3,
          series: ["page", "segment"],
          window: day("2024-02-01")...day("2024-11-30"),
          atLeast: 3,
          atMost: 9
        ),
        Theme(id: "models", title: "Điển hình tiên tiến"),
      ]
    )
    #expect(
      plan.separations == [Separation(series: ["segment", "page"], days: 2, clause: "III.6")]
    )
  }

  @Test("Decisions of the plan come before those beside it")
  func decisions() throws {
    let plan = try PlanText.everyKey().read().get()
    #expect(
      try plan.pins == [
        Pin(series: "page", date: day("2024-06-07"), theme: "models", reason: "special issue"),
        Pin(
          series: "segment",
          date: day("2024-03-10"),
          theme: "law",
          reason: "buổi phát đặc biệt"
        ),
      ]
    )
    #expect(
      try plan.bans == [
        Ban(series: "page", date: day("2024-11-15"), reason: "the press is serviced"),
        Ban(series: "segment", date: day("2024-04-14"), reason: "studio"),
      ]
    )
    #expect(
      try plan.completions == [
        Completion(
          uid: "an-giang-2024-segment-1@lichsong",
          date: day("2024-01-14"),
          link: "https://example.vn/1",
          note: "phát đúng giờ"
        )
      ]
    )
  }

  @Test("Activities, prices and how the plan is published")
  func publishing() throws {
    let plan = try PlanText.everyKey().read().get()
    #expect(
      try plan.activities == [
        Activity(
          id: "contest",
          title: "Cuộc thi tìm hiểu Luật",
          clause: "III.2",
          owner: "Sở Nội vụ",
          window: day("2024-01-01")...day("2024-09-30")
        )
      ]
    )
    #expect(
      plan.costs == Costs(short: 400, uneven: 2, moved: 900, repeated: 60, rethemed: 210)
    )
    #expect(
      plan.publishing
        == PublishingOptions(
          reminders: [1_440, 30],
          keepCancelled: 45,
          broken: .warn,
          unusual: .ignore,
          statesRules: true
        )
    )
  }

  @Test("What is left out has the model's defaults")
  func defaults() throws {
    let text = PlanText(
      plan: """
        id: "2024"
        title: Kế hoạch
        period: {from: 2024-01-01, to: 2024-01-31}
        outlets: [{id: web, kind: website, name: Cổng thông tin}]
        series: [{id: news, outlet: web, title: Tin, slots: [{rule: FREQ=DAILY}]}]
        """
    )
    let candidates = (try day("2024-01-01")...day("2024-01-31")).map {
      SlotRule.Candidate(date: $0)
    }
    var plan = try text.read().get()
    plan.citations = [:]
    #expect(
      try plan
        == Plan(
          id: "2024",
          title: "Kế hoạch",
          period: day("2024-01-01")...day("2024-01-31"),
          outlets: [Outlet(id: "web", kind: .website, name: "Cổng thông tin")],
          series: [
            Series(
              id: "news",
              outlet: "web",
              title: "Tin",
              slotRules: [SlotRule(candidates: candidates)]
            )
          ]
        )
    )
  }

  @Test("Every line that can be cited is cited where it was written")
  func citations() throws {
    let text = try PlanText.everyKey()
    let plan = try text.read().get()
    var expected: Set<PlanLine> = [
      .period, .costs, .outlet("station"), .outlet("paper"), .calendar("holidays"),
      .calendar("evenings"), .series("segment", nil), .series("page", nil),
      .slotRule(series: "segment", 0), .slotRule(series: "segment", 1),
      .slotRule(series: "segment", 2), .slotRule(series: "page", 0),
      .deadline(series: "segment", "script"), .observance("emulation-day"),
      .observance("hung-kings"), .observance("congress-day"), .theme("law", nil),
      .theme("models", nil), .separation(0), .pin(0), .pin(1), .ban(0), .ban(1),
      .activity("contest"), .series("page", .perMonth), .series("page", .perYear),
      .series("page", .slots),
    ]
    expected.formUnion(PlanLine.SeriesKey.allCases.map { .series("segment", $0) })
    expected.formUnion(PlanLine.ThemeKey.allCases.map { .theme("law", $0) })
    #expect(Set(plan.citations.keys) == expected)

    // The words at each place are the key, or begin the element.
    func words(_ line: PlanLine) throws -> Substring {
      let citation = try #require(plan.citations[line])
      let file = citation.file == "plan.yaml" ? text.plan : text.decisions ?? ""
      let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
      return lines[citation.line - 1].dropFirst(citation.column - 1)
    }
    for key in PlanLine.SeriesKey.allCases {
      #expect(try words(.series("segment", key)).hasPrefix("\(key.rawValue):"))
    }
    for key in PlanLine.ThemeKey.allCases {
      #expect(try words(.theme("law", key)).hasPrefix("\(key.rawValue):"))
    }
    for id in ["segment", "page"] {
      #expect(try words(.series(id, nil)).hasPrefix("id: \(id)"))
    }
    #expect(try words(.slotRule(series: "segment", 1)).hasPrefix("rule: \"FREQ=WEEKLY"))
    #expect(try words(.slotRule(series: "segment", 2)).hasPrefix("calendar: evenings"))
    #expect(try words(.pin(1)).hasPrefix("{series: segment, date: 2024-03-10"))
    #expect(try words(.ban(0)).hasPrefix("{series: page, date: 2024-11-15"))
    #expect(try words(.separation(0)).hasPrefix("{series: [segment, page]"))
    #expect(try words(.period).hasPrefix("period: {"))

    // The clause is the element's own, or that of its series.
    let clauses: [PlanLine: String?] = [
      .outlet("station"): "III.5", .outlet("paper"): nil, .series("segment", .aim): "III.5",
      .slotRule(series: "segment", 0): "III.5", .deadline(series: "segment", "script"): "III.5",
      .series("page", .perMonth): nil, .theme("law", .share): "II.1",
      .observance("emulation-day"): "I", .separation(0): "III.6", .pin(0): "III.4",
      .pin(1): "III.5", .ban(1): "III.5", .activity("contest"): "III.2",
    ]
    for (line, clause) in clauses {
      #expect(plan.citations[line]?.clause == clause, "\(line)")
    }
    #expect(plan.citations[.pin(1)]?.file == "decisions.yaml")
  }
}
