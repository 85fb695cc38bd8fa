import CivilTime
import Publishing
import Scheduling
import TestSupport

extension PlanEdit {
  /// Decisions of editors, and changes of the days off.
  static let ofDecisions = [
    PlanEdit("pin") { plan, _, random in
      guard let series = random.one(of: plan.series) else { return false }
      let day = plan.someDay(using: &random)
      guard !plan.decides(series.id, on: day) else { return false }
      plan.pins.append(
        Pin(
          series: series.id,
          date: day,
          theme: random.chance(40) ? random.one(of: plan.themes)?.id : nil,
          reason: random.chance(60) ? "số đặc biệt \(random.number(1...9))" : nil
        )
      )
      return true
    },
    PlanEdit("issue pinned where it is") { plan, previous, random in
      guard let issue = plan.openIssue(of: previous, using: &random) else { return false }
      plan.pins.append(Pin(series: issue.series, date: issue.date, theme: nil))
      return true
    },
    PlanEdit("pin removed") { plan, _, random in
      guard let index = random.one(of: plan.pins.indices) else { return false }
      plan.pins.remove(at: index)
      return true
    },
    PlanEdit("ban") { plan, previous, random in
      guard let issue = plan.openIssue(of: previous, using: &random) else { return false }
      let reason = random.chance(70) ? "bảo trì \(random.number(1...9))" : nil
      plan.bans.append(Ban(series: issue.series, date: issue.date, reason: reason))
      return true
    },
    PlanEdit("issue cancelled") { plan, previous, random in
      guard let issue = plan.openIssue(of: previous, using: &random),
        let index = plan.series.firstIndex(where: { $0.id == issue.series })
      else { return false }
      let left = previous?.schedule.occurrences.filter { $0.series == issue.series }.count ?? 1
      plan.bans.append(Ban(series: issue.series, date: issue.date, reason: "mất điện"))
      plan.series[index].aim = left - 1
      plan.series[index].perMonth.min = 0
      return true
    },
    PlanEdit("cancelled issue wanted again") { plan, previous, random in
      let cancelled = previous?.events.filter { event in
        event.kind == .issue && event.status == .cancelled && plan.period.contains(event.date)
          && plan.series.contains { $0.id == event.series }
      }
      guard let issue = random.one(of: cancelled ?? []),
        let index = plan.series.firstIndex(where: { $0.id == issue.series })
      else { return false }
      plan.bans.removeAll { $0.series == issue.series && $0.date == issue.date }
      guard !plan.decides(issue.series, on: issue.date) else { return false }
      plan.pins.append(Pin(series: issue.series, date: issue.date))
      plan.series[index].perMonth.max = nil
      plan.series[index].minGap = 1
      plan.series[index].aim = (plan.series[index].aim ?? 0) + 1
      return true
    },
    PlanEdit("ban removed") { plan, _, random in
      guard let index = random.one(of: plan.bans.indices) else { return false }
      plan.bans.remove(at: index)
      return true
    },
    PlanEdit("holiday") { plan, previous, random in
      let issue = plan.openIssue(of: previous, using: &random)
      let day = issue?.date ?? plan.someDay(using: &random)
      if plan.calendars[0].days.removeValue(forKey: day) == nil {
        plan.calendars[0].days[day] = "Nghỉ bù \(random.number(1...9))"
      }
      return true
    },
    PlanEdit(ofSeries: "calendars") { series, _, _ in
      series.avoid = series.avoid.isEmpty ? ["holidays"] : []
      return true
    },
  ]
}

extension Plan {
  /// Whether an issue of a series is pinned to a day or banned from it.
  fileprivate func decides(_ series: String, on day: CivilDate) -> Bool {
    pins.contains { $0.series == series && $0.date == day }
      || bans.contains { $0.series == series && $0.date == day }
  }

  /// An issue that was released and about which nothing is decided.
  fileprivate func openIssue(
    of release: Release?,
    using random: inout SeededGenerator
  ) -> PublishedEvent? {
    let issues = (release?.events ?? []).filter { event in
      event.kind == .issue && event.status == .confirmed && period.contains(event.date)
        && series.contains { $0.id == event.series } && !decides(event.series, on: event.date)
    }
    return random.one(of: issues)
  }
}
