import CivilTime
import Scheduling
import TestSupport

extension PlanEdit {
  /// Changes of the period, of prices, and of how is published.
  static let ofPublishing = [
    PlanEdit("first day") { plan, _, random in
      let first = plan.period.lowerBound + random.number(-25...25)
      guard first + 30 < plan.period.upperBound else { return false }
      plan.period = first...plan.period.upperBound
      plan.keepDecisionsInPeriod()
      return true
    },
    PlanEdit("last day") { plan, _, random in
      let last = plan.period.upperBound + random.number(-30...40)
      guard plan.period.lowerBound + 30 < last, last < plan.period.lowerBound + 150 else {
        return false
      }
      plan.period = plan.period.lowerBound...last
      plan.keepDecisionsInPeriod()
      return true
    },
    PlanEdit("costs") { plan, _, random in
      plan.costs.moved = random.number(1...1_000)
      plan.costs.rethemed = random.number(1...200)
      plan.costs.short = random.number(1...800)
      plan.costs.repeated = random.number(0...50)
      return true
    },
    PlanEdit("keep-cancelled") { plan, _, random in
      plan.publishing.keepCancelled = random.one(of: [0, 3, 30]) ?? 0
      return true
    },
    PlanEdit("reminders") { plan, _, random in
      plan.publishing.reminders = random.one(of: [[], [60], [1_440, 30]]) ?? []
      return true
    },
    PlanEdit("time zone") { plan, _, random in
      let zones = ["Asia/Ho_Chi_Minh", "Asia/Tokyo", "Europe/Paris"].filter {
        $0 != plan.timeZone
      }
      plan.timeZone = random.one(of: zones) ?? plan.timeZone
      return true
    },
    PlanEdit("order of what has none") { plan, _, random in
      plan.pins.shuffle(using: &random)
      plan.bans.shuffle(using: &random)
      plan.calendars.reverse()
      return plan.pins.count + plan.bans.count > 1
    },
  ]
}

extension Plan {
  /// Takes out decisions about days that the period has no more.
  fileprivate mutating func keepDecisionsInPeriod() {
    let period = period
    pins.removeAll { !period.contains($0.date) }
    bans.removeAll { !period.contains($0.date) }
  }
}
