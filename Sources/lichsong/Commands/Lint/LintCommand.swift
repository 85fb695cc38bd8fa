internal import ArgumentParser
internal import ICalendar
internal import Publishing

/// Says what is wrong with iCalendar files: `lichsong lint FEED...`.
struct LintCommand: ParsableCommand {
  /// The forms in which findings are shown.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Says what is wrong with iCalendar files, whichever program wrote them.",
    discussion: """
      An error is what a program may drop the file or the event for, or read as something else; a \
      warning is what nearly all programs read. Ends with 1 where there are errors, and with 66 where \
      a file is not there.

      EXAMPLES:
        lichsong lint exports
        curl -s https://example.org/feed.ics | lichsong lint -
      """
  )

  @Argument(help: "A file, a folder of .ics files, a file:// address, or - for standard input.")
  var feeds: [String]

  @Option(help: "How the findings are shown: text or json.")
  var format: Format = .text

  func run() throws {
    let paths = try LintPaths(feeds)
    var missing = paths.missing
    var files: [LintedFile] = []
    for path in paths.found {
      do throws(Failure) {
        files.append(LintedFile(try InputFile(at: path)))
      } catch {
        missing.append(error)
      }
    }
    switch format {
    case .text: LintText(files).print(on: .output)
    case .json: Console.output.write(try JSONText.encode(LintDocument(files)))
    }
    if !missing.isEmpty {
      throw Failure(
        message: missing.map(\.message).joined(separator: "\n"),
        status: Failure.noInput
      )
    }
    if files.contains(where: { $0.report.errors > 0 }) {
      throw Failure(message: "", status: Failure.cannotBeMet)
    }
  }
}

/// A file with what is wrong with it.
struct LintedFile {
  /// The file.
  let file: InputFile
  /// What is wrong with it.
  let report: LintReport

  /// Looks at a file.
  init(_ file: InputFile) {
    self.file = file
    report = LintReport(of: file.bytes)
  }
}
