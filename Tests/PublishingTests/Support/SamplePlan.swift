import CivilTime
import Publishing
import Scheduling

extension Plan {
  /// A short plan with a programme that is aired again, and a page.
  static var sample: Plan {
    func days(_ texts: String...) -> [CivilDate] { texts.compactMap { CivilDate($0) } }
    let may = days("2024-05-01", "2024-06-30")
    return Plan(
      id: "mau-2024",
      title: "Tuyên truyền thi đua, khen thưởng",
      source: SourceDocument(number: "64/KH-UBND"),
      period: may[0]...may[1],
      outlets: [
        Outlet(id: "station", kind: .broadcaster, name: "Đài Kiên Giang"),
        Outlet(id: "newspaper", kind: .newspaper, name: "Báo Kiên Giang"),
        Outlet(id: "portal", kind: .website, name: "Cổng thông tin"),
      ],
      calendars: [
        DayCalendar(
          id: "holidays",
          days: Dictionary(uniqueKeysWithValues: days("2024-05-01").map { ($0, "Lao động") })
        )
      ],
      series: [
        Series(
          id: "segment",
          outlet: "station",
          title: "Chuyên mục “Thi đua”",
          clause: "III.5",
          minutes: 12,
          maxMinutes: 12,
          perMonth: .exactly(1),
          slotRules: [
            SlotRule(
              candidates: days("2024-05-12", "2024-06-09").map {
                SlotRule.Candidate(date: $0, time: TimeOfDay(hour: 20, minute: 15))
              }
            )
          ],
          avoid: ["holidays"],
          repeats: [
            Repeat(after: 1, time: TimeOfDay(hour: 11, minute: 30) ?? .midnight, channel: "TV")
          ],
          deadlines: [Deadline(id: "script", title: "Duyệt kịch bản", before: 8, owner: "Sở")]
        ),
        Series(
          id: "page",
          outlet: "newspaper",
          title: "Chuyên trang; số đặc biệt",
          clause: "III.4",
          perMonth: .exactly(1),
          slotRules: [
            SlotRule(
              candidates: days("2024-05-14", "2024-06-11").map { SlotRule.Candidate(date: $0) }
            )
          ]
        ),
      ],
      themes: [
        Theme(id: "law", title: "Luật Thi đua, khen thưởng", clause: "II.1"),
        Theme(id: "people", title: "Người tốt, việc tốt", clause: "II.1"),
      ],
      activities: [
        Activity(
          id: "contest",
          title: "Cuộc thi tìm hiểu Luật",
          clause: "III.2",
          owner: "Sở",
          window: may[0]...may[1]
        ),
        Activity(id: "portal", title: "Tin, bài trên Cổng thông tin"),
      ],
      publishing: PublishingOptions(reminders: [1_440])
    )
  }
}

extension Timestamp {
  /// Midnight in UTC at the beginning of a day.
  static func at(_ day: String) -> Timestamp {
    guard let timestamp = Timestamp("\(day)T00:00:00Z") else {
      preconditionFailure("\(day) is no day")
    }
    return timestamp
  }
}

extension Release {
  /// The release of a plan's best schedule.
  init(
    of plan: Scheduling.Plan,
    after previous: Release? = nil,
    at day: String = "2024-04-01",
    message: String? = nil
  ) throws {
    let released = previous?.released ?? ReleasedSchedule()
    let schedule = try Scheduler.optimal(for: plan, keeping: released)
    let time = Timestamp.at(day)
    self.init(
      schedule,
      of: plan,
      after: previous,
      at: Occasion(time: time, today: time.utc.date),
      reasons: Explainer(schedule, of: plan, keeping: released).reasonsForChanges(),
      message: message
    )
  }
}

extension Release {
  /// The first release of the sample plan, with an issue for the portal as well.
  static func withPortal() throws -> Release {
    var release = try Release(of: .sample)
    let issue = release.events.firstIndex { $0.kind == .issue } ?? 0
    release.events[issue].outlet = "portal"
    return release
  }

  /// A second release, without a feed of the portal.
  static func withoutPortal() throws -> Release {
    var release = try Release(of: .sample)
    release.release = 2
    return release
  }
}
