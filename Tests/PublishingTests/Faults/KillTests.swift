import Foundation
import Publishing
import TestSupport
import Testing

/// Publishes that end at any moment; `KILLS=1000` makes more of them.
struct KillTests {
  private static let kills =
    ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 10

  /// Requires that the ledger is whole and that all files are of its newest release.
  private func requireWhole(_ folder: ExportFolder) throws -> [Release] {
    let releases = try folder.ledger.releases()
    guard let newest = releases.last else { return [] }
    let expected = try ExportedFile.files(of: newest, after: releases.dropLast())
    for file in expected {
      let found = try Data(contentsOf: folder.url.appending(path: file.path))
      try #require(found == Data(file.text.utf8), "\(file.path) of release \(newest.release)")
    }
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path)
    let files = paths.filter { $0.contains(".") && !$0.hasPrefix("releases/") }
    #expect(files.sorted() == expected.map(\.path).sorted())
    return releases
  }

  @Test
  func `after a kill at any moment the ledger is whole, and all files are of one release`() throws {
    let plan = String(
      decoding: try Data(contentsOf: Checkout.url("Tests/lichsongTests/Fixtures/plan.yaml")),
      as: UTF8.self
    )
    var generator = SeededGenerator(seed: 5)
    try withTemporaryFolder { site in
      func publish(_ title: String) throws -> RunningProgram {
        try Data(plan.replacing("Đài Kiên Giang", with: title).utf8)
          .write(to: site.appending(path: "plan.yaml"))
        return try Program.lichsong.start(["publish", "plan.yaml", "--yes"], in: site)
      }
      var duration = Duration.zero
      for kill in 0..<Self.kills {
        let exports = site.appending(path: "exports")
        // A ledger that became long is read for long: this is about short ones.
        if kill % 50 == 0 {
          try? FileManager.default.removeItem(at: exports)
          let start = ContinuousClock.now
          #expect(try publish("Đài").outcome().status == 0)
          duration = ContinuousClock.now - start
        }
        let folder = ExportFolder(plan: "mau-2024", in: exports)
        let before = try requireWhole(folder)
        let program = try publish("Đài \(kill)")
        usleep(UInt32.random(in: 0...UInt32(duration / .microseconds(1)), using: &generator))
        program.kill()
        _ = try program.outcome()
        let after = try requireWhole(folder)
        #expect(after.prefix(before.count) == before[...])
        #expect(after.count <= before.count + 1)
        if Bool.random(using: &generator) {
          let render = try Program.lichsong.run(["render"], in: site)
          #expect(render.status == 0, "\(render.errors)")
          #expect(try requireWhole(folder) == after)
          let names = try FileManager.default.contentsOfDirectory(atPath: exports.path).sorted()
          #expect(names == (after.isEmpty ? [] : ["index.html", "mau-2024", "robots.txt"]))
        }
      }
    }
  }
}
