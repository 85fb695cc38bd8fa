/// What the linter has found so far in a file.
///
/// The rules are extensions of it.
struct Inspection {
  /// The file.
  let bytes: [UInt8]
  /// The errors that are kept.
  private(set) var errors: [LintFinding] = []
  /// The warnings that are kept.
  private(set) var warnings: [LintFinding] = []
  /// How many errors there are.
  private(set) var errorCount = 0
  /// How many warnings there are.
  private(set) var warningCount = 0

  /// Begins with a file.
  init(of bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Adds what was found.
  ///
  /// - Parameters:
  ///   - rule: The rule that is not kept.
  ///   - finding: Makes the finding, and is not asked where no more are kept.
  mutating func add(_ rule: LintRule, _ finding: () -> LintFinding) {
    switch rule.severity {
    case .error:
      errorCount += 1
      if errors.count < LintReport.mostFindings { errors.append(finding()) }
    case .warning:
      warningCount += 1
      if warnings.count < LintReport.mostFindings { warnings.append(finding()) }
    }
  }

  /// Reports part of a content line.
  ///
  /// - Parameters:
  ///   - rule: The rule that is not kept.
  ///   - line: The content line.
  ///   - part: The bytes that are meant, in the unfolded line.
  ///   - reference: Where the rule is written, where that is not the rule's own reference.
  ///   - message: What was found, and what was expected.
  ///   - advice: What to write instead.
  mutating func report(
    _ rule: LintRule,
    at line: LinePlace,
    on part: Range<Int> = 0..<0,
    reference: String? = nil,
    _ message: @autoclosure () -> String,
    advice: @autoclosure () -> String? = nil
  ) {
    let bytes = bytes
    add(rule) {
      let (first, last) = line.physical(part, in: bytes)
      return LintFinding(
        rule,
        line: first.line,
        column: first.column,
        length: last.line == first.line ? Swift.max(1, last.column - first.column) : 1,
        reference: reference,
        message: message(),
        advice: advice()
      )
    }
  }

  /// Reports part of a physical line.
  ///
  /// - Parameters: As those of ``report(_:at:on:reference:_:advice:)``, but for `part`: the bytes that are meant,
  ///   from the beginning of the physical line.
  mutating func report(
    _ rule: LintRule,
    at line: LinePlace,
    physical part: Range<Int>,
    _ message: @autoclosure () -> String,
    advice: @autoclosure () -> String? = nil
  ) {
    let bytes = bytes
    add(rule) {
      let before = bytes[line.start..<line.start + part.lowerBound]
      let meant = bytes[line.start + part.lowerBound..<line.start + part.upperBound]
      return LintFinding(
        rule,
        line: line.line,
        column: String(decoding: before, as: UTF8.self).count + 1,
        length: Swift.max(1, String(decoding: meant, as: UTF8.self).count),
        message: message(),
        advice: advice()
      )
    }
  }

  /// Reports a property at its value.
  ///
  /// - Parameters: As those of ``report(_:at:on:reference:_:advice:)``; `part` is part of the value, the
  ///   whole of it where it is `nil`.
  mutating func report(
    _ rule: LintRule,
    _ property: LintProperty,
    on part: Range<Int>? = nil,
    reference: String? = nil,
    _ message: @autoclosure () -> String,
    advice: @autoclosure () -> String? = nil
  ) {
    report(
      rule,
      at: property.place,
      on: part ?? property.line.valueStart..<property.line.content.count,
      reference: reference,
      message(),
      advice: advice()
    )
  }
}
