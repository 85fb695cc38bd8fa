import Foundation
import Publishing
import TestSupport
import Testing

/// Releases of plans that change in every way, against the laws of ``Law``.
///
/// `HISTORIES` sets how many histories are gone through.
struct HistoryTests {
  private static let steps = 12
  private static let histories =
    ProcessInfo.processInfo.environment["HISTORIES"].flatMap { Int($0) } ?? 100

  @Test
  func `what is published keeps the laws, whatever changes in the plan`() async throws {
    let workers = 4
    let tally = try await withThrowingTaskGroup(of: Tally.self) { group in
      for worker in 0..<workers {
        group.addTask {
          var tally = Tally()
          for seed in stride(from: worker, to: Self.histories, by: workers) {
            var history = PlanHistory(seed: seed)
            try history.run(Self.steps)
            for violation in history.violations.prefix(3) { Issue.record("\(violation)") }
            tally.add(history.tally)
          }
          return tally
        }
      }
      return try await group.reduce(into: Tally()) { $0.add($1) }
    }
    // Few histories cannot have everything in them.
    for what in Tally.expected where Self.histories >= 100 && tally.counts[what, default: 0] == 0 {
      Issue.record("never happened: \(what)")
    }
    if ProcessInfo.processInfo.environment["HISTORIES"] != nil {
      for (what, count) in tally.counts.sorted(by: { $0.key < $1.key }) { print(count, what) }
    }
  }

  @Test(arguments: 1_000..<1_002)
  func `what is on the disk is what was published`(seed: Int) throws {
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "tiny", in: exports)
      var history = PlanHistory(seed: seed)
      try history.run(Self.steps) { publication in
        _ = try folder.publish(publication.release)
        #expect(try folder.ledger.newest() == publication.release)
        for (path, text) in publication.texts {
          #expect(try Data(contentsOf: folder.url.appending(path: path)) == Data(text.utf8))
        }
        #expect(try folder.render(publication.release).isEmpty)
      }
      for publication in history.publications {
        let release = try folder.ledger.release(publication.release.release)
        #expect(try Publication.texts(of: release) == publication.texts)
      }
    }
  }
}
