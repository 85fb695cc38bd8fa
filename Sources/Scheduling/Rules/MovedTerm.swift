package import CivilTime

/// `moved`: what it costs to give up days that were released.
package enum MovedTerm {
  /// The points for one released day, from the day on from which the schedule may change.
  package static func points(isChosen: Bool, price: Int) -> Int { isChosen ? 0 : price }

  /// The points for all released days of a series.
  package static func points(released: [CivilDate], chosen: [CivilDate], price: Int) -> Int {
    let chosen = Set(chosen)
    return released.reduce(0) { $0 + points(isChosen: chosen.contains($1), price: price) }
  }
}
