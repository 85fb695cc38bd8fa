/// `repeated`: what it costs that two consecutive issues of a series have the same theme.
package enum RepeatedTerm {
  /// The points for two consecutive issues of one series; issues without a theme repeat none.
  package static func points(_ first: String?, _ second: String?, price: Int) -> Int {
    first != nil && first == second ? price : 0
  }

  /// The pairs of consecutive issues of one series.
  ///
  /// - Parameter series: The series of each issue, by day.
  /// - Returns: The positions of the issues, earlier first, by the later one.
  package static func pairs(of series: [String]) -> [(first: Int, second: Int)] {
    var last: [String: Int] = [:]
    var pairs: [(first: Int, second: Int)] = []
    for (index, series) in series.enumerated() {
      if let first = last[series] { pairs.append((first, index)) }
      last[series] = index
    }
    return pairs
  }
}
