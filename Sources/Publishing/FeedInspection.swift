internal import ICalendar

/// The look at feeds before they are published.
///
/// One bad line makes Thunderbird drop a whole feed, and Evolution stay empty until the bytes change; so nothing
/// is published that our own linter has something to say of, or that does not read back as what it was made of.
package enum FeedInspection {
  /// A feed that is not published.
  package struct Refusal: Error, CustomStringConvertible {
    /// The path of the feed within the folder of the plan.
    package let path: String
    /// What is wrong with it, each with its line.
    package let problems: [String]

    /// The feed, what is wrong, and what to do.
    package var description: String {
      problems.map { "\(path):\($0)" }.joined(separator: "\n")
        + "\nhelp: some programs would not read this feed; nothing was published or changed; see whether a "
        + "text of the plan is unusual, and report it"
    }
  }

  /// Checks files before any of them is stored.
  ///
  /// - Parameter files: All files that are made from a release; those that are no feeds are passed over.
  /// - Throws: ``Refusal`` for the first feed that is not sound.
  /// - Complexity: O(n) for n bytes.
  static func check(_ files: [ExportedFile]) throws {
    for file in files {
      guard let calendar = file.calendar else { continue }
      let problems = problems(in: Array(file.text.utf8), of: calendar)
      guard problems.isEmpty else { throw Refusal(path: file.path, problems: problems) }
    }
  }

  /// What a client is known to make of feeds that are too large for it.
  ///
  /// - Parameter release: A release.
  /// - Returns: A sentence for each of its feeds that is larger than Google Calendar reads.
  static func warnings(of release: Release) -> [String] {
    Feed.feeds(of: release).compactMap { feed in
      guard feed.eventCount > fewEvents, let text = try? feed.text(),
        let finding = LintReport(of: Array(text.utf8)).findings.first(where: {
          $0.rule == .feedSize
        })
      else { return nil }
      return "\(feed.path): \(finding.message)"
    }
  }

  /// As many events as are in no feed that is too large.
  private static let fewEvents = 100

  private static func problems(in bytes: [UInt8], of calendar: Calendar) -> [String] {
    // A feed that is too large for one client is still the right one for all others: a warning, where a person
    // looks.
    let findings = LintReport(of: bytes).findings.filter { $0.rule != .feedSize }
    guard findings.isEmpty else { return findings.prefix(10).map(\.description) }
    do throws(ICalendarError) {
      guard try Calendar(parsing: bytes) != calendar else { return [] }
      return [" the feed reads back as something else than what it was made of"]
    } catch {
      return error.problems.prefix(10).map { " \($0.description)" }
    }
  }
}
