internal import Foundation
import PlanFiles
import Scheduling
import TestSupport
import Testing

/// Files of decisions on the disk.
@Suite struct DecisionsWritingTests {
  private func withPlan(_ body: (PlanFile, URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try body(PlanFile(at: folder.path), folder.appending(path: "decisions.yaml"))
    }
  }

  private func text(at url: URL) -> String? {
    (try? Data(contentsOf: url)).map { String(decoding: $0, as: UTF8.self) }
  }

  private let entry = Decision(.completion(Completion(uid: "a.b.1@lichsong")))

  @Test("A file comes with its first entry, and goes with its last")
  func comingAndGoing() throws {
    try withPlan { plan, url in
      let none = try plan.decisions()
      var one = none
      try one.add(entry)
      try plan.write(one, insteadOf: none)
      #expect(text(at: url) == "done:\n  - {issue: a.b.1@lichsong}\n")
      try plan.write(none, insteadOf: one)
      #expect(text(at: url) == nil)
    }
  }

  @Test("What somebody else wrote meanwhile stays")
  func meanwhile() throws {
    try withPlan { plan, url in
      let old = try plan.decisions()
      var changed = old
      try changed.add(entry)
      try Data("# mới\n".utf8).write(to: url)
      let error = #expect(throws: DecisionsWriteError.self) {
        try plan.write(changed, insteadOf: old)
      }
      #expect(error?.reason == nil)
      #expect(text(at: url) == "# mới\n")
    }
  }

  @Test("A link and the permissions of a file stay")
  func attributes() throws {
    try withPlan { plan, url in
      let target = url.deletingLastPathComponent().appending(path: "shared.yaml")
      try Data("done: []\n".utf8).write(to: target)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target.path)
      try FileManager.default.createSymbolicLink(at: url, withDestinationURL: target)
      let old = try plan.decisions()
      var changed = old
      try changed.add(entry)
      try plan.write(changed, insteadOf: old)
      #expect(text(at: target) == "done: [{issue: a.b.1@lichsong}]\n")
      let link = try FileManager.default.attributesOfItem(atPath: url.path)
      #expect(link[.type] as? FileAttributeType == .typeSymbolicLink)
      let attributes = try FileManager.default.attributesOfItem(atPath: target.path)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
    }
  }

  @Test("Where nothing can be written, it is said")
  func unwritable() throws {
    let plan = PlanFile(at: "/nowhere/plan.yaml")
    let old = try plan.decisions()
    var changed = old
    try changed.add(entry)
    let error = #expect(throws: DecisionsWriteError.self) {
      try plan.write(changed, insteadOf: old)
    }
    #expect(error?.reason != nil)
    #expect(error?.description.hasPrefix("cannot write /nowhere/decisions.yaml: ") == true)
  }
}
