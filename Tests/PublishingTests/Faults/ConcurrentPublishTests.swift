import Foundation
import Publishing
import TestSupport
import Testing

/// Many publishes of one plan at once.
struct ConcurrentPublishTests {
  @Test
  func `each publish is in the ledger once, or was told to try again`() throws {
    let plan = String(
      decoding: try Data(contentsOf: Checkout.url("Tests/lichsongTests/Fixtures/plan.yaml")),
      as: UTF8.self
    )
    try withTemporaryFolder { site in
      let programs = try (1...50).map { number in
        let path = "plan-\(number).yaml"
        try Data(plan.replacing("Đài Kiên Giang", with: "Đài \(number)").utf8)
          .write(to: site.appending(path: path))
        // Some wait for their turn, some do not.
        return try Program.lichsong.start(
          ["publish", path, "--yes", "-m", "\(number)", "--wait", number % 5 == 0 ? "0" : "120"],
          in: site
        )
      }
      let outcomes = try programs.map { try $0.outcome() }
      var published: Set<String> = []
      for (number, outcome) in zip(1..., outcomes) {
        switch outcome.status {
        case 0: published.insert("\(number)")
        case 75:
          #expect(number % 5 == 0)
          #expect(outcome.errors.contains("another publish is running in exports\n"))
        default: Issue.record("\(number): \(outcome.errors)")
        }
      }
      #expect(published.count >= 40)
      let releases = try ExportFolder(plan: "mau-2024", in: site.appending(path: "exports"))
        .ledger.releases()
      #expect(releases.map(\.release) == Array(1...published.count))
      #expect(releases.compactMap(\.message).sorted() == published.sorted())
    }
  }
}
