internal import ICalendar
internal import Scheduling

/// An iCalendar file that a command line names.
struct FeedFile {
  /// How messages name the file.
  let name: String
  /// What it holds.
  let calendar: ICalendar.Calendar

  /// Reads a file.
  ///
  /// - Parameter path: Its path; `-` for standard input.
  /// - Throws: ``Failure`` where it is not there, or is no calendar.
  init(at path: String) throws(Failure) {
    let file = try InputFile(at: path)
    let name = file.name
    self.name = name
    do {
      calendar = try ICalendar.Calendar(parsing: file.bytes)
    } catch {
      throw Failure(error, in: name)
    }
  }
}

extension Failure {
  /// What a calendar that cannot be read ends the program with: its problems, by line, as far as a person
  /// reads on.
  ///
  /// - Parameters:
  ///   - error: What is wrong with it.
  ///   - name: How messages name the file.
  init(_ error: ICalendarError, in name: String) {
    let problems = error.problems.prefix(20).map { "\(name): \($0.description)" }
    let others = error.problems.count - problems.count
    self.init(
      message: (problems + (others > 0 ? ["and \(others.of("problem")) more"] : []))
        .map(TerminalText.printable).joined(separator: "\n"),
      status: Self.badData
    )
  }
}
