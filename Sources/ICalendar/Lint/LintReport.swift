/// What is wrong with a calendar file, all of it at once.
///
/// ```swift
/// let report = LintReport(of: bytes)
/// for finding in report.findings { print(finding) }
/// ```
///
/// The linter has a reader of its own, which goes on behind what is broken: one broken event does not
/// hide the others. It finds what ``Calendar/init(parsing:limits:)`` refuses, but for the limits of that
/// reader, and what the reader forgives.
public struct LintReport: Sendable, Equatable {
  /// The findings in the order of their places; errors are kept before warnings where there are more
  /// than ``mostFindings``.
  public let findings: [LintFinding]
  /// How many errors there are, kept or not.
  public let errors: Int
  /// How many warnings there are, kept or not.
  public let warnings: Int

  /// The most findings that are kept.
  public static let mostFindings = 1_000

  /// How many findings are not kept.
  public var omitted: Int { errors + warnings - findings.count }

  /// Looks at a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - limits: How large it may be; what lies behind is not looked at, which is a finding.
  /// - Complexity: O(n) for n bytes.
  public init(of bytes: [UInt8], limits: ParsingLimits = .default) {
    var inspection = Inspection(of: bytes)
    if inspection.checkSize(limits) {
      inspection.checkPhysicalLines()
      var walk = LintWalk(inspection, limits)
      walk.run()
      inspection = walk.inspection
    }
    self.init(inspection)
  }

  private init(_ inspection: Inspection) {
    (errors, warnings) = (inspection.errorCount, inspection.warningCount)
    let kept = (inspection.errors + inspection.warnings).prefix(Self.mostFindings)
    findings = kept.enumerated().sorted { first, second in
      (first.element.line, first.element.column, first.offset)
        < (second.element.line, second.element.column, second.offset)
    }
    .map(\.element)
  }
}
