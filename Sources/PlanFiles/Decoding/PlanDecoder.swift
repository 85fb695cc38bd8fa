internal import CivilTime
internal import Scheduling

/// Decodes the values of one file, a plan or the decisions beside it.
///
/// Nothing here throws or stops early: each mistake is reported where it stands, and something is
/// returned that lets the rest be decoded. What comes out is a plan only where nothing was reported
/// as an error.
struct PlanDecoder {
  /// The text of the file.
  let source: SourceText
  /// What was found so far.
  var report = Report()
  /// The identifiers that the plan declares.
  var names = DeclaredNames()
  /// The period of the plan; `nil` where it could not be read.
  var period: ClosedRange<CivilDate>?
  /// Where the lines of the plan were written.
  var citedLines: [PlanLine: CitedLine] = [:]

  /// A place that a line of the plan was written at.
  struct CitedLine {
    /// The key with its value, or what names the element.
    var extent: SourceText.Extent
    /// The clause of the source document.
    var clause: String?
  }

  init(source: SourceText) {
    self.source = source
  }

  /// Notes where a line of the plan was written.
  mutating func cite(_ line: PlanLine, at value: Value?, clause: String?) {
    guard let value, citedLines[line] == nil else { return }
    citedLines[line] = CitedLine(extent: value.extent, clause: clause)
  }

  /// Reports an error.
  mutating func fail(
    _ message: String,
    at extent: SourceText.Extent,
    expected: String? = nil,
    suggestion: @autoclosure () -> String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    report.add(.error) {
      Diagnostic(
        .error,
        at: source.location(of: extent),
        message,
        expected: expected,
        suggestion: suggestion(),
        notes: notes
      )
    }
  }

  /// Reports a warning.
  mutating func warn(_ message: String, at extent: SourceText.Extent) {
    report.add(.warning) { Diagnostic(.warning, at: source.location(of: extent), message) }
  }
}
