import CivilTime
import Scheduling
import Testing

struct LimitTests {
  @Test
  func `every rule can be read`() throws {
    let date = try day("2024-06-11")
    let rules: [(Limit.Rule, String)] = [
      (.perMonthAtLeast(1), "at least 1 issue a month"),
      (.perMonthAtMost(2), "at most 2 issues a month"),
      (.perYearAtLeast(12), "at least 12 issues in the period"),
      (.perYearAtMost(24), "at most 24 issues in the period"),
      (.aim(12), "no more than the 12 issues aimed at"),
      (.minGap(14), "at least 14 days between two issues"),
      (.maxMinutes(12), "at most 12 minutes on air"),
      (.slots, "only days that a slot rule or a pin gives"),
      (.avoid(calendar: "holidays"), "no day of the calendar holidays"),
      (.pin(date, theme: nil), "an issue on 2024-06-11"),
      (.pin(date, theme: "law"), "an issue on 2024-06-11 with the theme law"),
      (.ban(date), "no issue on 2024-06-11"),
      (.from(date), "nothing new before 2024-06-11"),
      (.apart(1), "issues of different series at least 1 day apart"),
      (.themeAtLeast(1), "at least 1 time"),
      (.themeAtMost(3), "at most 3 times"),
      (.themeSeries(["page", "segment"]), "only in page, segment"),
      (.themeWindow(date...(date + 1)), "only from 2024-06-11 to 2024-06-12"),
    ]
    for (rule, text) in rules { #expect(rule.description == text) }
  }
}
