/// A value in a YAML document, with its place, its aliases resolved.
///
/// Unlike the parser's own nodes it knows nothing of the types that YAML guesses: a scalar is its
/// text.
struct YAMLNode: Sendable {
  /// What a value is.
  enum Content: Sendable {
    /// A text, such as `20:15` or `"20:15"`.
    case scalar(Scalar)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with values, in the order of the file, each key once.
    case mapping([Entry])
    /// Something that was reported already, and is to be passed over in silence.
    case damaged
  }

  /// A text, as it is after unquoting and unfolding.
  struct Scalar: Sendable {
    /// The text.
    var text: String
    /// Whether it was written without quotes and not as a block.
    var isPlain: Bool

    /// Whether there is no value at all: nothing, or one of YAML's words for nothing.
    var isNull: Bool {
      isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
    }
  }

  /// A key with its value.
  struct Entry: Sendable {
    /// Stands for a key that was reported already, and whose spelling is unknown.
    static let damagedKey = "\u{FFFD}"

    /// The key.
    var key: String
    /// The place of the key.
    var keyExtent: SourceText.Extent
    /// The value.
    var value: YAMLNode
  }

  /// What the value is.
  var content: Content
  /// The place of the value: of a block mapping or sequence, its first key or dash.
  var extent: SourceText.Extent
  /// What it takes to look at all of it: the number of values with this one, each alias counted as
  /// what it stands for, and one more for each ``bytesOfValue`` bytes of a text.
  var size: Int

  /// The bytes of text that count as one more value.
  static let bytesOfValue = 100
}
