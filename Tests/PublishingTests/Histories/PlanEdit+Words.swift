import Scheduling
import TestSupport

extension PlanEdit {
  /// Changes of what readers read.
  static let ofWords = [
    PlanEdit("title of the plan") { plan, _, random in
      plan.title = "Kế hoạch \(random.number(1...99))"
      return true
    },
    PlanEdit("source") { plan, _, random in
      plan.source = random.chance(70) ? SourceDocument(number: "\(random.number(1...99))/KH") : nil
      return true
    },
    PlanEdit("language") { plan, _, _ in
      plan.language = plan.language == .english ? .vietnamese : .english
      return true
    },
    PlanEdit(ofSeries: "title of a series") { series, _, random in
      series.title = "Tên; mới, \(random.number(1...99))"
      return true
    },
    PlanEdit(ofSeries: "clause of a series") { series, _, random in
      series.clause = random.chance(70) ? "IV.\(random.number(1...9))" : nil
      return true
    },
    PlanEdit("title of a theme") { plan, _, random in
      guard let index = random.one(of: plan.themes.indices) else { return false }
      plan.themes[index].title = "Nội dung \(random.number(1...99))"
      return true
    },
    PlanEdit("clause of a theme") { plan, _, random in
      guard let index = random.one(of: plan.themes.indices) else { return false }
      plan.themes[index].clause = "V.\(random.number(1...9))"
      return true
    },
    PlanEdit("name of an outlet") { plan, _, random in
      guard let index = random.one(of: plan.outlets.indices) else { return false }
      plan.outlets[index].name = "Đài \(random.number(1...99))"
      return true
    },
    PlanEdit("kind of an outlet") { plan, _, random in
      guard let index = random.one(of: plan.outlets.indices) else { return false }
      plan.outlets[index].kind = random.one(of: Outlet.Kind.allCases) ?? .website
      return true
    },
    PlanEdit(ofSeries: "deadlines") { series, _, random in
      let ids = ["script", "film"].filter { _ in random.chance(70) }
      series.deadlines = ids.map { id in
        Deadline(
          id: id,
          title: "Hạn \(id)",
          before: random.number(0...15),
          // Two names that are told apart by marks alone, and one that has no letter.
          owner: random.one(of: ["Sở", "Sơ", "Đài, báo", "電視"]) ?? "Sở"
        )
      }
      return true
    },
  ]
}
