import CivilTime
import Publishing
import Scheduling
import Testing

/// The history of events from release to release.
struct ReleaseTests {
  @Test
  func `a first release publishes every issue and what goes with it once`() throws {
    let release = try Release(of: .sample, message: "Lịch đầu tiên")
    #expect(release.release == 1)
    #expect(release.message == "Lịch đầu tiên")
    #expect(
      release.events.map(\.uid) == [
        "mau-2024.segment.1.deadline.script@lichsong", "mau-2024.activity.contest.start@lichsong",
        "mau-2024.segment.1@lichsong", "mau-2024.segment.1.airing.1@lichsong",
        "mau-2024.page.1@lichsong", "mau-2024.segment.2.deadline.script@lichsong",
        "mau-2024.segment.2@lichsong", "mau-2024.segment.2.airing.1@lichsong",
        "mau-2024.page.2@lichsong", "mau-2024.activity.contest.end@lichsong",
        "mau-2024.activity.portal.end@lichsong",
      ]
    )
    #expect(release.events.map(\.date) == release.events.map(\.date).sorted())
    #expect(release.events.allSatisfy { $0.sequence == 0 && $0.changed == .at("2024-04-01") })
    #expect(release.nextNumbers == ["segment": 3, "page": 3])
  }

  @Test
  func `a release of the same is the same, whenever it is made`() throws {
    let first = try Release(of: .sample)
    let second = try Release(of: .sample, after: first, at: "2024-04-20", message: "Lại")
    #expect(second.release == 2)
    #expect(second.publishesTheSame(as: first))
    #expect(second.events == first.events)
  }

  @Test
  func `a change that a reader sees counts, and no other`() throws {
    let first = try Release(of: .sample)
    var plan = Plan.sample
    plan.themes[0].title = "Luật năm 2022"
    let second = try Release(of: plan, after: first, at: "2024-04-20")
    #expect(!second.publishesTheSame(as: first))
    for (before, after) in zip(first.events, second.events) {
      if before.theme == "law" {
        #expect(after.sequence == 1)
        #expect(after.changed == .at("2024-04-20"))
      } else {
        #expect(after == before)
      }
    }
    #expect(second.events.contains { $0.theme == "law" })
    let third = try Release(of: plan, after: second, at: "2024-04-21")
    #expect(third.events == second.events)
  }

  @Test
  func `an issue that is gone is cancelled, and its number is not used again`() throws {
    let first = try Release(of: .sample)
    var plan = Plan.sample
    plan.series[1].perMonth = CountLimit(min: 0, max: 1)
    plan.series[1].aim = 1
    plan.series[1].slotRules[0].candidates.removeFirst()
    let second = try Release(of: plan, after: first, at: "2024-04-20")
    let gone = try #require(second.events.first { $0.uid == "mau-2024.page.1@lichsong" })
    #expect(gone.status == .cancelled)
    #expect(gone.summary.hasPrefix("[HỦY] Người tốt"))
    #expect(gone.sequence == 1)
    #expect(gone.changed == .at("2024-04-20"))
    #expect(gone.reminders.isEmpty)
    #expect(second.released.occurrences.map(\.number).sorted() == [1, 2, 2])

    let third = try Release(of: .sample, after: second, at: "2024-04-21")
    let pages = third.events.filter { $0.series == "page" }
    #expect(
      pages.map(\.uid) == [
        "mau-2024.page.1@lichsong", "mau-2024.page.2@lichsong",
      ]
    )
    #expect(pages[0].status == .confirmed)
    #expect(pages[0].sequence == 2)
    #expect(pages[0].note == "Thay đổi ngày 21/04/2024: lại diễn ra")
  }

  @Test
  func `a cancelled event goes when its days are over`() throws {
    let first = try Release(of: .sample)
    var plan = Plan.sample
    plan.series[1].perMonth = CountLimit(min: 0, max: 1)
    plan.series[1].aim = 1
    plan.series[1].slotRules[0].candidates.removeFirst()
    let second = try Release(of: plan, after: first, at: "2024-04-20")
    // 14 May and 30 days.
    for (day, isThere) in [("2024-06-13", true), ("2024-06-14", false)] {
      let third = try Release(of: plan, after: second, at: day)
      #expect(third.events.contains { $0.uid == "mau-2024.page.1@lichsong" } == isThere)
    }
  }

  @Test
  func `a release reads back from its text`() throws {
    let release = try Release(of: .sample, message: "“Đổi lịch”\n\u{1}/\\")
    let text = try JSONText.encode(release)
    #expect(try JSONText.decode(Release.self, from: text) == release)
    #expect(text.hasSuffix("}\n"))
  }
}
