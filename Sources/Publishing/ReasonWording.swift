internal import CivilTime
internal import Scheduling

/// Puts why an issue changed into words.
struct ReasonWording {
  private let plan: Plan

  /// Prepares to speak of a plan.
  init(plan: Plan) {
    self.plan = plan
  }

  /// A reason in words.
  func reason(_ reason: ChangeReason) -> Release.Reason {
    let clause = reason.line.flatMap { plan.citation(of: $0)?.clause }
    return Release.Reason(
      readers: readers(reason, clause: clause),
      planners: [planners(reason), clause.map { "(\($0))" }].compactMap(\.self)
        .joined(separator: " ")
    )
  }

  private func planners(_ reason: ChangeReason) -> String {
    switch reason {
    case .pinned(let index): why(plan.pins[index].reason, or: "pinned")
    case .excluded(let exclusion):
      switch exclusion.reason {
      case .slot(.outsidePeriod): "outside the period"
      case .slot(.noRule): "no slot rule gives the day any more"
      case .slot(.avoided(let calendar, let day)): "\(day) (calendar \(calendar))"
      case .slot(.banned(let index)): why(plan.bans[index].reason, or: "banned")
      case .beforeFrom(let from): "before \(from)"
      }
    case .clash(let clash):
      clash.limits.map { "\($0.subject): \($0.rule)" }.joined(separator: "; ")
    case .price(let price): "staying would cost \(price.atMost ?? price.atLeast) points more"
    }
  }

  private func why(_ said: String?, or what: String) -> String {
    said.map { "\(what): \($0)" } ?? what
  }

  private func readers(_ reason: ChangeReason, clause: String?) -> String {
    let isVietnamese = plan.language == .vietnamese
    func say(_ vietnamese: String, _ english: String) -> String {
      isVietnamese ? vietnamese : english
    }
    switch reason {
    case .pinned(let index):
      return plan.pins[index].reason ?? say("ngày do biên tập ấn định", "set by the editors")
    case .excluded(let exclusion):
      switch exclusion.reason {
      case .slot(.outsidePeriod):
        return say("ngoài thời gian của kế hoạch", "outside the plan’s period")
      case .slot(.noRule), .beforeFrom:
        return say("ngày cũ không còn trong khung lịch", "the old day is no slot any more")
      case .slot(.avoided(_, let day)): return say("tránh \(day)", "avoids \(day)")
      case .slot(.banned(let index)):
        return plan.bans[index].reason
          ?? say("ngày cũ không sử dụng được", "the old day is not available")
      }
    case .clash:
      let section = clause.map { say(", mục \($0)", ", clause \($0)") } ?? ""
      return say("để giữ quy định của kế hoạch", "to keep the plan’s limits") + section
    case .price:
      return say("để lịch cả năm hợp lý hơn", "for a better year as a whole")
    }
  }
}
