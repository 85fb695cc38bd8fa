internal import CivilTime
package import Scheduling

/// An entry of a file of decisions.
package struct Decision: Sendable, Equatable {
  /// What was decided.
  package enum Content: Sendable, Equatable {
    /// An issue must appear on a day.
    case pin(Pin)
    /// No issue may appear on a day.
    case ban(Ban)
    /// An issue appeared.
    case completion(Completion)
  }

  /// What was decided.
  package var content: Content
  /// The clause that the entry cites.
  package var clause: String?

  /// Creates an entry.
  package init(_ content: Content, clause: String? = nil) {
    self.content = content
    self.clause = clause
  }

  /// The list that the entry is written in.
  var list: DecisionsKey {
    switch content {
    case .pin: .pins
    case .ban: .bans
    case .completion: .done
    }
  }

  /// What is written of it, as keys with values that are no YAML yet.
  var fields: [(key: String, value: YAMLScalarText)] {
    func field<Key: FileKey>(_ key: Key, _ text: String?) -> (String, YAMLScalarText)? {
      text.map { (key.rawValue, YAMLScalarText($0)) }
    }
    // The form of a date is what it is for every reader of this format, so it needs no quotes.
    func field<Key: FileKey>(_ key: Key, _ date: CivilDate?) -> (String, YAMLScalarText)? {
      date.map { (key.rawValue, YAMLScalarText(plain: $0.description)) }
    }
    let fields: [(String, YAMLScalarText)?] =
      switch content {
      case .pin(let pin):
        [
          field(PinKey.series, pin.series), field(PinKey.date, pin.date),
          field(PinKey.theme, pin.theme), field(PinKey.why, pin.reason),
          field(PinKey.clause, clause),
        ]
      case .ban(let ban):
        [
          field(BanKey.series, ban.series), field(BanKey.date, ban.date),
          field(BanKey.why, ban.reason), field(BanKey.clause, clause),
        ]
      case .completion(let completion):
        [
          field(CompletionKey.issue, completion.uid), field(CompletionKey.date, completion.date),
          field(CompletionKey.link, completion.link), field(CompletionKey.note, completion.note),
        ]
      }
    return fields.compactMap(\.self).map { (key: $0.0, value: $0.1) }
  }

  /// The entry between braces, on one line, as it is written into a file.
  package var text: String {
    "{" + fields.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
  }
}
