import Foundation
import TestSupport
import Testing

/// Disks that take no more, for real.
@Suite(.enabled(if: SmallDisk.isPossible, "mounting a small disk needs Linux and unshare -rm"))
struct FullDiskTests {
  @Test
  func `a full disk and a read-only one leave what is published as it is`() throws {
    let plan = String(
      decoding: try Data(contentsOf: Checkout.url("Tests/lichsongTests/Fixtures/plan.yaml")),
      as: UTF8.self
    )
    try withTemporaryFolder { site in
      try Data(plan.utf8).write(to: site.appending(path: "plan.yaml"))
      try Data(plan.replacing("Đài Kiên Giang", with: "Đài tỉnh").utf8)
        .write(to: site.appending(path: "plan-2.yaml"))
      let script = Checkout.url("Tests/PublishingTests/Faults/full-disk.sh").path
      let outcome = try SmallDisk.unshare.run(
        ["-rm", "sh", script, Program.lichsong.path, site.path]
      )
      let full = (0...3).map {
        """
        full but for \($0) blocks: 73
        help: nothing was changed; make room on the disk, then try again
        unchanged
        index.html
        mau-2024
        robots.txt

        """
      }
      .joined()
      #expect(
        outcome.output == """
          first: 0
          \(full)read-only: 73
          help: nothing was changed; make the disk writable, then try again
          unchanged
          with room: 0
          0001.json
          0002.json

          """,
        "\(outcome.errors)"
      )
    }
  }
}

/// A disk of a few blocks in memory, in a name space of its own.
private enum SmallDisk {
  static let unshare = Program.system("/usr/bin/unshare")

  /// Whether this machine lets everybody have one.
  static let isPossible =
    (try? unshare.run(["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]))?.status == 0
}
