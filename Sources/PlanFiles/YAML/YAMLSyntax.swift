internal import Yams

/// What the YAML parser complains of, in the words of somebody who writes a plan.
enum YAMLSyntax {
  /// Turns an error of the parser into a diagnostic.
  static func diagnostic(of error: YamlError, in source: SourceText) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      diagnostic(problem, at: mark, context: context, in: source)
    default:
      Diagnostic(
        .error,
        at: Diagnostic.Location(file: source.file),
        "this is not YAML: \(String(describing: error))"
      )
    }
  }

  private static func diagnostic(
    _ problem: String,
    at mark: Mark,
    context: YamlError.Context?,
    in source: SourceText
  ) -> Diagnostic {
    // Where a quote is not closed, the parser complains at the end of the file.
    let isUnclosed = problem == "found unexpected end of stream"
    let extent = extent(of: isUnclosed ? context?.mark ?? mark : mark, in: source)
    let advice = advice(on: problem, before: source[extent.start])
    let notes = context.flatMap { context -> Diagnostic.Note? in
      let begin = Self.extent(of: context.mark, in: source)
      guard begin.start != extent.start else { return nil }
      let what = context.text.replacingPrefix("while ", with: "")
      return Diagnostic.Note("\(what) that begins here", at: source.location(of: begin))
    }
    return Diagnostic(
      .error,
      at: source.location(of: extent),
      "this is not YAML: \(advice.message ?? problem)",
      suggestion: advice.suggestion,
      notes: notes.map { [$0] } ?? []
    )
  }

  /// One scalar; the parser's place, or the end of the text where that lies behind it.
  private static func extent(of mark: Mark, in source: SourceText) -> SourceText.Extent {
    let position = source.position(line: mark.line, column: mark.column)
    return SourceText.Extent(start: position, length: source[position] == nil ? 0 : 1)
  }

  private static func advice(
    on problem: String,
    before scalar: Unicode.Scalar?
  ) -> (message: String?, suggestion: String?) {
    if scalar == "\t" && problem.contains("token") || problem.contains("tab") {
      return ("a tab cannot indent a line", "indent with spaces")
    }
    return switch problem {
    case "found character that cannot start any token":
      (
        "a text cannot begin with \(scalar == "`" ? "a backtick" : quoted(scalar.map(String.init) ?? ""))",
        "write the text in quotes"
      )
    case "mapping values are not allowed in this context":
      (
        "a `:` with a space behind it makes a key, and there can be none here",
        "write a text that holds `: ` in quotes"
      )
    case "could not find expected ':'":
      ("a key needs `:` and a space behind it", nil)
    case "did not find expected key":
      ("something stands where a key should be", "check the indentation and the quotes above")
    case "did not find expected '-' indicator":
      ("something stands where `- ` should be", "check the indentation")
    case "did not find expected ',' or ']'":
      ("the list is not closed: `,` or `]` should be here", nil)
    case "did not find expected ',' or '}'":
      ("the mapping is not closed: `,` or `}` should be here", nil)
    case "found unexpected end of stream":
      ("a quote is not closed", nil)
    default:
      problem.contains("nesting") || problem.contains("nested")
        ? ("lists and mappings lie within each other too deeply", nil) : (nil, nil)
    }
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
