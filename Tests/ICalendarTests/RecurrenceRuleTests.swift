import ICalendar
import Testing

@Suite struct RecurrenceRuleTests {
  private func problems(_ text: String) -> [ICalendarError.Problem] {
    do throws(ICalendarError) {
      _ = try RecurrenceRule(parsing: text)
      return []
    } catch {
      return error.problems
    }
  }

  @Test(arguments: [
    "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=SU", "FREQ=MONTHLY;BYDAY=2SU", "FREQ=MONTHLY;BYDAY=1MO,-1MO",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "FREQ=YEARLY;BYYEARDAY=-1", "freq=weekly;byday=su;wkst=su", "FREQ=WEEKLY;BYDAY=MO, FR",
    "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;", "FREQ=DAILY;UNTIL=20241231T165959Z", "FREQ=DAILY;COUNT=1",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "FREQ=DAILY;BYMONTHDAY=13;BYDAY=FR",
  ])
  func keepsWhatWasWritten(text: String) throws {
    #expect(try RecurrenceRule(parsing: text).text == text)
  }

  @Test(arguments: [
    "", ";", "FREQ", "FREQ=", "BYDAY=SU", "FREQ=FORTNIGHTLY", "FREQ=DAILY;;COUNT=2",
    "FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=-1", "FREQ=DAILY;COUNT=2.5",
    "FREQ=DAILY;COUNT=2147483648", "FREQ=DAILY;COUNT=4294967297", "FREQ=DAILY;COUNT=",
    "FREQ=DAILY;COUNT=99999999999999999999", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=32768",
    "FREQ=DAILY;INTERVAL=65537", "FREQ=DAILY;INTERVAL=+2", "FREQ=DAILY;COUNT=2;UNTIL=20240101",
    "FREQ=DAILY;UNTIL=20240230", "FREQ=DAILY;UNTIL=20240101T240000Z", "FREQ=DAILY;UNTIL=2024-01-01",
    "FREQ=DAILY;UNTIL=20240101Z", "FREQ=DAILY;UNTIL=", "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=WEEKLY;BYDAY=", "FREQ=WEEKLY;BYDAY=SU,", "FREQ=WEEKLY;BYDAY=2SU", "FREQ=DAILY;BYDAY=1MO",
    "FREQ=MONTHLY;BYDAY=6SU", "FREQ=MONTHLY;BYDAY=0SU", "FREQ=MONTHLY;BYDAY=255SU",
    "FREQ=MONTHLY;BYDAY=--1SU", "FREQ=YEARLY;BYDAY=54SU", "FREQ=YEARLY;BYMONTH=1;BYDAY=6SU",
    "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYMONTHDAY=-32",
    "FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;BYMONTH=-1", "FREQ=YEARLY;BYMONTH=5L",
    "FREQ=YEARLY;BYYEARDAY=367", "FREQ=MONTHLY;BYYEARDAY=1", "FREQ=WEEKLY;BYMONTHDAY=1",
    "FREQ=MONTHLY;BYWEEKNO=1", "FREQ=MONTHLY;BYSETPOS=1", "FREQ=DAILY;WKST=1", "FREQ=DAILY;X-A=1",
    "FREQ=DAILY ", " FREQ=DAILY", "FREQ=DAILY;BYDAYS=MO",
  ])
  func whatIsNoRuleIsRefused(text: String) {
    let problems = problems(text)
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { $0.rule == .recurrenceRule }, "\(problems)")
  }

  /// What is written instead must itself be accepted, where the advice says what to write.
  @Test(arguments: [
    ("FREQ=HOURLY", "write FREQ=DAILY, one rule for each time of the day"),
    ("FREQ=MINUTELY;COUNT=3", "write FREQ=DAILY, one rule for each time of the day"),
    ("FREQ=SECONDLY", "write FREQ=DAILY, one rule for each time of the day"),
    ("FREQ=DAILY;BYHOUR=8,20", "take the time from the start, one rule for each time of the day"),
    ("RSCALE=CHINESE;FREQ=YEARLY", "list the days, as RDATE or as events"),
    ("FREQ=YEARLY;RSCALE=GREGORIAN", "list the days, as RDATE or as events"),
    (
      "FREQ=YEARLY;BYWEEKNO=20",
      "write the months and weekdays, such as FREQ=YEARLY;BYMONTH=1;BYDAY=1MO, or list the days as "
        + "RDATE"
    ),
    ("FREQ=DAILY;BYMONTHDAY=-1", "write FREQ=MONTHLY;BYMONTHDAY=-1"),
    (
      "FREQ=DAILY;INTERVAL=2;BYMONTHDAY=-1",
      "write FREQ=MONTHLY, which counts the interval in months"
    ),
    (
      "FREQ=YEARLY;BYMONTHDAY=5",
      "write FREQ=YEARLY;BYMONTHDAY=5;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12"
    ),
    (
      "FREQ=YEARLY;BYYEARDAY=62;BYMONTH=3",
      "keep BYYEARDAY alone, with the days that lie in those months"
    ),
    ("FREQ=WEEKLY;BYDAY=MO,TU,MO", "name it once"),
    ("FREQ=MONTHLY;BYDAY=MO,1MO", "leave 1MO out"),
    ("FREQ=WEEKLY;BYDAY=SU,TU,FR;BYSETPOS=1,-1", "write FREQ=WEEKLY;BYDAY=TU,SU"),
    ("FREQ=WEEKLY;BYDAY=SU,TU;BYSETPOS=1;WKST=SU", "write FREQ=WEEKLY;BYDAY=SU;WKST=SU"),
    ("FREQ=MONTHLY;BYMONTHDAY=13,-11;BYSETPOS=1", "count all days from the same end"),
  ])
  func whatIsReadInDifferentWaysIsRefused(text: String, advice: String) throws {
    let problems = problems(text)
    #expect(problems.map(\.rule) == [.unsupportedRecurrence])
    #expect(problems.first?.advice == advice)
    if advice.hasPrefix("write FREQ="), !advice.contains(", ") {
      _ = try RecurrenceRule(parsing: String(advice.dropFirst("write ".count)))
    }
  }

  @Test func everythingWrongIsSaidAtOnce() {
    #expect(problems("FREQ=DAILY;COUNT=0;INTERVAL=x;BYDAY=XX;BYHOUR=3").count == 4)
  }

  @Test func messageSaysWhatWasFoundAndWhatToWrite() throws {
    let error = try #require(throws: ICalendarError.self) {
      try RecurrenceRule(parsing: "FREQ=DAILY;BYMONTHDAY=-1")
    }
    #expect(
      error.description == """
        BYMONTHDAY=-1 with FREQ=DAILY is expanded wrongly by libical (RFC 5545, section 3.3.10); \
        write FREQ=MONTHLY;BYMONTHDAY=-1
        """
    )
  }

  @Test func rulesThatSayTheSameAreEqual() throws {
    let plain = try RecurrenceRule(parsing: "FREQ=WEEKLY;BYDAY=MO,WE")
    let wordy = try RecurrenceRule(parsing: "byday=we,mo;INTERVAL=1;WKST=MO;freq=weekly")
    let other = try RecurrenceRule(parsing: "FREQ=WEEKLY;BYDAY=MO,TH")
    #expect(plain == wordy)
    #expect(plain.hashValue == wordy.hashValue)
    #expect(plain != other)
  }
}
