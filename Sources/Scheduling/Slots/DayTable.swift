package import CivilTime

/// Values by day, of the days of a period.
///
/// It takes room for each day of the period, and finds the value of a day without a search.
package struct DayTable<Value> {
  /// The days that may have a value.
  package let period: ClosedRange<CivilDate>
  private var values: ContiguousArray<Value?>

  /// Creates a table without values.
  package init(_ period: ClosedRange<CivilDate>) {
    self.period = period
    values = ContiguousArray(repeating: nil, count: period.count)
  }

  /// The value of a day; `nil` where it has none, and outside the period.
  ///
  /// - Precondition: What is set lies in the period.
  package subscript(date: CivilDate) -> Value? {
    get { period.contains(date) ? values[date - period.lowerBound] : nil }
    set { values[date - period.lowerBound] = newValue }
  }

  /// The days that have a value, in order.
  package var days: [CivilDate] {
    values.indices.compactMap { values[$0] == nil ? nil : period.lowerBound + $0 }
  }

  /// The values, in the order of their days.
  package var inOrder: [Value] { values.compactMap(\.self) }
}

extension DayTable: Sendable where Value: Sendable {}
extension DayTable: Equatable where Value: Equatable {}
