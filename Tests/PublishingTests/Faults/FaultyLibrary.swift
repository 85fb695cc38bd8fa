import Foundation
import TestSupport

/// The library that makes system calls fail: faults.c, compiled once.
enum FaultyLibrary {
  /// What happens at one of the calls that a program makes about its exports.
  enum Fault {
    case none
    case fail(at: Int, code: Int32)
    case kill(at: Int)
  }

  /// A compiler did not compile the library.
  private struct NotCompiled: Error {
    var errors: String
  }

  /// The C compiler of the machine, if there is one; only Linux preloads the library.
  private static let compiler: String? = {
    #if os(Linux)
    ["/usr/bin/cc", "/usr/bin/clang", "/usr/bin/gcc"]
      .first(where: FileManager.default.isExecutableFile)
    #else
    nil
    #endif
  }()

  /// Whether the library can be had.
  static var isAvailable: Bool { compiler != nil }

  private static let path = Result<String, any Error> {
    let source = Checkout.url("Tests/PublishingTests/Faults/faults.c").path
    let library = Checkout.products.appending(path: "faults.so").path
    let outcome = try Program.system(compiler ?? "").run(
      ["-std=c11", "-shared", "-fPIC", "-o", library, source, "-ldl"]
    )
    guard outcome.status == 0 else { throw NotCompiled(errors: outcome.errors) }
    return library
  }

  /// The variables under which a program meets a fault.
  ///
  /// - Parameters:
  ///   - fault: The fault.
  ///   - folder: The folder that the calls are counted under.
  ///   - always: A call that fails always, such as `renameat2=22`.
  ///   - report: A file that gets the name of the call at which the fault was met; beside it, `trace`
  ///     gets the names of all calls.
  /// - Returns: The variables.
  /// - Throws: What kept the library from being compiled.
  static func environment(
    _ fault: Fault,
    under folder: URL,
    always: String?,
    report: URL
  ) throws -> [String: String] {
    let (number, code): (Int, Int32) =
      switch fault {
      case .none: (0, 0)
      case .fail(let number, let code): (number, code)
      case .kill(let number): (number, 0)
      }
    return [
      "LD_PRELOAD": try path.get(), "FAULTS_UNDER": folder.path, "FAULTS_AT": "\(number)",
      "FAULTS_ERRNO": "\(code)", "FAULTS_ALWAYS": always ?? "", "FAULTS_REPORT": report.path,
      "FAULTS_TRACE": report.deletingLastPathComponent().appending(path: "trace").path,
    ]
  }
}
