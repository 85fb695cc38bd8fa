internal import CivilTime
internal import Scheduling

/// Reads plans from bytes, wherever these come from.
///
/// A reading has three steps. Each file is decoded as far as it can be, so that all mistakes of
/// form are named at once. Where there is none, the plan is held against itself
/// (``Scheduling/Plan/problems()``), and what cannot hold together is named at its lines.
package struct PlanReader {
  /// A file with its bytes.
  package struct Input: Sendable {
    /// How diagnostics name the file.
    package var name: String
    /// The bytes of the file.
    package var bytes: [UInt8]

    /// Creates an input.
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// A file that a plan names cannot be had.
  package struct LoadingError: Error, CustomStringConvertible {
    /// Why, in words that fit behind the name of the file and a colon.
    package var description: String

    /// Creates an error.
    package init(_ description: String) {
      self.description = description
    }
  }

  /// Gives the file that a plan names by its path, which is relative to the folder of the plan.
  package typealias Loader = (_ path: String) throws(LoadingError) -> Input

  /// Reads a plan.
  ///
  /// - Parameters:
  ///   - input: The plan file.
  ///   - decisions: The file of decisions, where there is one; it may hold nothing.
  ///   - load: Gives the iCalendar files that the plan names, each asked for once.
  /// - Returns: The plan, or why there is none; never neither.
  package static func read(
    _ input: Input,
    decisions: Input? = nil,
    loading load: @escaping Loader
  ) -> PlanReading {
    var report = Report()
    var decoders: [PlanDecoder] = []

    var plan: Plan?
    var names = DeclaredNames()
    var period: ClosedRange<CivilDate>?
    if let (source, root) = document(of: input, into: &report) {
      var decoder = PlanDecoder(source: source)
      plan = decoder.plan(root, calendarFiles: CalendarFiles(load: load))
      names = decoder.names
      period = decoder.period
      decoders.append(decoder)
    }
    if let decisions, let (source, root) = YAMLComposer.decisions(in: decisions, into: &report) {
      var decoder = PlanDecoder(source: source)
      decoder.names = names
      decoder.period = period
      let decisions = decoder.decisions(root, after: plan)
      plan?.pins += decisions.pins
      plan?.bans += decisions.bans
      plan?.completions = decisions.completions
      decoders.append(decoder)
    }
    for decoder in decoders { report.add(decoder.report) }
    plan?.citations = citations(of: decoders)
    var isContradictory = false
    if report.hasErrors { plan = nil }
    if let understood = plan {
      let problems = understood.problems()
      let places = PlanPlaces(of: decoders, in: input.name)
      for diagnostic in places.diagnostics(of: problems) { report.add(diagnostic) }
      let mistakes = problems.filter { $0.severity == .error && !$0.isContradiction }
      if mistakes.isEmpty {
        isContradictory = problems.contains(where: \.isContradiction)
      } else {
        plan = nil
      }
    }
    return PlanReading(
      plan: plan,
      isContradictory: isContradictory,
      diagnostics: report.sorted,
      omitted: report.omitted
    )
  }

  /// The text and the document of a file; `nil` where there is no document, which was reported.
  private static func document(
    of input: Input,
    into report: inout Report
  ) -> (source: SourceText, root: YAMLNode)? {
    guard let source = SourceText.decoding(input.bytes, of: input.name, into: &report),
      let root = YAMLComposer.compose(source, into: &report)
    else { return nil }
    return (source, root)
  }

  private static func citations(of decoders: [PlanDecoder]) -> [PlanLine: Citation] {
    var citations: [PlanLine: Citation] = [:]
    for decoder in decoders {
      for (line, cited) in decoder.citedLines {
        let place = decoder.source.lineAndColumn(of: cited.extent.start)
        citations[line] = Citation(
          file: decoder.source.file,
          line: place.line,
          column: place.column,
          clause: cited.clause
        )
      }
    }
    return citations
  }
}
