internal import Scheduling

/// Where the lines of a plan were written, in the plan file and in the decisions.
struct PlanPlaces {
  private let decoders: [PlanDecoder]
  private let file: String

  /// Collects the places that were noted while files were decoded.
  ///
  /// - Parameters:
  ///   - decoders: The decoders of the files.
  ///   - file: The plan file, in which lines are that nobody wrote.
  init(of decoders: [PlanDecoder], in file: String) {
    self.decoders = decoders
    self.file = file
  }

  /// Where a line was written; where it was left out, the element that it would belong to.
  subscript(line: PlanLine) -> Diagnostic.Location {
    for decoder in decoders {
      guard let cited = decoder.citedLines[line] else { continue }
      return decoder.source.location(of: cited.extent)
    }
    let element = line.element
    return element == line ? Diagnostic.Location(file: file) : self[element]
  }

  /// The problems of a plan at their lines, in the order of the problems.
  ///
  /// Problems of one line with one remedy, such as all the months that are short of slots, are one
  /// diagnostic.
  func diagnostics(of problems: [PlanProblem]) -> [Diagnostic] {
    struct Remedy: Hashable {
      var line: PlanLine
      var advice: String
    }
    var remedies: [Remedy] = []
    var groups: [Remedy: [PlanProblem]] = [:]
    // A date outside the period was named already, where it is written.
    for problem in problems where problem.kind != .observanceOutsidePeriod {
      let remedy = Remedy(line: problem.line, advice: problem.advice)
      if groups[remedy] == nil { remedies.append(remedy) }
      groups[remedy, default: []].append(problem)
    }
    return remedies.compactMap { remedy in
      guard let group = groups[remedy], let problem = group.first else { return nil }
      let others = group.count == 1 ? "" : ", and \(group.count - 1) more like it"
      return Diagnostic(
        group.contains { $0.severity == .error } ? .error : .warning,
        at: self[problem.line],
        problem.message + others,
        suggestion: problem.advice,
        notes: problem.otherLine.map { [Diagnostic.Note("the other is here", at: self[$0])] } ?? []
      )
    }
  }
}
