/// The diagnostics of one reading, collected as they are found.
struct Report {
  /// How many diagnostics are kept; what lies behind is hardly ever a further mistake.
  static let limit = 100

  /// The diagnostics, in the order in which they were found.
  private(set) var diagnostics: [Diagnostic] = []
  /// How many more were found than are kept.
  private(set) var omitted = 0
  /// Whether any of them, kept or not, is an error.
  private(set) var hasErrors = false
  private var known: Set<Diagnostic> = []

  /// Adds a diagnostic, unless it is there already: what an alias repeats is one mistake.
  ///
  /// - Parameters:
  ///   - severity: How grave it is.
  ///   - diagnostic: Makes the diagnostic, and is not asked where no more are kept: so a file full
  ///     of mistakes costs no more than the suggestions that are shown.
  mutating func add(_ severity: Diagnostic.Severity, _ diagnostic: () -> Diagnostic) {
    hasErrors = hasErrors || severity == .error
    guard diagnostics.count < Self.limit else {
      omitted += 1
      return
    }
    let diagnostic = diagnostic()
    if known.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  /// Adds a diagnostic, unless it is there already.
  mutating func add(_ diagnostic: Diagnostic) {
    add(diagnostic.severity) { diagnostic }
  }

  /// Adds what another reading found, behind what is here.
  mutating func add(_ other: Report) {
    for diagnostic in other.diagnostics { add(diagnostic) }
    omitted += other.omitted
    hasErrors = hasErrors || other.hasErrors
  }

  /// The diagnostics from the top of each file to its end, the files as they were first named.
  var sorted: [Diagnostic] {
    var order: [String: Int] = [:]
    for diagnostic in diagnostics where order[diagnostic.location.file] == nil {
      order[diagnostic.location.file] = order.count
    }
    func key(_ index: Int) -> (Int, Int, Int, Int) {
      let location = diagnostics[index].location
      return (
        order[location.file] ?? 0, location.span?.line ?? 0, location.span?.column ?? 0, index
      )
    }
    return diagnostics.indices.sorted { key($0) < key($1) }.map { diagnostics[$0] }
  }
}
