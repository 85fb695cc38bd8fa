internal import PlanFiles

/// Rows of cells in columns that are as wide as their widest cell.
///
/// The last column that may be cut gives way where the whole is wider than the terminal.
struct Table {
  /// How the cells of a column stand.
  enum Alignment {
    case left
    case right
  }

  private let alignments: [Alignment]
  private let flexible: Int?
  private var rows: [[String]] = []

  /// Creates an empty table.
  ///
  /// - Parameters:
  ///   - alignments: How the cells of each column stand.
  ///   - flexible: The column whose cells may be cut to make the table fit.
  init(_ alignments: [Alignment], flexible: Int? = nil) {
    self.alignments = alignments
    self.flexible = flexible
  }

  /// Adds a row with a cell for each column.
  mutating func add(_ cells: [String]) {
    precondition(cells.count == alignments.count, "a row has a cell for each column")
    rows.append(cells.map(TerminalText.printable))
  }

  /// The lines of the table, without spaces at their ends.
  ///
  /// - Parameters:
  ///   - indent: How many spaces begin each line.
  ///   - width: How many columns there are; `nil` where nothing limits them.
  ///   - style: Makes a cell stand out: its row, its column, its text.
  /// - Returns: The lines.
  func lines(
    indent: Int = 2,
    width: Int? = nil,
    style: (Int, Int, String) -> String = { $2 }
  ) -> [String] {
    var widths = alignments.indices.map { column in
      rows.map { $0[column].displayWidth }.max() ?? 0
    }
    let separators = 2 * (widths.count - 1)
    if let width, let flexible {
      let excess = indent + separators + widths.reduce(0, +) - width
      if excess > 0 { widths[flexible] = max(8, widths[flexible] - excess) }
    }
    return rows.enumerated().map { index, row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() {
        let text = TerminalText.cut(cell, to: widths[column])
        let padding = String(
          repeating: " ",
          count: max(0, widths[column] - text.displayWidth)
        )
        let isLast = column == row.count - 1
        let styled = style(index, column, text)
        switch alignments[column] {
        case .left: line += styled + (isLast ? "" : padding)
        case .right: line += padding + styled
        }
        if !isLast { line += "  " }
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
