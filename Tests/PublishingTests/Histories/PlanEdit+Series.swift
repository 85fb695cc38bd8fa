import CivilTime
import Scheduling
import TestSupport

extension PlanEdit {
  /// Changes of the series: what there is, when, how often and where.
  static let ofSeries =
    seriesAsSuch + [
      PlanEdit(ofSeries: "days of slots") { series, plan, random in
        let time = series.slotRules[0].candidates.first?.time
        series.slotRules[0].candidates = plan.weekly(at: time, using: &random)
        return true
      },
      PlanEdit(ofSeries: "hour of slots") { series, _, random in
        let time = random.chance(85) ? random.hour() : nil
        for index in series.slotRules[0].candidates.indices {
          series.slotRules[0].candidates[index].time = time
        }
        return true
      },
      PlanEdit(ofSeries: "slot dropped") { series, _, random in
        guard let index = random.one(of: series.slotRules[0].candidates.indices) else {
          return false
        }
        series.slotRules[0].candidates.remove(at: index)
        return true
      },
      PlanEdit(ofSeries: "cost of slots") { series, plan, random in
        if series.slotRules.count > 1 {
          series.slotRules.removeLast()
        } else {
          let rule = SlotRule(
            candidates: plan.weekly(at: random.hour(), using: &random),
            cost: random.number(0...300)
          )
          series.slotRules.append(rule)
        }
        return true
      },
      PlanEdit(ofSeries: "minutes") { series, _, random in
        series.minutes = random.chance(80) ? random.number(5...30) : nil
        return true
      },
      PlanEdit(ofSeries: "limits") { series, _, random in
        series.perMonth = CountLimit(
          min: random.chance(30) ? 1 : 0,
          max: random.number(1...3)
        )
        series.minGap = random.number(1...9)
        return true
      },
      PlanEdit(ofSeries: "aim") { series, _, random in
        series.aim = random.number(1...5)
        return true
      },
      PlanEdit(ofSeries: "repeat added") { series, _, random in
        let airing = Repeat(
          after: random.number(0...12),
          time: random.hour(),
          channel: random.one(of: ["TV", "radio", nil]) ?? nil
        )
        series.repeats.insert(airing, at: random.number(0...series.repeats.count))
        return series.repeats.count < 4
      },
      PlanEdit(ofSeries: "repeat dropped") { series, _, random in
        guard let index = random.one(of: series.repeats.indices) else { return false }
        series.repeats.remove(at: index)
        return true
      },
      PlanEdit(ofSeries: "repeat changed") { series, _, random in
        guard let index = random.one(of: series.repeats.indices) else { return false }
        if random.chance(50) { series.repeats[index].time = random.hour() }
        if random.chance(50) { series.repeats[index].after = random.number(0...12) }
        if random.chance(20) { series.repeats[index].channel = "FM" }
        return true
      },
      PlanEdit(ofSeries: "repeats reordered") { series, _, _ in
        series.repeats.reverse()
        return series.repeats.count > 1
      },
      PlanEdit(ofSeries: "outlet of a series") { series, plan, random in
        series.outlet = random.one(of: plan.outlets)?.id ?? series.outlet
        return true
      },
    ]

  private static let seriesAsSuch = [
    PlanEdit("series added") { plan, _, random in
      guard plan.series.count < 4 else { return false }
      // One that was dropped may come back.
      let free = (0...5).map { "series\($0)" }.filter { id in
        !plan.series.contains { $0.id == id }
      }
      guard let id = random.one(of: free) else { return false }
      plan.series.append(plan.tinySeries(id, using: &random))
      return true
    },
    PlanEdit("series dropped") { plan, _, random in
      guard plan.series.count > 1, let index = random.one(of: plan.series.indices) else {
        return false
      }
      plan.drop(series: plan.series.remove(at: index).id)
      return true
    },
    PlanEdit("series renamed") { plan, _, random in
      guard let index = random.one(of: plan.series.indices) else { return false }
      plan.drop(series: plan.series[index].id)
      let id = "renamed\(random.number(0...99))"
      guard !plan.series.contains(where: { $0.id == id }) else { return false }
      plan.series[index].id = id
      return true
    },
    PlanEdit("series reordered") { plan, _, random in
      plan.series.shuffle(using: &random)
      return true
    },
    PlanEdit("outlet renamed") { plan, _, random in
      guard let index = random.one(of: plan.outlets.indices) else { return false }
      let (old, new) = (plan.outlets[index].id, "outlet\(random.number(0...9))")
      guard !plan.outlets.contains(where: { $0.id == new }) else { return false }
      plan.outlets[index].id = new
      for series in plan.series.indices where plan.series[series].outlet == old {
        plan.series[series].outlet = new
      }
      return true
    },
    PlanEdit("outlet dropped") { plan, _, random in
      guard plan.outlets.count > 1, let index = random.one(of: plan.outlets.indices) else {
        return false
      }
      let old = plan.outlets.remove(at: index).id
      for series in plan.series.indices where plan.series[series].outlet == old {
        plan.series[series].outlet = plan.outlets[0].id
      }
      return true
    },
    PlanEdit("outlet added") { plan, _, random in
      let free = ["station", "newspaper", "portal"].filter { id in
        !plan.outlets.contains { $0.id == id }
      }
      guard let id = random.one(of: free) else { return false }
      plan.outlets.append(Outlet(id: id, kind: .website, name: "Cổng \(id)"))
      return true
    },
  ]
}

extension Plan {
  /// Takes out what refers to a series.
  mutating func drop(series id: String) {
    pins.removeAll { $0.series == id }
    bans.removeAll { $0.series == id }
    separations.removeAll { $0.series.contains(id) }
    for index in observances.indices { observances[index].series?.removeAll { $0 == id } }
    for index in themes.indices { themes[index].series?.removeAll { $0 == id } }
  }
}
