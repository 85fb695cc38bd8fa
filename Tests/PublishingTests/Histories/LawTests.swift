import CivilTime
import Publishing
import Scheduling
import Testing

/// Each law of histories notices a release that breaks it.
struct LawTests {
  /// A way to break a law.
  struct Breach: Sendable, CustomTestStringConvertible {
    let law: Law
    var release: @Sendable (inout Release) -> Void = { _ in }
    var texts: @Sendable (inout [String: String]) -> Void = { _ in }
    var isQuiet = false

    var testDescription: String { law.name }
  }

  static let breaches = [
    Breach(law: .identities, release: { $0.events[4].number += 1 }),
    Breach(law: .identities, release: { $0.events[4].uid = $0.events[5].uid }),
    Breach(law: .identityOfIssues, release: { $0.schedule.occurrences[3].number += 1 }),
    Breach(law: .versions, release: { $0.events[5].sequence += 1 }),
    Breach(law: .versions, release: { $0.events[5].changed = .at("2024-04-02") }),
    Breach(law: .versions, release: { $0.events[5].location = "Nơi khác" }),
    Breach(
      law: .sameInAllFeeds,
      texts: { $0["station.ics"]?.replace("SEQUENCE:0", with: "SEQUENCE:7") }
    ),
    Breach(law: .cancellations, release: { $0.events.remove(at: 0) }),
    Breach(law: .cancellations, release: { $0.events.remove(at: 5) }),
    Breach(law: .cancellations, release: { $0.events[5].status = .cancelled }),
    Breach(
      law: .cancellations,
      release: {
        $0.events[0].status = .cancelled
        $0.plan.keepCancelled = 0
      }
    ),
    Breach(law: .noGhosts, release: { $0.events[5].date = $0.events[5].date + 1 }),
    Breach(law: .noGhosts, release: { $0.schedule.occurrences.removeLast() }),
    Breach(law: .pastStands, release: { $0.events[0].summary += "!" }),
    Breach(
      law: .releaseHoldsAll,
      texts: { $0["all.ics"]?.replace("UID:mau-2024.page.2", with: "UID:mau-2024.page.9") }
    ),
    Breach(law: .readsBack, texts: { $0["all.ics"]?.replace("END:VCALENDAR", with: "") }),
    Breach(
      law: .feedsKeepEvents,
      texts: { $0["newspaper.ics"]?.replace("UID:mau-2024.page.2", with: "UID:mau-2024.page.9") }
    ),
    Breach(
      law: .notes,
      release: {
        $0.events[5].note = "Thay đổi ngày 13/05/2024: hủy"
        $0.events[5].sequence += 1
      }
    ),
    Breach(
      law: .notes,
      release: {
        $0.events[5].date = $0.events[5].date + 1
        $0.events[5].sequence += 1
      }
    ),
    Breach(law: .themesStay, release: { $0.events[5].categories.removeLast() }),
    Breach(law: .quietWithoutChange, release: { $0.events[5].sequence += 1 }, isQuiet: true),
  ]

  /// The sample plan, published before its period and again on 13 May under another title.
  private static func transition(_ breach: Breach?) throws -> Transition {
    let first = try Release(of: .sample)
    var plan = Plan.sample
    let before = try Publication(
      first,
      of: plan,
      at: Release.Occasion(time: first.time, today: first.time.utc.date)
    )
    plan.title = "Tên khác"
    let time = Timestamp.at("2024-05-13")
    let occasion = Release.Occasion(of: plan, at: time, today: time.utc.date)
    let schedule = try Scheduler.optimal(for: plan, keeping: first.released, from: occasion.from)
    var release = Release(schedule, of: plan, after: first, at: occasion)
    breach?.release(&release)
    // Events of one identity cannot be written: such a release has the feeds of the one before.
    var texts = (try? Publication.texts(of: release)) ?? before.texts
    breach?.texts(&texts)
    var memory = Memory()
    memory.remember(before)
    return Transition(
      before: before,
      after: try Publication(release, of: plan, at: occasion, texts: texts),
      memory: memory,
      isQuiet: breach?.isQuiet ?? false
    )
  }

  @Test
  func `a release as it should be breaks none`() throws {
    let transition = try Self.transition(nil)
    for law in Law.all { #expect(law.violations(transition) == [], "\(law.name)") }
  }

  @Test(arguments: breaches)
  func `a breach is noticed`(breach: Breach) throws {
    #expect(try !breach.law.violations(Self.transition(breach)).isEmpty)
  }

  @Test
  func `every law can be broken`() {
    #expect(Set(Self.breaches.map(\.law.name)) == Set(Law.all.map(\.name)))
  }
}
