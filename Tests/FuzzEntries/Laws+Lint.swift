internal import ICalendar

extension Laws {
  /// The laws of linting.
  mutating func checkLint(_ bytes: [UInt8]) {
    let report = LintReport(of: bytes)
    hold(LintReport(of: bytes) == report, "a second look finds something else")
    hold(report.errors + report.warnings == report.findings.count + report.omitted, "lost count")
    let lines = 1 + bytes.count { $0 == UInt8(ascii: "\n") }
    for finding in report.findings {
      hold(
        1...lines ~= finding.line && finding.column >= 1 && finding.length >= 1,
        "no such place: \(finding)"
      )
      hold(!finding.message.isEmpty, "nothing is said of \(finding.rule)")
    }
    let places = report.findings.map { ($0.line, $0.column) }
    hold(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 }, "not in order: \(places)")
    if report.errors == 0 { checkReading(of: bytes) }
  }

  /// What has no errors is read, unless the reader says that a limit of its own is in the way.
  private mutating func checkReading(of bytes: [UInt8]) {
    do throws(ICalendarError) {
      _ = try Calendar(parsing: bytes)
    } catch {
      let own: Set<ICalendarError.Rule> = [.unsupported, .unsupportedRecurrence, .limit]
      let refusals = error.problems.filter { !own.contains($0.rule) }
      hold(refusals.isEmpty, "passes the linter, and is refused: \(refusals)")
    }
  }
}
