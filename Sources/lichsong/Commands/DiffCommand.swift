internal import ArgumentParser
internal import CivilTime
internal import Publishing
internal import Scheduling

/// Shows what a publish would change, or what changed between releases: `lichsong diff PLAN [A] [B]`.
struct DiffCommand: ParsableCommand {
  /// The forms in which changes are shown.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table
    case json
    case markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows what a publish would change, or what changed between releases.",
    discussion: """
      Without a number: from the newest release to the plan as it is now. With one: from that release to \
      the plan. With two: from the one to the other; 0 is nothing.

      EXAMPLES:
        lichsong diff calendars/kien-giang-2024
        lichsong diff calendars/kien-giang-2024 1 2 --format markdown
      """
  )

  @Argument(help: "A plan file or its folder.")
  var plan: String

  @Argument(help: "The number of the earlier release. Default: the newest.")
  var earlier: Int?

  @Argument(help: "The number of the later release. Default: the plan as it is now.")
  var later: Int?

  @OptionGroup
  var options: ReleaseOptions

  @Option(help: "How the changes are shown.")
  var format: Format = .table

  func run() throws {
    let loaded = try LoadedPlan(at: plan)
    let ledger = options.exportFolder(of: loaded.plan).ledger
    let releases = try ledger.releases()
    for number in [earlier, later].compactMap(\.self) where !(0...releases.count).contains(number) {
      throw Failure(
        message: "\(loaded.plan.id) has no release \(number): "
          + (releases.isEmpty ? "nothing was published yet" : "the newest is \(releases.count)"),
        status: Failure.noInput
      )
    }
    let draft =
      later == nil
      ? try ReleaseDraft(of: loaded, options: options, at: Clock.now()) : nil
    let first = earlier ?? releases.count
    let last = later ?? releases.count
    let old = first == 0 ? nil : releases[first - 1]
    guard let new = draft?.release ?? (last == 0 ? nil : releases[last - 1]) else {
      throw ValidationError("The later release must be one.")
    }
    guard first <= last else {
      throw ValidationError("The earlier release comes first: diff PLAN \(last) \(first).")
    }
    try show(
      ReleaseDifference(from: old, to: new, between: Array(releases[first..<last])),
      of: loaded.plan.id,
      from: old,
      to: draft == nil ? new : nil,
      fresh: draft?.fresh(options: options)
    )
  }

  private func show(
    _ difference: ReleaseDifference,
    of plan: String,
    from old: Release?,
    to new: Release?,
    fresh: DifferenceDocument.Fresh?
  ) throws {
    let report = DifferenceReport(difference)
    switch format {
    case .table:
      let before = old.map { "release \($0.release) (\($0.time.utc.date))" } ?? "nothing"
      let after =
        new.map { "release \($0.release) (\($0.time.utc.date))" } ?? "the plan as it is now"
      Console.output.line(Style.bold("\(plan): \(before) -> \(after)", on: .output))
      report.print(on: .output)
      Console.output.line(report.summary)
      if let fresh { Console.output.line(fresh.sentence) }
    case .markdown:
      Console.output.write(report.markdown)
    case .json:
      let document = DifferenceDocument(
        difference,
        of: plan,
        from: old?.release,
        to: new?.release,
        fresh: fresh
      )
      Console.output.write(try JSONText.encode(document))
    }
  }
}

extension DifferenceDocument.Fresh {
  /// The price of stability in a sentence.
  var sentence: String {
    let days = moved == 0 ? nil : "\(moved.of("issue")) would move"
    let themes =
      rethemed == 0
      ? nil : "\(moved == 0 ? rethemed.of("issue") : "\(rethemed)") would change theme"
    return [days, themes].compactMap(\.self).joined(separator: " and ")
      + " if you started fresh (--fresh), and save \(saved.of("point"))"
  }
}
