import CivilTime
import Publishing
import Scheduling
import Testing

/// What speaks against a release.
struct ReleaseReviewTests {
  private func review(
    of plan: Scheduling.Plan,
    after previous: Release?,
    from day: String = "2024-04-20"
  ) throws -> ReleaseReview {
    let released = previous?.released ?? ReleasedSchedule()
    let today = Timestamp.at(day).utc.date
    let from = plan.period.contains(today) ? today : nil
    let schedule = try Scheduler.optimal(for: plan, keeping: released, from: from)
    let occasion = Release.Occasion(time: .at(day), today: today, from: from)
    return ReleaseReview(
      of: Release(schedule, of: plan, after: previous, at: occasion),
      after: previous,
      schedule: schedule,
      plan: plan,
      findings: plan.limits(of: schedule, keeping: released, from: from),
      at: occasion
    )
  }

  @Test
  func `nothing speaks against what is as planned`() throws {
    let first = try Release(of: .sample)
    #expect(try review(of: .sample, after: nil).objections.isEmpty)
    #expect(try review(of: .sample, after: first).objections.isEmpty)
  }

  @Test(arguments: [(0, true), (1, true), (2, false), (3, false)])
  func `more than half of what is to come is not cancelled by accident`(
    kept: Int,
    isBlocked: Bool
  ) throws {
    let first = try Release(of: .sample)
    var plan = Plan.sample
    for (index, series) in plan.series.indices.enumerated() {
      let count = max(0, min(2, kept - 2 * index))
      plan.series[series].perMonth = CountLimit(min: 0, max: 1)
      plan.series[series].perYear = .exactly(count)
      plan.series[series].aim = count
    }
    let review = try review(of: plan, after: first)
    #expect(review.isBlocked == isBlocked)
    let text = review.objections.first?.text
    #expect(text == (isBlocked ? "\(4 - kept) of 4 coming issues would be cancelled" : nil))
  }

  @Test
  func `an unusual slot is said where an issue is new on it`() throws {
    var plan = Plan.sample
    plan.series[1].slotRules[0].cost = 10
    #expect(
      try review(of: plan, after: nil).objections.map(\.text) == [
        "on unusual slots: page on 2024-05-14, page on 2024-06-11"
      ]
    )
    #expect(try review(of: plan, after: Release(of: .sample)).objections.isEmpty)
    #expect(try review(of: plan, after: nil).allowsUnattended)
    plan.publishing.unusual = .block
    #expect(try review(of: plan, after: nil).isBlocked)
    plan.publishing.unusual = .ignore
    #expect(try review(of: plan, after: nil).objections.isEmpty)
  }

  @Test
  func `a limit that was broken before is said, and blocks nothing`() throws {
    // Begun in June, May has no issue.
    let late = try review(of: .sample, after: nil, from: "2024-06-02")
    #expect(!late.isBlocked)
    #expect(
      late.objections.map(\.text) == [
        "series segment: at least 1 issue a month: broken in 2024-05",
        "series page: at least 1 issue a month: broken in 2024-05",
        "segment.1 on 2024-06-09: deadlines are over: script 2024-05-29",
      ]
    )
  }

  @Test
  func `a feed that is larger than Google Calendar reads is said, and blocks nothing`() throws {
    var plan = Plan.sample
    plan.activities = (0..<501).map { index in
      Activity(id: "a\(index)", title: "Việc \(index)", window: plan.period)
    }
    let review = try review(of: plan, after: nil)
    #expect(!review.isBlocked && review.allowsUnattended)
    #expect(
      review.objections.map(\.text).map { $0.prefix(23) } == [
        "all.ics: the calendar h", "activities.ics: the cal",
      ]
    )
    plan.activities.removeLast(5)
    #expect(try self.review(of: plan, after: nil).objections.isEmpty)
  }

  @Test
  func `an activity that is gone may be one that was renamed`() throws {
    let first = try Release(of: .sample)
    var plan = Plan.sample
    plan.activities[0].id = "quiz"
    let review = try review(of: plan, after: first)
    #expect(!review.isBlocked)
    #expect(!review.allowsUnattended)
    #expect(
      review.objections.last?.text
        == "activity contest is not in the plan any more: its coming days are cancelled; "
        + "if quiz is the same under another name, keep the identifier"
    )
  }

  @Test
  func `an identifier that is gone may be one that was renamed`() throws {
    let first = try Release(of: .sample)
    var plan = Plan.sample
    plan.series[1].id = "special-page"
    let review = try review(of: plan, after: first)
    #expect(!review.isBlocked)
    #expect(!review.allowsUnattended)
    #expect(
      review.objections.last?.text
        == "series page is not in the plan any more: its coming issues are cancelled; "
        + "if special-page is the same under another name, keep the identifier"
    )
  }
}
