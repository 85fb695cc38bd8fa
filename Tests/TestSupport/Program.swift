package import Foundation

/// A program that tests run as a person would.
package struct Program: Sendable {
  /// What a program left when it ended.
  package struct Outcome: Sendable {
    /// The exit status; 128 and more where a signal ended it.
    package var status: Int32
    /// What it wrote to standard output.
    package var output: String
    /// What it wrote to standard error.
    package var errors: String
  }

  /// A program was not where it was looked for.
  package struct NotFound: Error, CustomStringConvertible {
    package var description: String
  }

  private let executable: URL
  private let advice: String

  /// The `lichsong` that was built beside the tests.
  package static let lichsong = Program(
    executable: Checkout.products.appending(path: "lichsong"),
    advice: "build the whole package first: swift build --build-tests"
  )

  /// The `lichsong-serve` that was built beside the tests.
  package static let lichsongServe = Program(
    executable: Checkout.products.appending(path: "lichsong-serve"),
    advice: "build the whole package first: swift build --build-tests"
  )

  /// A tool of the tests' own Python environment, such as `python` or `khal`.
  package static func python(_ tool: String) -> Program {
    Program(
      executable: Checkout.url(".build/test-tools/bin/\(tool)"),
      advice: "install the tools of the tests first: make test-tools"
    )
  }

  /// A program of the operating system, by its path.
  package static func system(_ path: String) -> Program {
    Program(executable: URL(filePath: path), advice: "it belongs to the operating system")
  }

  /// Where the program is.
  package var path: String { executable.path }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: The arguments, without the program's own name.
  ///   - folder: The working folder; the root of the checkout where it is `nil`.
  ///   - environment: Variables set beside those of the tests.
  ///   - input: What the program reads from standard input.
  /// - Returns: What the program left when it ended.
  /// - Throws: ``NotFound`` where the program is not built or installed.
  package func run(
    _ arguments: [String],
    in folder: URL? = nil,
    environment: [String: String] = [:],
    input: String = ""
  ) throws -> Outcome {
    try start(arguments, in: folder, environment: environment, input: input).outcome()
  }

  /// Starts the program; others may run beside it.
  ///
  /// - Parameters: As those of ``run(_:in:environment:input:)``.
  /// - Returns: The program as it runs.
  /// - Throws: ``NotFound`` where the program is not built or installed.
  package func start(
    _ arguments: [String],
    in folder: URL? = nil,
    environment: [String: String] = [:],
    input: String = ""
  ) throws -> RunningProgram {
    guard FileManager.default.isExecutableFile(atPath: executable.path) else {
      throw NotFound(description: "\(executable.path) is not there: \(advice)")
    }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? Checkout.root
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    return try RunningProgram(process, input: input)
  }
}
