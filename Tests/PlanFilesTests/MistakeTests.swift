import PlanFiles
import TestSupport
import Testing

/// What is said of each deliberate mistake, as entire texts.
@Suite struct MistakeTests {
  @Test("Each key has a mistake")
  func coverage() {
    let covered = Set(Mistake.all.map(\.key))
    for table in KeyTable.all {
      for key in table.keys {
        #expect(covered.contains("\(table.name).\(key)"), "no mistake is made in this key")
      }
    }
    let known = Set(KeyTable.all.flatMap { table in table.keys.map { "\(table.name).\($0)" } })
    #expect(covered.isSubset(of: known))
  }

  @Test("The plan without a mistake reads, without a word")
  func goodPlan() throws {
    let reading = try PlanText.everyKey().read()
    #expect(reading.plan != nil)
    #expect(reading.text == "")
  }

  @Test("One mistake is answered once, at its place", arguments: KeyTable.all.map(\.name))
  func mistakes(in table: String) throws {
    let good = try PlanText.everyKey()
    var texts: [String] = []
    for mistake in Mistake.all where mistake.table == table {
      #expect(mistake.occurrences(in: good) == 1, "\(mistake.key): \(mistake.old)")
      let reading = mistake.made(in: good).read()
      #expect(
        reading.diagnostics.count == mistake.count,
        "\(mistake.key): \(mistake.new)\n\(reading.text)"
      )
      texts.append("# \(mistake.key)\n\(reading.text)\n")
    }
    let snapshot = Snapshot("Tests/PlanFilesTests/Snapshots/mistakes/\(table).txt")
    #expect(snapshot.differs(from: texts.joined(separator: "\n")) == nil)
  }
}
