import Foundation
import TestSupport

/// A folder with the state that a command finds, which can be had again and again.
struct FaultSite {
  let scenario: FaultScenario
  let folder: URL
  private let template: URL

  var exports: URL { folder.appending(path: "exports") }

  init(_ scenario: FaultScenario, in folder: URL) throws {
    self.scenario = scenario
    self.folder = folder.appending(path: "site")
    template = folder.appending(path: "template")
    try FileManager.default.createDirectory(at: template, withIntermediateDirectories: true)
    try scenario.prepare(template)
  }

  func reset() throws {
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.copyItem(at: template, to: folder)
  }

  func contents() throws -> FolderContents { try FolderContents(of: exports) }

  /// Runs the command, and tells at which call it met the fault; `nil` where it met none.
  func run(_ fault: FaultyLibrary.Fault) throws -> (outcome: Program.Outcome, call: String?) {
    let report = folder.appending(path: "report")
    try? FileManager.default.removeItem(at: report)
    let environment = try FaultyLibrary.environment(
      fault,
      under: exports,
      always: scenario.always,
      report: report
    )
    let outcome = try Program.lichsong.run(
      scenario.arguments,
      in: folder,
      environment: environment
    )
    let call = (try? Data(contentsOf: report)).map { String(decoding: $0, as: UTF8.self) }
    return (outcome, call)
  }

  /// The calls of the last run, in order, each with the absolute path that it is about.
  func trace() throws -> [(name: String, path: String)] {
    let trace = try Data(contentsOf: folder.appending(path: "trace"))
    return String(decoding: trace, as: UTF8.self).split(separator: "\n").map { line in
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      let path = parts[1].hasPrefix("/") ? parts[1] : folder.path + "/" + parts[1]
      return (parts[0], path)
    }
  }

  /// Mends what is published.
  func render() throws -> Program.Outcome { try Program.lichsong.run(["render"], in: folder) }
}
