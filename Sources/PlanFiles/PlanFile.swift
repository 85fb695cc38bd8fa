internal import Foundation
internal import ICalendar
public import Scheduling

/// A plan file on the disk.
///
/// ```swift
/// let plan = try PlanFile(at: "calendars/kien-giang-2024").plan()
/// ```
public struct PlanFile: Sendable, Hashable {
  /// The name of the plan file in the folder of a plan.
  public static let name = "plan.yaml"
  /// The name of the file of editors' decisions beside it.
  public static let decisionsName = "decisions.yaml"

  /// The path of the plan file, as diagnostics name it.
  public let path: String

  /// The path of the file of decisions beside it, which need not be there.
  public var decisionsPath: String { sibling(Self.decisionsName) }

  /// Names a plan file.
  ///
  /// - Parameter path: The path of the file, or of its folder, absolute or from the working folder.
  public init(at path: String) {
    if Self.type(of: path) == .typeDirectory {
      self.path = path.hasSuffix("/") ? path + Self.name : "\(path)/\(Self.name)"
    } else {
      self.path = path
    }
  }

  /// Reads the plan, with the decisions and the calendars that belong to it.
  ///
  /// - Returns: The plan; ``reading()`` gives the warnings as well.
  /// - Throws: ``PlanFileError`` with everything that is wrong.
  public func plan() throws(PlanFileError) -> Plan {
    try reading().get()
  }

  /// Reads the plan, with the decisions and the calendars that belong to it, and its warnings.
  ///
  /// - Returns: The plan, or what is wrong with it.
  /// - Throws: ``PlanFileError`` where the plan file itself cannot be read from the disk.
  public func reading() throws(PlanFileError) -> PlanReading {
    try reading(beside: input(decisionsPath, required: false))
  }

  /// Reads the plan with some decisions, which need not be those on the disk.
  func reading(beside decisions: PlanReader.Input?) throws(PlanFileError) -> PlanReading {
    let plan = try input(path, required: true)
    return PlanReader.read(
      plan ?? PlanReader.Input(name: path, bytes: []),
      decisions: decisions,
      loading: { name throws(PlanReader.LoadingError) in
        let path = sibling(name)
        switch Self.bytes(of: path, atMost: ParsingLimits.default.bytes) {
        case .success(let bytes): return PlanReader.Input(name: path, bytes: bytes)
        case .failure(let failure): throw PlanReader.LoadingError(failure.message)
        }
      }
    )
  }

  /// Reads a file of the plan; `nil` where it is not there and need not be.
  func input(
    _ path: String,
    required: Bool
  ) throws(PlanFileError) -> PlanReader.Input? {
    switch Self.bytes(of: path, atMost: SourceText.mostBytes) {
    case .success(let bytes):
      return PlanReader.Input(name: path, bytes: bytes)
    case .failure(let failure):
      if failure.reason == .missing && !required { return nil }
      throw PlanFileError(
        failure.reason,
        diagnostics: [
          Diagnostic(.error, at: Diagnostic.Location(file: path), failure.message)
        ]
      )
    }
  }

  private func sibling(_ name: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return name }
    return path[...slash] + name
  }

  /// Why a file could not be read.
  private struct Failure: Error {
    var reason: PlanFileError.Reason
    var message: String
  }

  /// Reads a regular file, but no more of it than one byte beyond what is allowed.
  private static func bytes(of path: String, atMost most: Int) -> Result<[UInt8], Failure> {
    guard let type = type(of: path) else {
      return .failure(Failure(reason: .missing, message: "there is no such file"))
    }
    // A folder, a pipe or a device could not be read to its end.
    guard type == .typeRegular else {
      return .failure(Failure(reason: .unreadable, message: "this is no regular file"))
    }
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: most + 1)
    else {
      return .failure(Failure(reason: .unreadable, message: "the file cannot be read"))
    }
    return .success(Array(data))
  }

  /// The type of what a path leads to; `nil` where there is nothing.
  private static func type(of path: String) -> FileAttributeType? {
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    return attributes?[.type] as? FileAttributeType
  }
}
