/// `rethemed`: what it costs that an issue which was released changes its theme.
package enum RethemedTerm {
  /// The points for an issue that keeps its identity.
  ///
  /// - Parameters:
  ///   - released: The theme that it was released with, if it had one.
  ///   - theme: The theme that it has.
  ///   - price: The points for a change.
  /// - Returns: The points.
  package static func points(released: String?, theme: String?, price: Int) -> Int {
    released == theme ? 0 : price
  }
}
