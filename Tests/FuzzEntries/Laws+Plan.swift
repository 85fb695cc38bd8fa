internal import PlanFiles

extension Laws {
  /// The laws of reading a plan with the files beside it.
  mutating func checkPlan(_ bytes: [UInt8]) {
    var files = PlanBundle.files(in: bytes)
    let plan = files.removeValue(forKey: "plan.yaml") ?? []
    let decisions = files.removeValue(forKey: "decisions.yaml")
    checkPlan(plan, decisions: decisions, calendars: files)
  }

  /// Reads a plan, and holds what comes of it against the laws.
  ///
  /// - Parameters:
  ///   - plan: The bytes of plan.yaml.
  ///   - decisions: The bytes of decisions.yaml, where there is one.
  ///   - calendars: The iCalendar files by their paths from the folder of the plan.
  package mutating func checkPlan(
    _ plan: [UInt8],
    decisions: [UInt8]?,
    calendars: [String: [UInt8]]
  ) {
    func read() -> PlanReading {
      PlanReader.read(
        PlanReader.Input(name: "plan.yaml", bytes: plan),
        decisions: decisions.map { PlanReader.Input(name: "decisions.yaml", bytes: $0) },
        loading: { path throws(PlanReader.LoadingError) in
          guard let bytes = calendars[path] else { throw PlanReader.LoadingError("none") }
          return PlanReader.Input(name: path, bytes: bytes)
        }
      )
    }
    let reading = read()
    let again = read()
    hold(
      again.plan == reading.plan && again.diagnostics == reading.diagnostics,
      "a second reading is another"
    )
    let hasError = reading.diagnostics.contains { $0.severity == .error }
    hold(
      (reading.plan == nil) == (hasError && !reading.isContradictory),
      "a plan is \(reading.plan == nil ? "missing without" : "given with") an error"
    )
    var lines = calendars.mapValues(Self.lineCount)
    lines["plan.yaml"] = Self.lineCount(of: plan)
    lines["decisions.yaml"] = decisions.map(Self.lineCount)
    for diagnostic in reading.diagnostics { check(diagnostic, inFilesOf: lines) }
  }

  /// A diagnostic points into its file, and can be shown on a terminal.
  private mutating func check(_ diagnostic: Diagnostic, inFilesOf lines: [String: Int]) {
    for location in [diagnostic.location] + diagnostic.notes.map(\.location) {
      guard let count = lines[location.file] else {
        hold(false, "there is no file \(location.file): \(diagnostic)")
        continue
      }
      guard let span = location.span else { continue }
      hold(
        1...count ~= span.line && span.column >= 1 && span.length >= 0
          && span.column + span.length <= span.sourceLine.count + 1,
        "a place outside the file: \(diagnostic)"
      )
    }
    let shown = diagnostic.description
    hold(
      shown.unicodeScalars.allSatisfy { scalar in
        scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
      },
      "control characters are shown: \(shown.debugDescription)"
    )
  }

  /// Lines end as YAML has it, whatever the bytes are that end them.
  private static func lineCount(of bytes: [UInt8]) -> Int {
    var count = 1
    var previous: Unicode.Scalar?
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\r" || scalar == "\n" && previous != "\r" { count += 1 }
      previous = scalar
    }
    return count
  }
}
