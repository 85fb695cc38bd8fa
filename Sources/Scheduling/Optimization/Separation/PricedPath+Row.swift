extension PricedPath {
  /// A position with what a pass needs to know of it.
  struct Row {
    /// The position.
    var position: Int
    /// The first position that an arc may go to.
    var first: Int
    /// The end of those that touch a window together with it.
    var nearEnd: Int
    /// The end of those of the same group.
    var groupEnd: Int
    /// The end of all of them.
    var end: Int
    /// How many levels its group has.
    var levels: Int
    /// The first level with which its group may be left.
    var firstComplete: Int
    /// Whether its group may hold no more than there are levels.
    var isCapped: Bool
    /// Whether a path may end there, as far as later positions are concerned.
    var mayExit: Bool
    /// Whether a path may begin there.
    var isEntry: Bool

    var near: Range<Int> { first..<nearEnd }
    var own: Range<Int> { first..<groupEnd }
    var later: Range<Int> { groupEnd..<end }

    /// The level that a further position of the same group leads to; `nil` where the group is full.
    func nextLevel(after level: Int) -> Int? {
      level + 1 < levels ? level + 1 : isCapped ? nil : level
    }
  }
}
