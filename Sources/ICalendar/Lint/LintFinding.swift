/// Something in a calendar file that a program may stumble over, with its place.
public struct LintFinding: Sendable, Hashable {
  /// How grave a finding is.
  public enum Severity: String, Sendable, CaseIterable {
    /// A program may drop the file or the event, or read something else than was meant.
    case error
    /// The file is read by nearly all programs; one that is known stumbles over it, or the standard
    /// asks for something else.
    case warning
  }

  /// The rule that the file does not keep.
  public var rule: LintRule
  /// The line of the file, from 1, as an editor counts it: folded lines count.
  public var line: Int
  /// The first character that is meant, from 1, as a reader sees characters.
  public var column: Int
  /// How many characters of the line are meant, at least 1.
  public var length: Int
  /// Where the rule is written, such as `RFC 5545, section 3.1`.
  public var reference: String
  /// What was found, and what was expected.
  public var message: String
  /// What to write instead, where there is something to say.
  public var advice: String?

  /// How grave the finding is.
  public var severity: Severity { rule.severity }

  /// Creates a finding.
  ///
  /// - Parameters:
  ///   - rule: The rule that the file does not keep.
  ///   - line: The line, from 1.
  ///   - column: The first character that is meant, from 1.
  ///   - length: How many characters are meant.
  ///   - reference: Where the rule is written; the rule's own reference where it is `nil`.
  ///   - message: What was found, and what was expected.
  ///   - advice: What to write instead.
  public init(
    _ rule: LintRule,
    line: Int,
    column: Int,
    length: Int = 1,
    reference: String? = nil,
    message: String,
    advice: String? = nil
  ) {
    self.rule = rule
    self.line = line
    self.column = column
    self.length = length
    self.reference = reference ?? rule.reference
    self.message = message
    self.advice = advice
  }
}

extension LintFinding: CustomStringConvertible {
  /// The finding in one line: its place, how grave it is, what is wrong, and the rule.
  public var description: String {
    "\(line):\(column): \(severity.rawValue): \(message) [\(rule.rawValue); \(reference)]"
  }
}
