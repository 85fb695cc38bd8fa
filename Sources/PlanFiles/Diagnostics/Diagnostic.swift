/// A mistake in a file, or something in it that is worth a second look, with its place.
///
/// A diagnostic is a value; its ``description`` is the text that people read.
public struct Diagnostic: Sendable, Hashable {
  /// How grave a diagnostic is.
  public enum Severity: String, Sendable, CaseIterable {
    /// The file cannot be used.
    case error
    /// The file can be used, and probably does not say what its writer meant.
    case warning
  }

  /// A place in a file.
  public struct Location: Sendable, Hashable {
    /// The file, as the user named it or relative to what the user named.
    public var file: String
    /// The characters in it; `nil` where the whole file is meant.
    public var span: Span?

    /// Creates a location.
    public init(file: String, span: Span? = nil) {
      self.file = file
      self.span = span
    }
  }

  /// Some characters of one line.
  ///
  /// Lines and columns count from 1; columns and lengths count characters as a reader sees them,
  /// so that `ế` is one however it is encoded.
  public struct Span: Sendable, Hashable {
    /// The line.
    public var line: Int
    /// The first character.
    public var column: Int
    /// How many characters; 0 for the place before `column`.
    public var length: Int
    /// The whole line, without its end and without control characters.
    public var sourceLine: String

    /// Creates a span.
    public init(line: Int, column: Int, length: Int, sourceLine: String) {
      self.line = line
      self.column = column
      self.length = length
      self.sourceLine = sourceLine
    }
  }

  /// A remark that points to a second place, such as `first written here`.
  public struct Note: Sendable, Hashable {
    /// What is to be said of the place.
    public var message: String
    /// The place.
    public var location: Location

    /// Creates a note.
    public init(_ message: String, at location: Location) {
      self.message = message
      self.location = location
    }
  }

  /// How grave it is.
  public var severity: Severity
  /// Where it is.
  public var location: Location
  /// What is wrong, with the values that are.
  public var message: String
  /// What was expected instead, to be read after the word "expected".
  public var expected: String?
  /// What would mend it, as a sentence.
  public var suggestion: String?
  /// Other places that have to do with it.
  public var notes: [Note]

  /// Creates a diagnostic.
  public init(
    _ severity: Severity,
    at location: Location,
    _ message: String,
    expected: String? = nil,
    suggestion: String? = nil,
    notes: [Note] = []
  ) {
    self.severity = severity
    self.location = location
    self.message = message
    self.expected = expected
    self.suggestion = suggestion
    self.notes = notes
  }
}
