internal import ArgumentParser
internal import CivilTime
internal import ICalendar
internal import Publishing

/// Prints Vietnam's public holidays by law: `lichsong holidays YEAR...`.
struct HolidaysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holidays",
    abstract: "Prints Vietnam's public holidays by law as an iCalendar file.",
    discussion: """
      The days are computed from the Labour Code and the lunar calendar. What the government \
      decides for a year, such as a working day moved to a Saturday, is not in the law: hold the \
      output against the decision before a plan relies on it.

      EXAMPLE: lichsong holidays 2027 2028 > holidays-by-law.ics
      """
  )

  @Argument(help: "A year from \(Self.years.lowerBound) to \(Self.years.upperBound).")
  var years: [Int]

  private static let years = VietnameseHolidays.supported

  func validate() throws {
    for year in years where !Self.years.contains(year) {
      throw ValidationError(
        "\(year) is not a year from \(Self.years.lowerBound) to \(Self.years.upperBound)."
      )
    }
  }

  func run() throws {
    var calendar = Calendar(productID: ProductID.lichsong)
    calendar.name = "Ngày nghỉ lễ Việt Nam theo luật"
    calendar.events = Set(years).sorted().flatMap { year in
      Dictionary(grouping: VietnameseHolidays.days(in: year), by: \.date)
        .sorted { $0.key < $1.key }
        .map { Event(holidays: $0.value, on: $0.key) }
    }
    Console.output.write(try calendar.serialized())
  }
}

extension Event {
  /// The event of a day off.
  ///
  /// A day that is off by law is one event for ever, whatever makes it one, so that its identity is
  /// its date, as in calendars/vietnam/public-holidays.ics; and as nothing but the law is behind it,
  /// its stamp is the day of the newest rule that is computed.
  fileprivate init(holidays: [PublicHoliday], on date: CivilDate) {
    self.init(
      uid: "vn-public-holiday-\(date)@lichsong",
      stamp: CivilDateTime(VietnameseHolidays.newestRule, .midnight),
      start: .day(date),
      end: .day(date + 1),
      summary: holidays.map(\.vietnameseName).joined(separator: " - "),
      transparency: .transparent,
      classification: .public
    )
  }
}
