internal import Scheduling

extension Release.Plan {
  /// Somebody who is in charge of deadlines, under an identifier that names a feed.
  package struct Owner: Sendable, Hashable, Codable {
    /// The identifier: of a-z, 0-9 and `-`, made of the name.
    package var id: String
    /// The name, as the plan writes it.
    package var name: String
  }

  /// The owners of a plan's deadlines.
  ///
  /// Whoever was there before under the same name keeps the identifier, for it is an address. Names
  /// that differ in marks and capitals only are told apart by a number.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - before: Those of the release before.
  /// - Returns: The owners, by their first deadline.
  static func owners(of plan: Scheduling.Plan, after before: [Owner]) -> [Owner] {
    var names: [String] = []
    for deadline in plan.series.flatMap(\.deadlines) where !names.contains(deadline.owner) {
      names.append(deadline.owner)
    }
    let kept = before.filter { names.contains($0.name) }
    var taken = Set(kept.map(\.id))
    return names.map { name in
      if let owner = kept.first(where: { $0.name == name }) { return owner }
      let word = identifier(of: name)
      var (id, number) = (word, 2)
      while !taken.insert(id).inserted {
        id = "\(word)-\(number)"
        number += 1
      }
      return Owner(id: id, name: name)
    }
  }

  /// A name in the letters of addresses: `Sở Nội vụ` is `so-noi-vu`.
  private static func identifier(of name: String) -> String {
    var identifier = ""
    for scalar in UnmarkedText.of(name).lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": identifier.unicodeScalars.append(scalar)
      default: if !identifier.isEmpty, !identifier.hasSuffix("-") { identifier.append("-") }
      }
    }
    identifier = String(identifier.prefix(60))
    while identifier.hasSuffix("-") { identifier.removeLast() }
    return identifier.isEmpty ? "owner" : identifier
  }
}
