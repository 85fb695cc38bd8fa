@testable import Scheduling

extension PathPrices {
  /// What a path pays for its positions and, once, for each window that it touches.
  ///
  /// - Parameter points: The points of its positions.
  /// - Returns: The sum of the prices, scaled.
  func paid(by points: [Int]) -> Int {
    let forWindows = windows.reduce(0) { sum, windows in
      windows.prices.indices.reduce(sum) { sum, index in
        let first = windows.origin + index
        let isTouched = points.contains { (first..<first + windows.distance).contains($0) }
        return sum + (isTouched ? windows.prices[index] : 0)
      }
    }
    return forWindows + points.count * perPosition + (points.isEmpty ? ofNone : 0)
  }
}
