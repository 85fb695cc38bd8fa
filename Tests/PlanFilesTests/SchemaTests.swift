internal import Foundation
import PlanFiles
import TestSupport
import Testing

/// The JSON Schema against the reader: both are to say the same of the same file.
@Suite struct SchemaTests {
  private static let path = "calendars/plan.schema.json"

  @Test("Schema and reader know the same keys, and miss the same ones")
  func keys() throws {
    let data = try Data(contentsOf: Checkout.url(Self.path))
    let schema = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let objects = definitions.filter { $0.value["type"] as? String == "object" }
    #expect(Set(objects.keys) == Set(KeyTable.all.map(\.name)))
    for table in KeyTable.all {
      let object = try #require(objects[table.name])
      let properties = try #require(object["properties"] as? [String: [String: Any]])
      #expect(Set(properties.keys) == Set(table.keys), "\(table.name)")
      #expect(Set(object["required"] as? [String] ?? []) == table.required, "\(table.name)")
      #expect(object["additionalProperties"] as? Bool == false, "\(table.name)")
      for (key, property) in properties {
        let isDescribed = property["description"] != nil || property["$ref"] != nil
        #expect(isDescribed, "\(table.name).\(key) has no description")
      }
    }
  }

  /// A text to be held against the schema.
  private struct Case: Encodable {
    var definition: String
    var text: String
  }

  /// Whether an independent validator accepts some texts; nothing where one is not even YAML.
  private func verdicts(on cases: [Case]) throws -> [Bool?] {
    let outcome = try Program.python("python").run(
      [Checkout.url("Tests/PlanFilesTests/Fixtures/validate.py").path, Self.path],
      input: String(decoding: try JSONEncoder().encode(cases), as: UTF8.self)
    )
    try #require(outcome.status == 0, "\(outcome.errors)")
    let words = outcome.output.split(separator: "\n")
    try #require(words.count == cases.count)
    return words.map { ["accepted": true, "rejected": false][$0] }
  }

  @Test("An independent validator accepts the good plan, and rejects what the schema can see")
  func mistakes() throws {
    let good = try PlanText.everyKey()
    var cases = [
      Case(definition: "plan", text: good.plan),
      Case(definition: "decisions", text: good.decisions ?? ""),
    ]
    cases += Mistake.all.map { mistake in
      let bad = mistake.made(in: good)
      return mistake.file == .plan
        ? Case(definition: "plan", text: bad.plan)
        : Case(definition: "decisions", text: bad.decisions ?? "")
    }
    let verdicts = try verdicts(on: cases)
    #expect(verdicts[0] == true)
    #expect(verdicts[1] == true)
    for (mistake, verdict) in zip(Mistake.all, verdicts.dropFirst(2)) {
      let isRejected = verdict == false
      #expect(isRejected == mistake.schemaSees, "\(mistake.key): \(mistake.new)")
    }
  }

  @Test("Schema and reader draw the same bounds of all numbers")
  func bounds() throws {
    let numbers: [(words: String, value: String, range: ClosedRange<Int>)] = [
      (" minutes: 12", "12", 1...1_440), ("max-minutes: 15", "15", 1...1_440),
      ("per-month: 1\n", "1", 0...31), ("min: 1, max: 4", "1", 0...31),
      ("min: 1, max: 4", "4", 0...31), ("per-year: 24", "24", 0...3_660),
      ("min: 6, max: 12", "6", 0...3_660), ("min: 6, max: 12", "12", 0...3_660),
      ("aim: 12", "12", 0...3_660), ("min-gap: 14", "14", 1...3_660),
      ("cost: 250", "250", 0...1_000_000), ("after: 1", "1", 0...3_660),
      ("before: 10", "10", 0...200), ("lead: 7", "7", 0...3_660), ("lag: 2", "2", 0...3_660),
      ("points: 300", "300", 0...1_000_000), ("share: 3", "3", 1...10_000),
      ("at-least: 3", "3", 0...3_660), ("at-most: 9", "9", 0...3_660), ("days: 2", "2", 1...3_660),
      ("short: 400", "400", 0...1_000_000), ("uneven: 2", "2", 0...1_000_000),
      ("moved: 900", "900", 0...1_000_000), ("repeated: 60", "60", 0...1_000_000),
      ("rethemed: 210", "210", 0...1_000_000), ("keep-cancelled: 45", "45", 0...3_660),
    ]
    let good = try PlanText.everyKey()
    var texts: [(text: PlanText, isInside: Bool, shown: String)] = []
    for (words, value, range) in numbers {
      try #require(good.plan.components(separatedBy: words).count == 2, "\(words)")
      let bounds = [range.lowerBound - 1, range.lowerBound, range.upperBound, range.upperBound + 1]
      for number in bounds {
        let changed = words.replacing(value, with: String(number))
        var text = good
        text.plan = good.plan.replacing(words, with: changed)
        texts.append((text, range.contains(number), changed))
      }
    }
    let verdicts = try verdicts(on: texts.map { Case(definition: "plan", text: $0.text.plan) })
    for ((text, isInside, shown), verdict) in zip(texts, verdicts) {
      #expect(verdict == isInside, "the schema on \(shown)")
      let isRead = text.read().diagnostics.allSatisfy { !$0.message.hasSuffix("is out of range") }
      #expect(isRead == isInside, "the reader on \(shown)")
    }
  }

  @Test("The guide for planners names every key, and its plan reads and fits the schema")
  func guide() throws {
    let data = try Data(contentsOf: Checkout.url("calendars/README.md"))
    let guide = String(decoding: data, as: UTF8.self)
    for key in Set(KeyTable.all.flatMap(\.keys)) {
      let isNamed = guide.contains("`\(key)`") || guide.contains("\(key): ")
      #expect(isNamed, "\(key) is not in the guide")
    }
    let blocks = guide.components(separatedBy: "```yaml\n").dropFirst().map { block in
      block.components(separatedBy: "```")[0]
    }
    #expect(blocks.count == 1)
    for block in blocks {
      #expect(PlanText(plan: block).read().text == "")
    }
    #expect(try verdicts(on: blocks.map { Case(definition: "plan", text: $0) }) == [true])
  }
}
