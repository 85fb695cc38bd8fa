import Foundation
import Publishing
import Synchronization
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

  @Test
  func `who reads while another publishes finds the ledger whole at every moment`() throws {
    let first = try Release(of: .sample)
    let last = 25
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: "mau-2024", in: exports)
      _ = try folder.publish(first)
      let numbers = Mutex<[Result<Int, any Error>]>([])
      let isWritten = Mutex(false)
      DispatchQueue.concurrentPerform(iterations: 2) { index in
        if index == 0 {
          for number in 2...last {
            var release = first
            release.release = number
            let result = Result { try folder.publish(release).leftovers }
            if case .failure = result { numbers.withLock { $0.append(result) } }
          }
          isWritten.withLock { $0 = true }
        } else {
          repeat {
            let result = Result { try folder.ledger.newest()?.release ?? 0 }
            numbers.withLock { $0.append(result) }
          } while !isWritten.withLock(\.self)
        }
      }
      let found = try numbers.withLock(\.self).map { try $0.get() }
      #expect(found == found.sorted())
      #expect(found.first ?? 0 >= 1)
      #expect(try folder.ledger.releases().count == last)
    }
  }
}
