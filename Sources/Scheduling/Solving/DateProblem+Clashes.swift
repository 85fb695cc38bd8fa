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
  /// - Complexity: That of ``SeriesProblem/clash(of:in:history:without:while:)`` for one series;
  ///   between several, O(k log n) answers of ``isFeasible(while:)`` for the k limits of the clash of
  ///   n.
  /// - Precondition: ``solve(while:)`` gives `nil` under all limits.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - history: What was released.
  ///   - mayGoOn: Asked again and again whether the search may go on; where it may not, the clash is
  ///     what is left so far.
  /// - Returns: The clash.
  package static func clash(
    in plan: Plan,
    history: History,
    while mayGoOn: @escaping () -> Bool = { true }
  ) -> Clash {
    for series in plan.series
    where SeriesProblem(of: series, in: plan, history: history).solve() == nil {
      return SeriesProblem.clash(of: series, in: plan, history: history, while: mayGoOn)
    }
    // Of several parts any may be the one, and in which there are no days is to be found out.
    let parts = coupledParts(of: plan)
    let part = parts.first { part in
      parts.count > 1 && DateProblem(part, history: history).isFeasible(while: mayGoOn) == false
    }
    return jointClash(in: part ?? plan, history: history, without: [], while: mayGoOn)
  }

  /// Clashes with no limit in common, such that without all of their limits days can be chosen.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - history: What was released.
  ///   - known: A clash that is known; it is the first, smaller where it was not the smallest.
  ///   - mayGoOn: Asked again and again whether the search may go on; where it may not, a clash is
  ///     what is left so far.
  /// - Returns: The clashes; behind one that is known, those within one series first.
  package static func clashes(
    in plan: Plan,
    history: History,
    beginningWith known: Clash? = nil,
    while mayGoOn: @escaping () -> Bool = { true }
  ) -> Clashes {
    var clashes = Clashes()
    if let known {
      let first =
        known.isSmallest ? known : shrunk(known, in: plan, history: history, while: mayGoOn)
      guard clashes.add(first) else { return clashes }
    }
    for series in plan.series {
      while true {
        guard mayGoOn() || clashes.found.isEmpty else {
          clashes.stop()
          return clashes
        }
        let limits = LimitSet.except(clashes.limits)
        let problem = SeriesProblem(of: series, in: plan, history: history, under: limits)
        guard problem.solve() == nil else { break }
        let clash = SeriesProblem.clash(
          of: series,
          in: plan,
          history: history,
          without: clashes.limits,
          while: mayGoOn
        )
        guard clashes.add(clash) else { return clashes }
      }
    }
    for part in coupledParts(of: plan) {
      while true {
        let excluded = clashes.limits
        let problem = DateProblem(part, history: history, under: .except(excluded))
        guard let isFeasible = problem.isFeasible(while: mayGoOn) else {
          clashes.stop()
          return clashes
        }
        if isFeasible { break }
        let clash = jointClash(in: part, history: history, without: excluded, while: mayGoOn)
        guard clashes.add(clash) else { return clashes }
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
    without excluded: Set<Limit>,
    while mayGoOn: @escaping () -> Bool
  ) -> Clash {
    let involved = irreducibleInfeasibleSubset(of: plan.series.map(\.id)) { series in
      DateProblem(plan.only(Set(series)), history: history, under: .except(excluded))
        .isFeasible(while: mayGoOn).map(!)
    }
    let part = plan.only(Set(involved.elements))
    let limits = limits(in: part, from: history.from).filter { !excluded.contains($0) }
    return clash(among: limits, of: part, history: history, while: mayGoOn)
  }

  /// A smaller clash within one that was not known to be smallest.
  private static func shrunk(
    _ clash: Clash,
    in plan: Plan,
    history: History,
    while mayGoOn: @escaping () -> Bool
  ) -> Clash {
    let involved = clash.limits.flatMap(\.subject.series)
    let part = plan.only(Set(involved))
    return self.clash(among: clash.limits, of: part, history: history, while: mayGoOn)
  }

  private static func clash(
    among limits: [Limit],
    of plan: Plan,
    history: History,
    while mayGoOn: @escaping () -> Bool
  ) -> Clash {
    Clash(
      irreducibleInfeasibleSubset(of: limits) { limits in
        DateProblem(plan, history: history, under: .only(Set(limits)))
          .isFeasible(while: mayGoOn).map(!)
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
