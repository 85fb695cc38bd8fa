import Foundation
import ICalendar
import TestSupport
import Testing

/// What the linter and the reader say of the same file.
@Suite struct LintLawTests {
  /// What the reader refuses though the file may be sound: these are limits of its own.
  private static let ownLimits: Set<ICalendarError.Rule> = [
    .unsupported, .unsupportedRecurrence, .limit,
  ]

  /// Says what is against the law: that the reader takes a file without errors, unless it says that a limit
  /// of its own is in the way.
  private func breach(_ bytes: [UInt8]) -> String? {
    let report = LintReport(of: bytes)
    guard report.errors == 0 else { return nil }
    do throws(ICalendarError) {
      _ = try Calendar(parsing: bytes)
      return nil
    } catch {
      let refusals = error.problems.filter { !Self.ownLimits.contains($0.rule) }
      return refusals.isEmpty
        ? nil : "\(refusals)\n\(String(decoding: bytes, as: UTF8.self))"
    }
  }

  @Test
  func `what we write is sound`() throws {
    var random = RandomCalendar(SeededGenerator(seed: 31), coherent: true)
    for _ in 0..<300 {
      let calendar = try random.next()
      let findings = LintReport(of: Array(try calendar.serialized().utf8)).findings
        .filter { !calendar.events.isEmpty || $0.rule != .emptyCalendar }
      #expect(findings.isEmpty, "\(findings)")
    }
  }

  /// `MUTATIONS=20000 swift test --filter LintLawTests` tries more of them, and others.
  @Test
  func `what passes the linter is read, whatever happens to a file`() throws {
    var random = RandomCalendar(SeededGenerator(seed: 32), coherent: true)
    var sources = try (0..<10).map { _ in Array(try random.next().serialized().utf8) }
    let folder = Checkout.url("Tests/ICalendarTests/Fixtures/sound")
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where file.hasSuffix(".ics") {
      sources.append(Array(try Data(contentsOf: folder.appending(path: file))))
    }
    var sound = 0
    let count = ProcessInfo.processInfo.environment["MUTATIONS"].flatMap { Int($0) } ?? 500
    var generator = SeededGenerator(seed: count)
    for _ in 0..<count {
      var mutation = Mutation(of: sources.randomElement(using: &generator) ?? [])
      for _ in 0..<Int.random(in: 1...2, using: &generator) { mutation.change(using: &generator) }
      let breach = breach(mutation.bytes)
      #expect(breach == nil)
      if breach != nil { return }
      sound += LintReport(of: mutation.bytes).errors == 0 ? 1 : 0
    }
    // The law says something only where much of what was changed is still without errors.
    #expect(sound > count / 10)
  }
}
