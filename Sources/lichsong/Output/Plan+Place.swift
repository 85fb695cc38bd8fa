internal import Scheduling

extension Plan {
  /// Where a line of the plan was written, with its clause, in the form that editors follow.
  ///
  /// - Parameter line: A line.
  /// - Returns: The place with a space behind it; nothing for what no file says.
  func place(of line: PlanLine) -> String {
    guard let citation = citations[line] else { return "" }
    let clause = citation.clause.map { " (\($0))" } ?? ""
    return "\(citation.file):\(citation.line):\(citation.column):\(clause) "
  }
}
