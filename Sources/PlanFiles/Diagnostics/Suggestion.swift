/// The candidate that a misspelled word was probably meant to be.
///
/// A candidate is near enough where at most a third of the longer word's characters have to be
/// changed, and at least one may be; capitals count as small letters; on a tie the first counts.
///
/// - Parameters:
///   - word: The word as it was written.
///   - candidates: The words that would have been right.
/// - Returns: `nil` where no candidate is near.
/// - Complexity: O(*n* · *m*²) for *n* candidates of *m* characters; candidates whose length alone
///   puts them out of reach cost nothing.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased())
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let letters = Array(candidate.lowercased())
    let reach = max(1, max(wanted.count, letters.count) / 3)
    guard abs(letters.count - wanted.count) <= reach else { continue }
    let distance = editDistance(wanted, letters)
    if distance <= reach && distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate
}

/// The fewest insertions, deletions, substitutions and swaps of neighbours between two words.
///
/// Source: the optimal string alignment distance, the restricted form of F. J. Damerau, "A
/// technique for computer detection and correction of spelling errors", CACM 7 (1964).
///
/// - Complexity: O(*a* · *b*).
func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in 1...a.count {
    var row = [i]
    for j in 1...b.count {
      var distance = min(
        previous[j] + 1,
        row[j - 1] + 1,
        previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      )
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        distance = min(distance, beforePrevious[j - 2] + 1)
      }
      row.append(distance)
    }
    (beforePrevious, previous) = (previous, row)
  }
  return previous[b.count]
}
