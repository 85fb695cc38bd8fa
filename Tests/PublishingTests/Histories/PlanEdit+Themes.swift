import CivilTime
import Scheduling
import TestSupport

extension PlanEdit {
  /// Changes of themes and of the days that matter.
  static let ofThemes = [
    PlanEdit("theme added") { plan, _, random in
      let id = "theme\(random.number(0...9))"
      guard plan.themes.count < 5, !plan.themes.contains(where: { $0.id == id }) else {
        return false
      }
      plan.themes.insert(Theme(id: id, title: "Chủ đề \(id)"), at: 0)
      return true
    },
    PlanEdit("theme dropped") { plan, _, random in
      guard let index = random.one(of: plan.themes.indices) else { return false }
      plan.drop(theme: plan.themes.remove(at: index).id)
      return true
    },
    PlanEdit("theme renamed") { plan, _, random in
      let id = "renamed\(random.number(0...99))"
      guard let index = random.one(of: plan.themes.indices),
        !plan.themes.contains(where: { $0.id == id })
      else { return false }
      plan.drop(theme: plan.themes[index].id)
      plan.themes[index].id = id
      return true
    },
    PlanEdit("themes reordered") { plan, _, random in
      plan.themes.shuffle(using: &random)
      return plan.themes.count > 1
    },
    PlanEdit("share of a theme") { plan, _, random in
      guard let index = random.one(of: plan.themes.indices) else { return false }
      plan.themes[index].share = random.number(1...4)
      return true
    },
    PlanEdit("observance") { plan, _, random in
      if plan.observances.count > 1 { plan.observances.removeFirst() }
      let day = plan.someDay(using: &random)
      plan.observances.append(
        Observance(
          id: "day\(day.dayNumber)",
          title: "Ngày truyền thống",
          dates: [day],
          lead: random.number(0...6),
          points: random.number(0...400),
          theme: random.one(of: plan.themes)?.id
        )
      )
      return !plan.observances.dropLast().contains { $0.id == plan.observances.last?.id }
    },
    PlanEdit("apart") { plan, _, random in
      plan.separations = []
      if plan.series.count > 1, random.chance(60) {
        let series = plan.series.prefix(2).map(\.id)
        plan.separations = [Separation(series: series, days: random.number(2...4))]
      }
      return true
    },
  ]
}

extension Plan {
  /// Takes out what refers to a theme.
  mutating func drop(theme id: String) {
    for index in pins.indices where pins[index].theme == id { pins[index].theme = nil }
    for index in observances.indices where observances[index].theme == id {
      observances[index].theme = nil
    }
  }
}
