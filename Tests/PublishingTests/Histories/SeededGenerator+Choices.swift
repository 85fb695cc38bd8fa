import CivilTime
import TestSupport

extension SeededGenerator {
  /// Whether something happens that happens in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }

  /// A number of a range.
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// One of some values; `nil` where there is none.
  mutating func one<Values: Collection>(of values: Values) -> Values.Element? {
    values.randomElement(using: &self)
  }

  /// A full quarter of an hour.
  mutating func hour() -> TimeOfDay {
    TimeOfDay(hour: number(5...22), minute: number(0...3) * 15) ?? .midnight
  }
}
