internal import Foundation
internal import TestSupport

/// A text file beside the tests, which a script beside it has computed.
struct Fixture {
  /// The lines that are not empty.
  let lines: [String]
  private let script: String

  /// The Vietnamese lunar years, by the ephemeris of PyEphem.
  static let lunarYears = Fixture("lunar-years.txt", script: "make_lunar_years.py")

  /// The public holidays of Viet Nam, by the Python package `holidays`.
  static let publicHolidays = Fixture("public-holidays.txt", script: "make_public_holidays.py")

  private init(_ name: String, script: String) {
    let url = Checkout.url("Tests/CivilTimeTests/Fixtures").appending(path: name)
    // A file that cannot be read leaves no lines, which no test accepts.
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    lines = Self.lines(of: text)
    self.script = script
  }

  /// Computes the lines again with the script.
  func recomputed() throws -> [String] {
    let outcome = try Program.python("python").run(["Tests/CivilTimeTests/Fixtures/\(script)"])
    guard outcome.status == 0 else { throw Failure(description: outcome.errors) }
    return Self.lines(of: outcome.output)
  }

  /// The script did not end well.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }
}
