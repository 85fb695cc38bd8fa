internal import Scheduling

extension PlanDecoder {
  /// Decodes how a plan is published.
  mutating func publishingOptions(_ value: Value) -> PublishingOptions {
    var options = PublishingOptions()
    guard let fields = fields(of: value, as: PublishKey.self) else { return options }
    options.reminders = reminders(fields[.reminders])
    if let days = integer(fields[.keepCancelled], in: Limits.days) { options.keepCancelled = days }
    guard let value = fields[.release],
      let release = self.fields(of: value, as: ReleaseKey.self)
    else { return options }
    options.statesRules = true
    if let broken = choice(release[.broken], of: PublishingOptions.Severity.self) {
      options.broken = broken
    }
    if let unusual = choice(release[.unusual], of: PublishingOptions.Severity.self) {
      options.unusual = unusual
    }
    return options
  }

  private mutating func reminders(_ value: Value?) -> [Int] {
    var reminders: [Int] = []
    for element in elements(
      of: value,
      "durations such as 30m, 2h, 1d or 1w",
      0...10,
      areSingle: true
    ) {
      guard let minutes = duration(element) else { continue }
      if reminders.contains(minutes) {
        fail("the reminder is listed twice", at: element.node.extent)
      }
      reminders.append(minutes)
    }
    return reminders
  }

  /// A number of minutes, hours, days or weeks, in minutes.
  private mutating func duration(_ value: Value) -> Int? {
    let expected = "a duration such as 30m, 2h, 1d or 1w"
    guard let text = scalar(value, expected: expected) else { return nil }
    guard let minutes = Self.minutes(of: text) else {
      let compact = text.lowercased().filter { !$0.isWhitespace && $0 != "p" && $0 != "t" }
      let letters = compact.drop { $0.isNumber }
      let short = String(compact.dropLast(letters.count) + letters.prefix(1))
      let suggestion = Self.minutes(of: short) == nil ? nil : "did you mean `\(short)`?"
      fail(
        "\(quoted(text)) is not a duration",
        at: value.node.extent,
        expected: expected,
        suggestion: suggestion
      )
      return nil
    }
    guard minutes <= Limits.reminder else {
      fail("\(quoted(text)) is too long", at: value.node.extent, expected: "at most 366d")
      return nil
    }
    return minutes
  }

  private static func minutes(of text: String) -> Int? {
    let units: [Character: Int] = ["m": 1, "h": 60, "d": 1_440, "w": 10_080]
    guard let unit = text.last.flatMap({ units[$0] }) else { return nil }
    let digits = text.dropLast()
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), digits.first != "0",
      digits.count <= 9, let number = Int(digits)
    else { return nil }
    return number * unit
  }
}
