/// Why a plan file gives no plan: everything that is wrong with it, at once.
public struct PlanFileError: Error, Sendable, Equatable {
  /// What kind of failure it is; each asks for another exit status of a program.
  public enum Reason: Sendable, Equatable {
    /// There is no such file.
    case missing
    /// The file is there and cannot be read from the disk.
    case unreadable
    /// The file was read and cannot be understood.
    case invalid
    /// The file was understood, and its limits cannot hold together.
    case contradictory
  }

  /// The kind of failure.
  public var reason: Reason
  /// The errors and the warnings, from the top of each file to its end; at least one is an error.
  public var diagnostics: [Diagnostic]
  /// How many more there are than are listed.
  public var omitted: Int

  /// Creates an error.
  public init(_ reason: Reason, diagnostics: [Diagnostic], omitted: Int = 0) {
    self.reason = reason
    self.diagnostics = diagnostics
    self.omitted = omitted
  }
}

extension PlanFileError: CustomStringConvertible {
  /// The texts of all diagnostics, one below the other.
  public var description: String {
    var texts = diagnostics.map(\.description)
    if omitted > 0 { texts.append("\(omitted.grouped) more are not shown") }
    return texts.joined(separator: "\n")
  }
}
