internal import Foundation

/// A deliberate mistake in the plan in which every key stands.
struct Mistake {
  /// The file that is changed.
  enum File {
    case plan
    case decisions
  }

  /// The key that the mistake is about, with its table, such as `series.aim`.
  var key: String
  /// Words that occur once in the file.
  var old: String
  /// What takes their place.
  var new: String
  /// The file that is changed.
  var file: File
  /// Whether the JSON Schema sees the mistake too.
  var schemaSees: Bool
  /// How many diagnostics answer it, where the words that were changed are several mistakes.
  var count: Int

  init(
    _ key: String,
    _ old: String,
    _ new: String,
    in file: File = .plan,
    schema: Bool = false,
    count: Int = 1
  ) {
    self.key = key
    self.old = old
    self.new = new
    self.file = file
    schemaSees = schema
    self.count = count
  }

  /// The table of the key.
  var table: String { String(key.prefix { $0 != "." }) }

  /// The good plan with this mistake in it.
  func made(in good: PlanText) -> PlanText {
    var bad = good
    switch file {
    case .plan: bad.plan = bad.plan.replacingOccurrences(of: old, with: new)
    case .decisions: bad.decisions = bad.decisions?.replacingOccurrences(of: old, with: new)
    }
    return bad
  }

  /// How often the words that are changed occur in the file; 1 for a mistake that is well made.
  func occurrences(in good: PlanText) -> Int {
    let text = file == .plan ? good.plan : good.decisions ?? ""
    return text.components(separatedBy: old).count - 1
  }
}
