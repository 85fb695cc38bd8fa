/// The deflection of subgradient steps.
///
/// A step is turned away from the one before it where the two disagree, which keeps prices from
/// swinging between two sides of a ridge (P. M. Camerini, L. Fratta, F. Maffioli, "On improving
/// relaxation methods by modified gradient techniques", Mathematical Programming Study 3, 1975).
enum Deflection {
  /// How much of the step before is mixed in, relative to what would make the two perpendicular:
  /// the choice of Camerini, Fratta and Maffioli.
  private static let factor = 1.5

  /// Turns a direction away from the one before, where the angle between them is obtuse.
  static func apply(to direction: inout [Double], from earlier: [Double]) {
    var dot = 0.0
    var norm = 0.0
    for (own, other) in zip(direction, earlier) {
      dot += own * other
      norm += other * other
    }
    guard dot < 0, norm > 0 else { return }
    let weight = -factor * dot / norm
    for index in direction.indices { direction[index] += weight * earlier[index] }
  }
}
