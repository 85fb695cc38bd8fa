import CivilTime
import Publishing
import Scheduling
import Testing

/// What changes from release to release, and what speaks against one.
struct ReleaseDifferenceTests {
  private static let holiday = CivilDate("2024-06-11")

  /// The sample plan with a second day for pages in June, of which the usual one may be a holiday.
  private static func plan(isHoliday: Bool) -> Scheduling.Plan {
    var plan = Plan.sample
    plan.series[1].slotRules.append(
      SlotRule(
        candidates: [CivilDate("2024-06-18")].compactMap { $0.map { .init(date: $0) } },
        cost: 50
      )
    )
    if isHoliday {
      plan.series[1].avoid = ["holidays"]
      if let holiday { plan.calendars[0].days[holiday] = "Ngày truyền thống" }
    }
    return plan
  }

  @Test
  func `an issue that must move is all that changes, and says why`() throws {
    let first = try Release(of: Self.plan(isHoliday: false))
    let second = try Release(of: Self.plan(isHoliday: true), after: first, at: "2024-05-20")
    let difference = ReleaseDifference(from: first, to: second)
    let change = try #require(difference.changes.first)
    #expect(difference.changes.count == 1)
    #expect(change.kinds == [.moved])
    #expect(change.after.uid == "mau-2024.page.2@lichsong")
    #expect(change.reason?.planners == "Ngày truyền thống (calendar holidays)")
    #expect(
      change.after.note
        == "Thay đổi ngày 20/05/2024: dời từ 11/06/2024 sang 18/06/2024 (tránh Ngày truyền thống)"
    )
    #expect(difference.unchanged == 3)
    #expect(difference.count(.moved) == 1)
  }

  @Test
  func `from one release to a later one, the reasons of those between count`() throws {
    let first = try Release(of: Self.plan(isHoliday: false))
    let second = try Release(of: Self.plan(isHoliday: true), after: first, at: "2024-05-20")
    var plan = Self.plan(isHoliday: true)
    plan.title = "Tên khác"
    let third = try Release(of: plan, after: second, at: "2024-05-21")
    let whole = ReleaseDifference(from: first, to: third, between: [second])
    #expect(
      whole.changes.first?.reason?.planners == "Ngày truyền thống (calendar holidays)"
    )
    #expect(ReleaseDifference(from: second, to: third).changes.isEmpty)
  }

  @Test
  func `a further airing is left out where its issue changed in the same way`() throws {
    let first = try Release(of: .sample)
    var plan = Plan.sample
    plan.bans = [
      Ban(series: "segment", date: try #require(CivilDate("2024-06-09")), reason: "Bóng đá")
    ]
    plan.series[0].perMonth = CountLimit(min: 0, max: 1)
    plan.series[0].aim = 2
    let second = try Release(of: plan, after: first, at: "2024-05-20")
    let changes = ReleaseDifference(from: first, to: second).changes
    #expect(changes.map(\.kinds).contains([.cancelled]))
    #expect(changes.allSatisfy { $0.after.kind == .issue })
    #expect(changes.first { $0.kinds == [.cancelled] }?.reason?.readers == "Bóng đá")
  }

  @Test
  func `an older release is published anew with its identities and a later history`() throws {
    let first = try Release(of: Self.plan(isHoliday: false))
    let second = try Release(of: Self.plan(isHoliday: true), after: first, at: "2024-05-20")
    let occasion = Release.Occasion(
      time: .at("2024-05-21"),
      today: Timestamp.at("2024-05-21").utc.date
    )
    let third = Release(again: first, after: second, at: occasion, message: "Trở lại")
    #expect(third.release == 3)
    #expect(Set(third.events.map(\.uid)) == Set(first.events.map(\.uid)))
    for (event, old) in zip(third.events, first.events) {
      #expect((event.date, event.theme, event.summary) == (old.date, old.theme, old.summary))
    }
    let page = try #require(third.events.first { $0.uid == "mau-2024.page.2@lichsong" })
    #expect(page.sequence == 2)
    #expect(page.note == "Thay đổi ngày 21/05/2024: dời từ 18/06/2024 sang 11/06/2024")
    let again = Release(again: first, after: third, at: occasion)
    #expect(again.publishesTheSame(as: third))
    #expect(again.time > third.time)
  }
}
