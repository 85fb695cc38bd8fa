internal import Scheduling

/// The names of a plan's series, as titles of other people's events have them.
struct ProgrammeTitles: Sendable {
  /// What a title names.
  enum Match: Sendable, Equatable {
    /// No series.
    case none
    /// A series, by its identifier, and the number of the issue where the title has one.
    case series(String, designation: [Int]?)
    /// Something that may be a series, and why it is not clear.
    case unclear(String)
  }

  /// What is looked for to find a series.
  private struct Programme {
    var series: Series
    /// The name that the title quotes, or the whole title.
    var name: [TitleWords.Word]
    /// What stands around the name: the kind of programme, such as `chuyên mục`.
    var kind: [TitleWords.Word]

    init(_ series: Series) {
      self.series = series
      let title = TitleWords(series.title)
      let quoted = title.quoted.max { $0.count < $1.count }
      name = quoted ?? title.words
      kind = quoted == nil ? [] : title.unquoted
    }
  }

  /// Names of fewer words are part of many other titles, and need more than their words.
  private static let fewWords = 4

  private let programmes: [Programme]

  /// Prepares the names of a plan's series.
  init(of plan: Plan) {
    programmes = plan.series.map(Programme.init)
  }

  /// The series that a title names: the one with the longest name, if it is the outlet's.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - outlet: The identifier of the outlet, where it is known.
  /// - Returns: The series, or what is not clear.
  func match(_ title: TitleWords, of outlet: String?) -> Match {
    let found = programmes.compactMap { programme in
      place(of: programme, in: title).map { (programme: programme, place: $0) }
    }
    let best = found.max { one, other in
      (one.programme.name.count, one.place.likeness)
        < (other.programme.name.count, other.place.likeness)
    }
    guard let best else { return .none }
    let rivals = found.filter {
      $0.programme.name.count == best.programme.name.count
        && $0.place.likeness == best.place.likeness
        && (outlet == nil || $0.programme.series.outlet == outlet)
    }
    if rivals.count > 1 {
      let ids = rivals.map(\.programme.series.id)
      return .unclear("its title fits \(ids.joined(separator: " and ")) alike")
    }
    guard let (match, place) = rivals.first.map({ ($0.programme, $0.place) }) else {
      return .unclear(
        "it is called like \(best.programme.series.id) of the outlet "
          + "\(best.programme.series.outlet), and the calendar is that of \(outlet ?? "another")"
      )
    }
    if outlet == nil, let other = kind(otherThan: match, in: title) {
      return .unclear(
        "it has the name of \(match.series.id), but its kind is that of \(other.series.id)"
      )
    }
    return .series(match.series.id, designation: title.designation(behind: place))
  }

  private func place(of programme: Programme, in title: TitleWords) -> TitleWords.Place? {
    guard let place = title.place(of: programme.name) else {
      return programme.name.count < Self.fewWords ? nil : title.loosePlace(of: programme.name)
    }
    if programme.name.count >= Self.fewWords { return place }
    let before = title.words[..<place.range.lowerBound].map(\.folded)
    let after = title.words[place.range.upperBound...]
    let kind = programme.kind.map(\.folded)
    let initials = String(kind.compactMap(\.first))
    let isQuoted = title.quoted.contains { $0.map(\.folded) == programme.name.map(\.folded) }
    let followsKind =
      !kind.isEmpty && (before.suffix(kind.count) == kind[...] || before.last == initials)
    let standsAlone =
      before.isEmpty && (after.isEmpty || title.designation(behind: place) != nil)
    return isQuoted || followsKind || standsAlone ? place : nil
  }

  /// Another programme whose kind a title names, and not that of the one that it has the name of.
  private func kind(otherThan match: Programme, in title: TitleWords) -> Programme? {
    func names(_ kind: [TitleWords.Word]) -> Bool { title.place(of: kind) != nil }
    guard !match.kind.isEmpty, !names(match.kind) else { return nil }
    return programmes.first {
      $0.series.id != match.series.id && !$0.kind.isEmpty && names($0.kind)
    }
  }
}
