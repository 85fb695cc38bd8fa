import CivilTime
import Publishing
import Scheduling
import Testing

/// Deadlines as those who make the issues get them.
struct DeadlineTests {
  /// The sample plan's second segment moved by some days, as released on a day.
  private static func moved(
    by days: Int,
    after first: Release,
    on day: String
  ) throws -> Release {
    var plan = Plan.sample
    plan.series[0].slotRules[0].candidates[1].date =
      plan.series[0].slotRules[0].candidates[1].date + days
    let time = Timestamp.at(day)
    let occasion = Release.Occasion(of: plan, at: time, today: time.utc.date)
    let schedule = try Scheduler.optimal(for: plan, keeping: first.released, from: occasion.from)
    return Release(schedule, of: plan, after: first, at: occasion)
  }

  private static func deadline(of release: Release) throws -> PublishedEvent {
    try #require(
      release.events.first { $0.uid == "mau-2024.segment.2.deadline.script@lichsong" }
    )
  }

  @Test
  func `a deadline follows its issue, and says from when to when`() throws {
    let first = try Release(of: .sample)
    #expect(try Self.deadline(of: first).date == CivilDate("2024-05-29"))
    let second = try Self.moved(by: 7, after: first, on: "2024-05-20")
    let deadline = try Self.deadline(of: second)
    #expect(deadline.date == CivilDate("2024-06-05"))
    #expect(deadline.sequence == 1)
    #expect(deadline.note == "Thay đổi ngày 20/05/2024: dời từ 29/05/2024 sang 05/06/2024")
  }

  @Test
  func `a deadline that has come stands though its issue moves`() throws {
    let first = try Release(of: .sample)
    let second = try Self.moved(by: 7, after: first, on: "2024-05-30")
    #expect(try Self.deadline(of: second) == Self.deadline(of: first))
  }

  @Test
  func `a deadline that would be over is due today, and stands from then on`() throws {
    let first = try Release(of: .sample)
    let second = try Self.moved(by: -7, after: first, on: "2024-05-27")
    let deadline = try Self.deadline(of: second)
    #expect(deadline.date == CivilDate("2024-05-27"))
    #expect(deadline.description.contains("Hạn: 22/05/2024 (8 ngày làm việc trước đó)"))
    let third = try Self.moved(by: -7, after: second, on: "2024-05-28")
    #expect(try Self.deadline(of: third) == deadline)
  }

  @Test
  func `a day worked in exchange for another is counted`() throws {
    var plan = Plan.sample
    plan.calendars[0].workedInExchange = [try #require(CivilDate("2024-06-08"))]
    #expect(try Self.deadline(of: Release(of: plan)).date == CivilDate("2024-05-30"))
  }
}
