import Foundation
import TestSupport

/// A planner at work in a folder that holds the sample plan, of which three Sundays a month are slots.
struct PlannerSession {
  /// The folder.
  let folder: URL
  /// What was typed, and what came of it.
  private(set) var log = ""

  /// The file of decisions; `nil` where there is none.
  var decisions: String? {
    get {
      (try? Data(contentsOf: folder.appending(path: "decisions.yaml")))
        .map { String(decoding: $0, as: UTF8.self) }
    }
    nonmutating set {
      let url = folder.appending(path: "decisions.yaml")
      guard let newValue else {
        try? FileManager.default.removeItem(at: url)
        return
      }
      try? Data(newValue.utf8).write(to: url)
    }
  }

  /// Gives `body` a planner, and takes the folder away afterwards.
  ///
  /// - Parameters:
  ///   - text: What is added to the plan.
  ///   - edit: Changes the text of the plan first.
  ///   - isReleased: Whether the plan was published before.
  ///   - body: What the planner does.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws, and what keeps the program from being run.
  static func with<Result>(
    adding text: String = "",
    editing edit: (String) -> String = { $0 },
    isReleased: Bool = true,
    _ body: (inout PlannerSession) throws -> Result
  ) throws -> Result {
    try withTemporaryFolder { folder in
      let fixture = Checkout.url("Tests/lichsongTests/Fixtures/plan.yaml")
      let plan = String(decoding: try Data(contentsOf: fixture), as: UTF8.self)
        .replacing("BYDAY=2SU", with: "BYDAY=1SU,2SU,3SU")
      try Data((edit(plan) + text).utf8).write(to: folder.appending(path: "plan.yaml"))
      var session = PlannerSession(folder: folder)
      if isReleased {
        _ = try session.run("publish", "plan.yaml", "--yes", "--now", "2024-04-01T00:00:00Z")
        session.log = ""
      }
      return try body(&session)
    }
  }

  /// Writes a file into the folder.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// Runs the program.
  @discardableResult
  mutating func run(_ arguments: String...) throws -> Program.Outcome {
    let outcome = try Program.lichsong.run(
      arguments,
      in: folder,
      environment: ["COLUMNS": "100"]
    )
    let shown = arguments.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ")
    log += "$ lichsong \(shown)\n\(outcome.output)\(outcome.errors)"
    if outcome.status != 0 { log += "=> \(outcome.status)\n" }
    log += "\n"
    return outcome
  }
}
