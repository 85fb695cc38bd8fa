internal import Foundation
import PlanFiles
import TestSupport

/// A plan as texts, with the files beside it, as tests write and change it.
struct PlanText {
  /// The text of plan.yaml.
  var plan: String
  /// The text of decisions.yaml, where there is one.
  var decisions: String?
  /// The iCalendar files by their paths from the folder of the plan.
  var calendars: [String: String] = [:]

  /// The plan in which every key stands.
  static func everyKey() throws -> PlanText {
    let folder = Checkout.url("Tests/PlanFilesTests/Fixtures/every-key")
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }
    return PlanText(
      plan: try text("plan.yaml"),
      decisions: try text("decisions.yaml"),
      calendars: [
        "holidays.ics": try text("holidays.ics"),
        "../shared/evenings.ics": try text("evenings.ics"),
      ]
    )
  }

  /// What the reader makes of it.
  func read() -> PlanReading {
    PlanReader.read(
      PlanReader.Input(name: "plan.yaml", bytes: Array(plan.utf8)),
      decisions: decisions.map {
        PlanReader.Input(name: "decisions.yaml", bytes: Array($0.utf8))
      },
      loading: { path throws(PlanReader.LoadingError) in
        guard let text = calendars[path] else {
          throw PlanReader.LoadingError("there is no such file")
        }
        return PlanReader.Input(name: path, bytes: Array(text.utf8))
      }
    )
  }
}

extension PlanReading {
  /// The texts of all diagnostics.
  var text: String { diagnostics.map(\.description).joined(separator: "\n") }
}
