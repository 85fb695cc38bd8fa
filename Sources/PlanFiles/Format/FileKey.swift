/// The keys of one kind of mapping in a file, spelled as in the file.
///
/// These tables are the only place that knows what a mapping may hold: the reader decodes by them,
/// its advice lists them, and the JSON Schema is held against them.
protocol FileKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What such a mapping is called, with its article, such as `a series`.
  static var element: String { get }
  /// The keys that cannot be left out.
  static var required: Set<Self> { get }
}

extension FileKey {
  static var required: Set<Self> { [] }
}

/// A table of keys as text, for what is checked against the tables.
package struct KeyTable: Sendable {
  /// The name of the table, which is that of the definition in the JSON Schema.
  package let name: String
  /// The keys, in the order in which they are documented.
  package let keys: [String]
  /// Those of them that cannot be left out.
  package let required: Set<String>

  init<Key: FileKey>(_ name: String, _ table: Key.Type) {
    self.name = name
    keys = Key.allCases.map(\.rawValue)
    required = Set(Key.required.map(\.rawValue))
  }

  /// All tables of the plan file and of the file of decisions.
  package static let all = [
    KeyTable("plan", PlanKey.self),
    KeyTable("source", SourceKey.self),
    KeyTable("period", PeriodKey.self),
    KeyTable("outlet", OutletKey.self),
    KeyTable("calendar", CalendarKey.self),
    KeyTable("series", SeriesKey.self),
    KeyTable("count", CountKey.self),
    KeyTable("slot", SlotKey.self),
    KeyTable("repeat", RepeatKey.self),
    KeyTable("deadline", DeadlineKey.self),
    KeyTable("observance", ObservanceKey.self),
    KeyTable("theme", ThemeKey.self),
    KeyTable("window", WindowKey.self),
    KeyTable("separation", SeparationKey.self),
    KeyTable("pin", PinKey.self),
    KeyTable("ban", BanKey.self),
    KeyTable("activity", ActivityKey.self),
    KeyTable("costs", CostKey.self),
    KeyTable("publish", PublishKey.self),
    KeyTable("release", ReleaseKey.self),
    KeyTable("decisions", DecisionsKey.self),
    KeyTable("completion", CompletionKey.self),
  ]
}
