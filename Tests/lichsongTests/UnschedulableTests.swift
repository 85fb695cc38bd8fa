import CivilTime
import Foundation
import Publishing
import Scheduling
import TestSupport
import Testing

@testable import lichsong

/// What is said of a plan that cannot be met when the search was stopped.
struct UnschedulableTests {
  private let loaded: LoadedPlan

  init() throws {
    loaded = try LoadedPlan(at: Checkout.url("Tests/lichsongTests/Fixtures/plan.yaml").path)
  }

  private func infeasibility(
    _ exhausted: Set<Infeasibility.Question>,
    choice: Clash.Choice = .days,
    mends: [Mend] = []
  ) -> Infeasibility {
    let limit = Limit(.minGap(9), of: .series("segment"), line: nil)
    let isSmallest = !exhausted.contains(.clash)
    return Infeasibility(
      clashes: [Clash(limits: [limit], choice: choice, isSmallest: isSmallest)],
      mends: mends,
      exhausted: exhausted
    )
  }

  private func lines(_ infeasibility: Infeasibility) -> [Substring] {
    Unschedulable(reason: .infeasible(infeasibility), loaded: loaded).message.split(separator: "\n")
  }

  @Test
  func `a clash that may be too large is not called smallest`() {
    #expect(
      lines(infeasibility([.clash, .others, .mends])) == [
        """
        the plan cannot be met: these lines cannot hold together; whether all of them are needed \
        was not found out in time
        """,
        "  series segment: at least 9 days between two issues",
        "whether other lines clash as well was not found out in time",
        "no change that mends it was found in time; a longer --time-limit tries more",
      ]
    )
  }

  @Test
  func `mends are told apart from all mends, and days from the best ones`() {
    let mend = Mend([.number(.minGap(series: "segment"), from: 9, to: 7)])
    let found = infeasibility([.days, .mends], choice: .themes, mends: [mend])
    let texts = lines(found)
    #expect(
      texts.contains(
        "the days were not proven best in time; on better ones themes may clash in another way"
      )
    )
    #expect(texts.contains("what would mend it, each tried by itself, the least change first"))
    #expect(texts.last == "not all changes were tried in time; a longer --time-limit tries more")
  }

  @Test
  func `where nothing was left open, nothing is said of time`() {
    let texts = lines(infeasibility([]))
    #expect(!texts.contains { $0.contains("time") }, "\(texts)")
    #expect(texts.last == "no change of a line or two was found that mends it")
  }

  @Test
  func `programs get what was left open, in a fixed order`() {
    let document = InfeasibilityDocument(
      infeasibility([.mends, .clash, .days, .others]),
      of: loaded.plan
    )
    #expect(document.exhausted == ["clash", "others", "days", "mends"])
    #expect(InfeasibilityDocument(infeasibility([]), of: loaded.plan).exhausted.isEmpty)
  }
}
