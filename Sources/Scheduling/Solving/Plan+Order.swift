internal import CivilTime

extension Plan {
  /// Issues by day, then by series in the plan's order; those of unknown series last on their day.
  package func inOrder(_ occurrences: [Occurrence]) -> [Occurrence] {
    inOrder(occurrences, by: \.self)
  }

  /// Whatever has an issue, in the order of ``inOrder(_:)``.
  package func inOrder<Element>(
    _ elements: [Element],
    by issue: (Element) -> Occurrence
  ) -> [Element] {
    let order = Dictionary(
      series.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    func key(_ element: Element) -> (Int, Int, Int) {
      let issue = issue(element)
      return (issue.date.dayNumber, order[issue.series] ?? .max, issue.number)
    }
    return elements.map { (key: key($0), element: $0) }
      .sorted { $0.key < $1.key }
      .map(\.element)
  }
}
