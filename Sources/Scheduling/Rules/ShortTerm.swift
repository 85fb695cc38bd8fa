/// `short`: what it costs to have fewer issues than are wanted.
package enum ShortTerm {
  /// The points for so many issues: `price` for each that is missing.
  ///
  /// More issues than the aim, which only history can bring about, cost nothing.
  package static func points(issues: Int, aim: Int, price: Int) -> Int {
    price * max(0, aim - issues)
  }
}
