import Foundation
import Publishing
import TestSupport
import Testing

/// Every system call of every command that writes fails once, or is the last one.
///
/// `FAULTS=all` tries every call with every failure; else they take turns.
@Suite(.enabled(if: FaultyLibrary.isAvailable, "faults need Linux and a C compiler"))
struct FaultTests {
  private static let isThorough = ProcessInfo.processInfo.environment["FAULTS"] == "all"

  /// Gives `body` a site, what it holds before the command, and what it holds behind it.
  private func withSite(
    _ scenario: FaultScenario,
    _ body: (FaultSite, FolderContents, FolderContents) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let site = try FaultSite(scenario, in: folder)
      try site.reset()
      let old = try site.contents()
      let clean = try site.run(.none)
      try #require(clean.outcome.status == 0, "\(clean.outcome.errors)")
      let new = try site.contents()
      #expect(old != new)
      try body(site, old, new)
    }
  }

  @Test(arguments: FaultScenario.allCases)
  func `a call that fails leaves the old files or the new, and says which`(
    scenario: FaultScenario
  ) throws {
    let codes = [ENOSPC, EIO, EACCES, EINTR]
    try withSite(scenario) { site, old, new in
      let step = Self.isThorough || scenario == .laterPublish ? 1 : 5
      var isMet = true
      var number = 0
      while isMet {
        number += step
        isMet = false
        for code in Self.isThorough ? codes : [codes[number % codes.count]] {
          try site.reset()
          let (outcome, call) = try site.run(.fail(at: number, code: code))
          guard let call else { continue }
          isMet = true
          let what: Comment = "call \(number), \(call), errno \(code): \(outcome.errors)"
          let found = try site.contents()
          let plans = found.withoutStaging.plans
          switch outcome.status {
          case 0 where outcome.errors.contains("was left as it is"):
            #expect(plans == new.plans, what)
          case 0:
            #expect(found == new, what)
          case 65:
            #expect(found == old || plans == new.plans, what)
            #expect(outcome.errors.contains("cannot be read"), what)
          case 73 where outcome.errors.contains("nothing was changed"):
            #expect(found == old, what)
          case 73 where outcome.errors.contains("stand all the same"):
            #expect(plans == new.plans, what)
          case 73 where outcome.errors.contains("not all files are made"):
            #expect(scenario.isFileByFile || plans == new.plans, what)
          default:
            Issue.record(what)
          }
          #expect(found.withoutStaging.hasRootFiles(of: old, or: new), what)
          #expect(code != EINTR || outcome.status == 0, what)
          if found != old && found != new {
            #expect(try site.render().status == 0, what)
            #expect(try site.contents() == new, what)
          }
        }
      }
      #expect(number > 30)
    }
  }

  @Test(arguments: FaultScenario.allCases)
  func `a kill leaves the old files or the new, and the next command cleans up`(
    scenario: FaultScenario
  ) throws {
    try withSite(scenario) { site, old, new in
      var number = 1
      while true {
        try site.reset()
        let (outcome, call) = try site.run(.kill(at: number))
        guard let call else { break }
        let what: Comment = "call \(number), \(call)"
        #expect(outcome.status == 128 + SIGKILL, what)
        let left = try site.contents()
        let found = left.withoutStaging
        // Files may be ahead of nothing, least of all of the ledger.
        let isStored = found.entries["mau-2024/releases/0002.json"] != nil
        #expect(
          found.plans == old.plans || found.plans == new.plans
            || scenario.isFileByFile && isStored,
          what
        )
        #expect(found.hasRootFiles(of: old, or: new), what)
        #expect(try site.render().status == (left.entries.isEmpty ? 66 : 0), what)
        let isPublished = isStored || found.plans == new.plans
        #expect(try site.contents() == (isPublished ? new : old), what)
        let again = try site.run(.none).outcome
        #expect(again.status == 0, "\(what) \(again.errors)")
        #expect(try site.contents() == new, what)
        number += Self.isThorough ? 1 : 31
      }
      #expect(number > 30)
    }
  }

  @Test
  func
    `the disk knows the new files before the exchange, and the exchange before the end of the old`()
    throws
  {
    try withSite(.laterPublish) { site, _, _ in
      try site.reset()
      #expect(try site.run(.none).outcome.status == 0)
      let calls = try site.trace()
      let exchange = try #require(calls.firstIndex { $0.name == "renameat2" })
      func made(by name: String) -> Set<String> {
        Set(calls[..<exchange].filter { $0.name == name }.map(\.path))
      }
      let synced = made(by: "fsync")
      let (written, folders) = (made(by: "write"), made(by: "mkdir"))
      // The release, four feeds, the schedule, the page, the agenda, and the two lists of changes.
      #expect(written.count == 10)
      #expect(folders.count == 4)
      #expect(written.union(folders).isSubset(of: synced))
      let rest = calls[exchange...].map { "\($0.name) \($0.path)" }
      let parent = try #require(rest.firstIndex(of: "fsync \(site.exports.path)"))
      let removal = try #require(rest.firstIndex { $0.hasPrefix("unlink") })
      #expect(parent < removal)
    }
  }

  @Test
  func `where a folder cannot be locked, a file in it is`() throws {
    try withSite(.laterPublish) { site, _, new in
      let call = try #require(site.trace().firstIndex { $0.name == "flock" })
      try site.reset()
      let outcome = try site.run(.fail(at: call + 1, code: EBADF)).outcome
      #expect(outcome.status == 0, "\(outcome.errors)")
      var expected = new
      expected.entries[".lock"] = Data()
      #expect(try site.contents() == expected)
      #expect(try site.trace().contains { $0.name == "flock" && $0.path.hasSuffix("/.lock") })
    }
  }
}
