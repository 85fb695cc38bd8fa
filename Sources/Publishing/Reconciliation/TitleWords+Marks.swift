/// What people write into a title beside the name of a programme.
extension TitleWords {
  /// The number of an issue behind the name of its programme: of `số 3`, 3; of `kỳ 01 tháng 3`, 1 and 3.
  ///
  /// Numbers elsewhere in a title are those of laws and decrees.
  ///
  /// - Parameter place: Where the name is.
  /// - Returns: The numbers; `nil` where there is none.
  func designation(behind place: Place) -> [Int]? {
    // Where the name is written loosely, its end may be anywhere near.
    let starts =
      place.likeness == .loose
      ? place.range.lowerBound...place.range.upperBound
      : place.range.upperBound...place.range.upperBound
    let first = starts.first {
      words.indices.contains($0) && Self.numbering.contains(words[$0].folded)
    }
    guard let first else { return nil }
    let numbers = words[(first + 1)...].filter { $0.folded != "thang" && $0.folded != "nam" }
      .prefix(3).map { Int($0.exact) }.prefix { $0 != nil }.compactMap(\.self)
    return numbers.isEmpty ? nil : numbers
  }

  private static let numbering: Set<String> = ["so", "ky", "tap", "no", "issue", "episode"]

  /// Whether it says that the programme was aired before.
  var saysRepeat: Bool {
    Self.repeats.contains { place(of: $0.words) != nil }
  }

  private static let repeats = ["phát lại", "repeat", "rerun"].map(TitleWords.init)

  /// Whether a title begins with the mark of something that does not take place: `[HỦY]`, `Canceled:`.
  ///
  /// Outlook writes it so, and so do our own feeds: not every program keeps the status.
  static func marksCancelled(_ title: String) -> Bool {
    let trimmed = title.drop { $0.isWhitespace || "[(".contains($0) }
    guard let end = trimmed.firstIndex(where: { ":])".contains($0) }) else { return false }
    let mark = TitleWords(String(trimmed[..<end])).words.map(\.folded)
    return cancellations.contains(mark.joined(separator: " "))
  }

  private static let cancellations: Set<String> = [
    "huy", "da huy", "hoan", "canceled", "cancelled",
  ]
}
