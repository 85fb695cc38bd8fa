extension Plan {
  /// The plan with one more pin, behind all others.
  func adding(_ pin: Pin) -> Plan {
    var plan = self
    plan.pins.append(pin)
    return plan
  }
}

extension Clash {
  /// The clash without the pin that was added to a plan: the others are what it runs into.
  ///
  /// - Parameter plan: The plan before the pin was added.
  /// - Returns: The rest of the limits.
  func without(pinOf plan: Plan) -> Clash {
    var rest = self
    rest.limits.removeAll { $0.line == .pin(plan.pins.count) }
    return rest
  }
}
