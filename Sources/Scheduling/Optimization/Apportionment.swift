/// How many of a number of seats each party gets, where each seat admits only some parties.
///
/// Every seat goes to exactly one party that it admits. Party t has at least and at most so many
/// seats, and the sum of r² / share over the parties, with r seats each, is least. Without limits
/// this is Webster's apportionment.
///
/// The counts that some assignment of seats has are the bases of a transversal polymatroid, and
/// limits on each count leave the bases of a polymatroid. On these a greedy method minimises any
/// sum of convex functions of the counts exactly: start with the fewest, and give one more to the
/// party for which that costs least, as long as an assignment exists. One more for a party with k
/// costs (2k + 1) / share. A party that can have no more never can again. Whether it can is the
/// search for an augmenting path.
///
/// Of several optimal counts the lexicographically greatest is found: parties that come earlier
/// get more. For where two steps cost the same, the earlier party takes its step first, which is
/// the greedy method for costs that are less, by less than anything that matters, for earlier
/// parties.
///
/// Source: A. Federgruen, H. Groenevelt, "The greedy procedure for resource allocation problems:
/// necessary and sufficient conditions for optimality", Operations Research 34 (1986).
package struct Apportionment: Sendable {
  /// A party.
  package struct Party: Sendable, Hashable {
    /// Its weight, at least 1.
    package var share: Int
    /// The fewest and the most seats.
    package var limits: GroupedPath.Limits

    /// Creates a party.
    package init(share: Int, limits: GroupedPath.Limits) {
      self.share = share
      self.limits = limits
    }
  }

  /// The party of each seat, -1 for none yet.
  private var partyOfSeat: ContiguousArray<Int>
  private let seatsOfParty: [[Int]]
  private var counts: [Int]

  private init(seats: Int, seatsOfParty: [[Int]]) {
    partyOfSeat = ContiguousArray(repeating: -1, count: seats)
    self.seatsOfParty = seatsOfParty
    counts = Array(repeating: 0, count: seatsOfParty.count)
  }

  /// The optimal counts; of several, the lexicographically greatest.
  ///
  /// - Complexity: O((s + p) a) for s seats, p parties and a pairs of a seat and a party that it
  ///   admits; and s times p comparisons of costs.
  /// - Precondition: Twice the number of seats times any share does not overflow.
  ///
  /// - Parameters:
  ///   - admitted: For each seat, the parties that it admits, ascending.
  ///   - parties: The parties.
  /// - Returns: The number of seats of each party; `nil` where no assignment keeps the limits.
  package static func counts(admitted: [[Int]], parties: [Party]) -> [Int]? {
    var seatsOfParty = [[Int]](repeating: [], count: parties.count)
    for (seat, admitted) in admitted.enumerated() {
      for party in admitted { seatsOfParty[party].append(seat) }
    }
    var apportionment = Apportionment(seats: admitted.count, seatsOfParty: seatsOfParty)
    for (index, party) in parties.enumerated() {
      guard party.limits.least <= party.limits.most else { return nil }
      for _ in 0..<Swift.max(0, party.limits.least) {
        guard apportionment.giveSeat(to: index) else { return nil }
      }
    }
    var open = parties.indices.filter { apportionment.counts[$0] < parties[$0].limits.most }
    while let cheapest = apportionment.cheapest(of: open, parties) {
      if !apportionment.giveSeat(to: cheapest)
        || apportionment.counts[cheapest] == parties[cheapest].limits.most
      {
        open.removeAll { $0 == cheapest }
      }
    }
    let given = apportionment.counts.reduce(0, +)
    return given == admitted.count ? apportionment.counts : nil
  }

  /// The party for which one more seat costs least; of several, the first.
  private func cheapest(of open: [Int], _ parties: [Party]) -> Int? {
    open.min { first, second in
      // (2a + 1) / A < (2b + 1) / B, as integers.
      (2 * counts[first] + 1) * parties[second].share
        < (2 * counts[second] + 1) * parties[first].share
    }
  }

  /// Gives one more seat to a party, if seats can be exchanged so that all keep their counts.
  private mutating func giveSeat(to party: Int) -> Bool {
    // Breadth first from the party: to the seats that admit it, to the parties that hold them.
    /// For each seat that was reached, the party that would take it; -1 for none.
    var taker = ContiguousArray(repeating: -1, count: partyOfSeat.count)
    var isReached = ContiguousArray(repeating: false, count: counts.count)
    /// For each party that was reached, the seat that it would give up.
    var givenUp = ContiguousArray(repeating: -1, count: counts.count)
    var queue = [party]
    isReached[party] = true
    var next = 0
    while next < queue.count {
      let current = queue[next]
      next += 1
      for seat in seatsOfParty[current] where taker[seat] < 0 {
        taker[seat] = current
        let holder = partyOfSeat[seat]
        if holder < 0 {
          var seat = seat
          while seat >= 0 {
            let taker = taker[seat]
            partyOfSeat[seat] = taker
            seat = taker == party ? -1 : givenUp[taker]
          }
          counts[party] += 1
          return true
        }
        if !isReached[holder] {
          isReached[holder] = true
          givenUp[holder] = seat
          queue.append(holder)
        }
      }
    }
    return false
  }
}
