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

  /// A tool of the tests' own Python environment, such as `python` or `khal`.
  package static func python(_ tool: String) -> Program {
    Program(
      executable: Checkout.url(".build/test-tools/bin/\(tool)"),
      advice: "install the tools of the tests first: make test-tools"
    )
  }

  /// Runs the program to its end.
  ///
  /// Its streams are files rather than pipes, so that no amount of output can block it.
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
    guard FileManager.default.isExecutableFile(atPath: executable.path) else {
      throw NotFound(description: "\(executable.path) is not there: \(advice)")
    }
    return try withTemporaryFolder { streams in
      func stream(_ name: String, holding text: String = "") throws -> URL {
        let url = streams.appending(path: name)
        try Data(text.utf8).write(to: url)
        return url
      }
      let output = try stream("output")
      let errors = try stream("errors")
      let process = Process()
      process.executableURL = executable
      process.arguments = arguments
      process.currentDirectoryURL = folder ?? Checkout.root
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      process.standardInput = try FileHandle(forReadingFrom: stream("input", holding: input))
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      process.waitUntilExit()
      let signalled = process.terminationReason == .uncaughtSignal
      return Outcome(
        status: process.terminationStatus + (signalled ? 128 : 0),
        output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self)
      )
    }
  }
}
