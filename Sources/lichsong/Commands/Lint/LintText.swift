internal import ICalendar
internal import PlanFiles
internal import Scheduling

/// What `lint` prints for people: each finding as the mistakes of plans are shown, and how many there are.
struct LintText {
  private let files: [LintedFile]

  /// Renders files.
  init(_ files: [LintedFile]) {
    self.files = files
  }

  /// Prints the findings, and a summary.
  func print(on console: Console) {
    for file in files {
      let lines = PhysicalLines(file.file.bytes)
      for finding in file.report.findings {
        console.line(diagnostic(finding, in: file, lines).description)
      }
      if file.report.omitted > 0 {
        console.line(
          "\(TerminalText.printable(file.file.name)): and \(file.report.omitted.of("finding")) more"
        )
      }
    }
    console.line(summary)
  }

  private var summary: String {
    let errors = files.reduce(0) { $0 + $1.report.errors }
    let warnings = files.reduce(0) { $0 + $1.report.warnings }
    let found =
      errors + warnings == 0
      ? "nothing found" : "\(errors.of("error")), \(warnings.of("warning"))"
    return "\(files.count.of("file")): \(found)"
  }

  private func diagnostic(
    _ finding: LintFinding,
    in file: LintedFile,
    _ lines: PhysicalLines
  ) -> Diagnostic {
    Diagnostic(
      finding.severity == .error ? .error : .warning,
      at: Diagnostic.Location(
        file: TerminalText.printable(file.file.name),
        span: Diagnostic.Span(
          line: finding.line,
          column: finding.column,
          length: finding.length,
          sourceLine: lines.line(finding.line)
        )
      ),
      TerminalText.printable(
        "\(finding.message) [\(finding.rule.rawValue), \(finding.reference)]"
      ),
      suggestion: finding.advice.map(TerminalText.printable)
    )
  }
}
