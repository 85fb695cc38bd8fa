internal import CivilTime
internal import Publishing
internal import Scheduling

/// A schedule as rows for spreadsheets and documents.
struct ScheduleRows {
  private static let header = [
    "date", "time", "series", "number", "title", "theme", "minutes", "clause", "uid",
  ]
  private let rows: [[String]]

  /// Prepares the rows, one for each issue.
  init(_ document: ScheduleDocument, of plan: Plan) {
    rows = document.occurrences.map { issue in
      let series = plan.series.first { $0.id == issue.series }
      let theme = issue.theme.map { id in plan.themes.first { $0.id == id }?.title ?? id }
      return [
        "\(issue.date)", issue.time?.description ?? "", issue.series, "\(issue.number)",
        series?.title ?? "", theme ?? "", issue.minutes.map(String.init) ?? "",
        series?.clause ?? "", issue.uid,
      ]
    }
  }

  /// The rows as comma-separated values (RFC 4180), with a header.
  ///
  /// The byte order mark makes Excel read Vietnamese text as UTF-8. A cell that a spreadsheet would
  /// take for a formula is kept from it by an apostrophe.
  var csv: String {
    "\u{FEFF}"
      + ([Self.header] + rows)
      .map { $0.map(Self.csvCell).joined(separator: ",") + "\r\n" }
      .joined()
  }

  /// The rows as a Markdown table.
  var markdown: String {
    MarkdownTable.text([Self.header] + rows)
  }

  private static func csvCell(_ text: String) -> String {
    let safe = text.first.map("=+-@\t\r".contains) == true ? "'" + text : text
    guard safe.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
