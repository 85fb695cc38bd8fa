/// How an outlet is told from others at a glance: by a letter, and by a shape in a colour.
///
/// Colours alone are not told apart by everybody, and by nobody on a grey printer.
struct OutletMark: Sendable, Hashable {
  /// A letter that no other outlet of the plan has.
  let letter: String
  /// The class of the shape and the colour in the style sheet: `o1` to `o6`.
  let style: String

  private static let styleCount = 6

  /// The marks of a plan's outlets, by their identifiers.
  ///
  /// The first broadcaster, newspaper and website have the colours that their feeds have.
  ///
  /// - Complexity: O(n²) for n outlets.
  ///
  /// - Parameter outlets: The outlets, in the plan's order.
  /// - Returns: A mark for each.
  static func marks(of outlets: [Release.Plan.Outlet]) -> [String: OutletMark] {
    var styles: [Int] = []
    var letters: Set<String> = []
    var marks: [String: OutletMark] = [:]
    for outlet in outlets where marks[outlet.id] == nil {
      let own = ["broadcaster": 1, "newspaper": 2, "website": 3][outlet.kind] ?? 4
      let free = (1...styleCount).filter { !styles.contains($0) }
      let style = free.contains(own) ? own : free.last ?? styles.count % styleCount + 1
      styles.append(style)
      let candidates =
        initials(of: outlet.name) + (1...outlets.count + 1).map(String.init)
      let letter = candidates.first { !letters.contains($0) } ?? "?"
      letters.insert(letter)
      marks[outlet.id] = OutletMark(letter: letter, style: "o\(style)")
    }
    return marks
  }

  /// The first letters of the words of a name.
  private static func initials(of name: String) -> [String] {
    name.split { !$0.isLetter }.compactMap { word in
      word.first.map { $0.uppercased() }
    }
    .filter { $0.count == 1 }
  }
}
