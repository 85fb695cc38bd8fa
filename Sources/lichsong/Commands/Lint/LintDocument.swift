internal import ICalendar

/// What `lint --format json` prints.
struct LintDocument: Encodable {
  /// The files in the order in which they were named.
  let files: [File]
  /// How many errors there are in all files.
  let errors: Int
  /// How many warnings there are in all files.
  let warnings: Int

  /// A file.
  struct File: Encodable {
    /// How the command line names it, or where it lies in the folder that that names.
    let path: String
    /// What is wrong with it, by place.
    let findings: [Finding]
    /// How many findings are left out, where there are more than 1,000 in the file.
    let omitted: Int
  }

  /// What is wrong at a place.
  struct Finding: Encodable {
    /// The line, from 1.
    let line: Int
    /// The first character that is meant, from 1.
    let column: Int
    /// The name of the rule, which does not change from version to version.
    let rule: String
    /// `error` or `warning`.
    let severity: String
    /// Where the rule is written.
    let reference: String
    /// What was found, and what was expected.
    let message: String
    /// What to write instead; left out where there is nothing to say.
    let advice: String?
  }

  /// Renders files.
  init(_ files: [LintedFile]) {
    self.files = files.map { file in
      File(
        path: file.file.name,
        findings: file.report.findings.map(Finding.init),
        omitted: file.report.omitted
      )
    }
    errors = files.reduce(0) { $0 + $1.report.errors }
    warnings = files.reduce(0) { $0 + $1.report.warnings }
  }
}

extension LintDocument.Finding {
  fileprivate init(_ finding: LintFinding) {
    line = finding.line
    column = finding.column
    rule = finding.rule.rawValue
    severity = finding.severity.rawValue
    reference = finding.reference
    message = finding.message
    advice = finding.advice
  }
}
