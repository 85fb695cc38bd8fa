import CivilTime
import Foundation
import PlanFiles
import Publishing
import Scheduling
import TestSupport

/// The plan 64/KH-UBND and its release, as they are committed.
enum RealPlan {
  /// The plan.
  static func plan() throws -> Plan {
    try PlanFile(at: Checkout.url("calendars/kien-giang-2024").path).plan()
  }

  /// The newest release.
  static func release() throws -> Release? {
    try ExportFolder(plan: "kien-giang-2024", in: Checkout.url("exports")).ledger.newest()
  }

  /// A day on which the period is over.
  static let over = CivilDate(dayNumber: 20_200)
}
