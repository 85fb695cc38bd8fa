package import CivilTime

extension DateProblem {
  /// The limits that the days of all series keep, by series, those between several last.
  package static func limits(in plan: Plan, from: CivilDate) -> [Limit] {
    plan.series.flatMap { SeriesProblem.limits(of: $0, in: plan, from: from) }
      + plan.separations.indices.map { ApartLimit.limit(at: $0, in: plan) }
  }

  /// Limits that no choice of days keeps together, though it would keep them without any one.
  ///
  /// A clash within one series is named before one between several.
  ///
  /// - Complexity: That of ``SeriesProblem/clash(of:in:history:without:)`` for one series; between
  ///   several, O(k log n) answers of ``isFeasible()`` for the k limits of the clash of n.
  /// - Precondition: ``solve(while:)`` gives `nil` under all limits.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - history: What was released.
  /// - Returns: The clash.
  package static func clash(in plan: Plan, history: History) -> Clash {
    clashes(in: plan, history: history, atMost: 1).first
      // It was proven that no choice exists, and not again in the time that that is given here.
      ?? jointClash(in: plan, history: history, without: [])
  }

  /// Clashes with no limit in common, such that without all of their limits days can be chosen.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - history: What was released.
  ///   - count: How many are sought.
  /// - Returns: The clashes, those within one series first; none where days can be chosen.
  package static func clashes(
    in plan: Plan,
    history: History,
    atMost count: Int = .max
  ) -> [Clash] {
    var clashes: [Clash] = []
    var excluded: Set<Limit> = []
    /// Notes a clash; whether another may be sought.
    func add(_ clash: Clash) -> Bool {
      guard !clash.limits.isEmpty else { return false }
      clashes.append(clash)
      excluded.formUnion(clash.limits)
      return clashes.count < count
    }
    for series in plan.series {
      while SeriesProblem(of: series, in: plan, history: history, under: .except(excluded))
        .solve() == nil
      {
        let clash = SeriesProblem.clash(of: series, in: plan, history: history, without: excluded)
        guard add(clash) else { return clashes }
      }
    }
    for part in coupledParts(of: plan) {
      while DateProblem(part, history: history, under: .except(excluded)).isFeasible() == false {
        guard add(jointClash(in: part, history: history, without: excluded)) else {
          return clashes
        }
      }
    }
    return clashes
  }

  /// The plan, in parts of several series that separations join, without the other series.
  private static func coupledParts(of plan: Plan) -> [Plan] {
    var rest = plan.series.map(\.id)
    var parts: [Plan] = []
    while let first = rest.first {
      let joined = plan.seriesJoined(to: [first])
      rest.removeAll { joined.contains($0) }
      if joined.count > 1 { parts.append(plan.only(joined)) }
    }
    return parts
  }

  /// A clash between series, of as few series as can clash.
  private static func jointClash(
    in plan: Plan,
    history: History,
    without excluded: Set<Limit>
  ) -> Clash {
    let involved = irreducibleInfeasibleSubset(of: plan.series.map(\.id)) { series in
      DateProblem(plan.only(Set(series)), history: history, under: .except(excluded))
        .isFeasible() == false
    }
    let part = plan.only(Set(involved))
    let limits = limits(in: part, from: history.from).filter { !excluded.contains($0) }
    return Clash(
      limits: irreducibleInfeasibleSubset(of: limits) { limits in
        DateProblem(part, history: history, under: .only(Set(limits))).isFeasible() == false
      }
    )
  }
}

extension Plan {
  /// The series that separations join to some series, directly or through others, and these.
  package func seriesJoined(to series: Set<String>) -> Set<String> {
    var joined = series
    while true {
      let more = separations.filter { !joined.isDisjoint(with: $0.series) }.flatMap(\.series)
      guard !joined.isSuperset(of: more) else { return joined }
      joined.formUnion(more)
    }
  }

  /// The plan with only some of its series; all else keeps its place.
  package func only(_ series: Set<String>) -> Plan {
    var part = self
    part.series = self.series.filter { series.contains($0.id) }
    return part
  }
}
