import Foundation
import Publishing
import Scheduling
import TestSupport
import Testing

/// A command that writes, and the state that it finds.
enum FaultScenario: String, CaseIterable, CustomTestStringConvertible {
  case firstPublish = "a first publish"
  case laterPublish = "a later publish"
  case withoutLinks = "a later publish where files cannot have two names"
  case fileByFile = "a later publish where folders cannot be exchanged"
  case mending = "the mending of files"

  var testDescription: String { rawValue }

  /// Whether the files are replaced one by one.
  var isFileByFile: Bool { self == .fileByFile }

  /// The arguments of the command.
  var arguments: [String] {
    self == .mending ? ["render"] : Self.publish
  }

  private static let publish = [
    "publish", "plan.yaml", "--yes", "--now", "2024-04-02T00:00:00Z", "-m", "Lần sau",
  ]

  /// The call that fails always.
  var always: String? {
    switch self {
    case .withoutLinks: "linkat=\(EPERM)"
    case .fileByFile: "renameat2=\(EINVAL)"
    default: nil
    }
  }

  /// Puts the state that the command finds into an empty folder.
  func prepare(_ folder: URL) throws {
    let exports = folder.appending(path: "exports")
    if self == .mending { return try prepareMending(exports) }
    let plan = String(
      decoding: try Data(contentsOf: Checkout.url("Tests/lichsongTests/Fixtures/plan.yaml")),
      as: UTF8.self
    )
    let path = folder.appending(path: "plan.yaml")
    try Data(plan.utf8).write(to: path)
    guard self != .firstPublish else { return }
    let outcome = try Program.lichsong.run(
      ["publish", "plan.yaml", "--yes", "--now", "2024-04-01T00:00:00Z"],
      in: folder
    )
    precondition(outcome.status == 0, outcome.errors)
    try Data(plan.replacing("Đài Kiên Giang", with: "Đài tỉnh").utf8).write(to: path)
    try Self.addForeignFiles(to: exports.appending(path: "mau-2024"))
  }

  /// A newest release without the feed that the one before had, which is still there; and damage.
  private func prepareMending(_ exports: URL) throws {
    let folder = ExportFolder(plan: "mau-2024", in: exports)
    let first = try Release.withPortal()
    _ = try folder.publish(first)
    let portal = try Data(contentsOf: folder.url.appending(path: "portal.ics"))
    _ = try folder.publish(.withoutPortal())
    try portal.write(to: folder.url.appending(path: "portal.ics"))
    try Data().write(to: folder.url.appending(path: "all.ics"))
    try FileManager.default.removeItem(at: folder.url.appending(path: "schedule.json"))
    try Self.addForeignFiles(to: folder.url)
  }

  /// Adds what a web server's keeper may have put there.
  private static func addForeignFiles(to folder: URL) throws {
    let files = FileManager.default
    try Data("User-agent: *\n".utf8).write(to: folder.appending(path: "robots.txt"))
    try files.createDirectory(
      at: folder.appending(path: ".well-known"),
      withIntermediateDirectories: true
    )
    try Data("x".utf8).write(to: folder.appending(path: ".well-known/security.txt"))
    try files.createSymbolicLink(
      atPath: folder.appending(path: "calendar.ics").path,
      withDestinationPath: "all.ics"
    )
  }
}
