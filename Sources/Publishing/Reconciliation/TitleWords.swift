/// A title as the words that are compared, however it was typed.
///
/// Case, punctuation and quotation marks do not count, nor does whether letters and their marks are one
/// character or several (NFC, NFD). Words that differ in their marks alone are told apart at first, and
/// matched at a second try: not everybody types them.
struct TitleWords: Sendable, Hashable {
  /// A word, with its marks and without them.
  struct Word: Sendable, Hashable {
    /// The word in lower case.
    let exact: String
    /// The word without marks, and with d for đ.
    let folded: String

    init(_ text: Substring) {
      exact = text.lowercased()
      folded = UnmarkedText.of(exact)
    }
  }

  /// How well words of a title are those of a name.
  enum Likeness: Int, Sendable, Comparable {
    /// They are there in their order, but a few are left out or come between.
    case loose
    /// They are the same but for marks.
    case folded
    /// They are the same.
    case exact

    static func < (less: Likeness, more: Likeness) -> Bool { less.rawValue < more.rawValue }
  }

  /// Where the words of a name are in a title.
  struct Place: Sendable, Hashable {
    var range: Range<Int>
    var likeness: Likeness
  }

  /// The words, in order.
  let words: [Word]
  /// What is in quotation marks, each by itself.
  let quoted: [[Word]]
  /// The words outside quotation marks.
  let unquoted: [Word]

  /// As many words as are looked at: more is no title.
  private static let most = 200

  /// Takes a title apart.
  init(_ text: String) {
    words = Self.words(of: text[...])
    var quoted: [[Word]] = []
    var unquoted: [Word] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { Self.closing[$0] != nil }),
      let mark = Self.closing[rest[open]],
      let close = rest[rest.index(after: open)...].firstIndex(where: mark.contains)
    {
      unquoted += Self.words(of: rest[..<open])
      quoted.append(Self.words(of: rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    self.quoted = quoted.filter { !$0.isEmpty }
    self.unquoted = unquoted + Self.words(of: rest)
  }

  /// Quotation marks, and those that close what they open.
  private static let closing: [Character: Set<Character>] = [
    "“": ["”", "“", "\""], "„": ["“", "”"], "\"": ["\"", "”"], "«": ["»"], "‘": ["’"],
  ]

  private static func words(of text: Substring) -> [Word] {
    text.split { !($0.isLetter || $0.isNumber) }.prefix(most).map(Word.init)
  }

  /// Where some words stand together, in their order.
  ///
  /// - Parameter name: The words, at least one.
  /// - Returns: The first place where they are the same, else the first where they are but for marks;
  ///   `nil` where there is none.
  func place(of name: [Word]) -> Place? {
    guard !name.isEmpty, name.count <= words.count else { return nil }
    let starts = (0...words.count - name.count).filter { start in
      zip(words[start...], name).allSatisfy { $0.folded == $1.folded }
    }
    let exact = starts.first { start in
      zip(words[start...], name).allSatisfy { $0.exact == $1.exact }
    }
    return (exact ?? starts.first).map { start in
      Place(range: start..<start + name.count, likeness: exact == nil ? .folded : .exact)
    }
  }

  /// Where some words stand in their order, two others at the most between them; of every six, one may be
  /// left out.
  ///
  /// - Complexity: O(w n²) for w words of the title and n of the name.
  ///
  /// - Parameter name: The words.
  /// - Returns: The first place where the most of them are; `nil` where there is none.
  func loosePlace(of name: [Word]) -> Place? {
    let needed = name.count - name.count / 6
    let present = Set(words.map(\.folded))
    guard needed > 0, name.count(where: { present.contains($0.folded) }) >= needed else {
      return nil
    }
    var best: (common: Int, range: Range<Int>)?
    for start in words.indices {
      let range = start..<min(words.count, start + name.count + 2)
      let common = Self.longestCommonSubsequence(words[range], name)
      if common >= needed, common > best?.common ?? 0 { best = (common, range) }
    }
    return best.map { Place(range: $0.range, likeness: .loose) }
  }

  private static func longestCommonSubsequence(_ one: ArraySlice<Word>, _ other: [Word]) -> Int {
    var lengths = [Int](repeating: 0, count: other.count + 1)
    for word in one {
      var diagonal = 0
      for (index, candidate) in other.enumerated() {
        let above = lengths[index + 1]
        lengths[index + 1] =
          word.folded == candidate.folded ? diagonal + 1 : max(above, lengths[index])
        diagonal = above
      }
    }
    return lengths[other.count]
  }
}
