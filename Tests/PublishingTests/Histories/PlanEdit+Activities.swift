import CivilTime
import Scheduling
import TestSupport

extension PlanEdit {
  /// Changes of what the plan asks for beside its series.
  static let ofActivities = [
    PlanEdit("activity added") { plan, _, random in
      let free = (0...3).map { "activity\($0)" }.filter { id in
        !plan.activities.contains { $0.id == id }
      }
      // One may be called as a series is: they are told apart.
      guard let id = random.one(of: free + plan.series.map(\.id)),
        !plan.activities.contains(where: { $0.id == id })
      else { return false }
      plan.activities.append(plan.tinyActivity(id, using: &random))
      return true
    },
    PlanEdit("activity dropped") { plan, _, random in
      guard let index = random.one(of: plan.activities.indices) else { return false }
      plan.activities.remove(at: index)
      return true
    },
    PlanEdit("days of an activity") { plan, _, random in
      guard let index = random.one(of: plan.activities.indices) else { return false }
      plan.activities[index].window = plan.tinyActivity("", using: &random).window
      return true
    },
    PlanEdit("title of an activity") { plan, _, random in
      guard let index = random.one(of: plan.activities.indices) else { return false }
      plan.activities[index].title = "Hội nghị; \(random.number(1...99))"
      return true
    },
    PlanEdit("day worked in exchange") { plan, _, random in
      guard !plan.calendars.isEmpty else { return false }
      plan.calendars[0].workedInExchange = [plan.someDay(using: &random)]
      return true
    },
  ]
}

extension Plan {
  /// An activity of some days, of one, or of none that are named.
  func tinyActivity(_ id: String, using random: inout SeededGenerator) -> Activity {
    let first = someDay(using: &random)
    let last = random.chance(30) ? first : min(first + random.number(0...40), period.upperBound)
    return Activity(
      id: id,
      title: "Cuộc thi, \(id)",
      clause: random.chance(50) ? "III.2" : nil,
      owner: random.chance(50) ? "Sở" : nil,
      window: random.chance(80) ? first...last : nil
    )
  }
}
