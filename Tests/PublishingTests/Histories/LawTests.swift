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
    Breach(law: .identities, release: { $0.events[$0.airing].number += 1 }),
    Breach(law: .identities, release: { $0.events[$0.airing].uid = $0.events[$0.page].uid }),
    Breach(law: .identityOfIssues, release: { $0.schedule.occurrences[3].number += 1 }),
    Breach(law: .versions, release: { $0.events[$0.page].sequence += 1 }),
    Breach(law: .versions, release: { $0.events[$0.page].changed = .at("2024-04-02") }),
    Breach(law: .versions, release: { $0.events[$0.page].location = "Nơi khác" }),
    Breach(
      law: .sameInAllFeeds,
      texts: { $0["station.ics"]?.replace("SEQUENCE:0", with: "SEQUENCE:7") }
    ),
    Breach(law: .cancellations, release: { $0.events.remove(at: $0.past) }),
    Breach(law: .cancellations, release: { $0.events.remove(at: $0.page) }),
    Breach(law: .cancellations, release: { $0.events[$0.page].status = .cancelled }),
    Breach(
      law: .cancellations,
      release: {
        $0.events[$0.past].status = .cancelled
        $0.plan.keepCancelled = 0
      }
    ),
    Breach(law: .noGhosts, release: { $0.events[$0.page].date = $0.events[$0.page].date + 1 }),
    Breach(law: .noGhosts, release: { $0.schedule.occurrences.removeLast() }),
    Breach(law: .pastStands, release: { $0.events[$0.past].summary += "!" }),
    Breach(
      law: .releaseHoldsAll,
      texts: { $0["all.ics"]?.replace("UID:mau-2024.page.2", with: "UID:mau-2024.page.9") }
    ),
    Breach(law: .readsBack, texts: { $0["all.ics"]?.replace("END:VCALENDAR", with: "") }),
    Breach(
      law: .feedsKeepEvents,
      texts: { $0["newspaper.ics"]?.replace("UID:mau-2024.page.2", with: "UID:mau-2024.page.9") }
    ),
    Breach(law: .feedsKeepEvents, release: { $0.events[$0.deadline].owner = "other" }),
    Breach(law: .feedsKeepEvents, release: { $0.events[$0.page].theme = "other" }),
    Breach(law: .feedsKeepEvents, release: { $0.events[$0.deadline].kind = .activity }),
    Breach(
      law: .noGhosts,
      release: { $0.events[$0.deadline].date = $0.events[$0.deadline].date + 1 }
    ),
    Breach(
      law: .notes,
      release: {
        $0.events[$0.page].note = "Thay đổi ngày 13/05/2024: hủy"
        $0.events[$0.page].sequence += 1
      }
    ),
    Breach(
      law: .notes,
      release: {
        $0.events[$0.page].date = $0.events[$0.page].date + 1
        $0.events[$0.page].sequence += 1
      }
    ),
    Breach(law: .themesStay, release: { $0.events[$0.page].categories.removeLast() }),
    Breach(law: .quietWithoutChange, release: { $0.events[$0.page].sequence += 1 }, isQuiet: true),
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

extension Release {
  /// Where the first issue is, which is over by the second release.
  fileprivate var past: Int { index("segment.1") }
  /// Where a further airing is that is still to come.
  fileprivate var airing: Int { index("segment.2.airing.1") }
  /// Where a page is that is still to come.
  fileprivate var page: Int { index("page.2") }
  /// Where a deadline is that is still to come.
  fileprivate var deadline: Int { index("segment.2.deadline.script") }

  private func index(_ name: String) -> Int {
    guard let index = events.firstIndex(where: { $0.uid == "mau-2024.\(name)@lichsong" }) else {
      preconditionFailure("there is no \(name)")
    }
    return index
  }
}
