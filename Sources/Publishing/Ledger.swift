internal import Foundation

/// The releases of a plan, in files that are written once and for ever: `0001.json`, `0002.json`.
package struct Ledger: Sendable {
  /// The folder that holds the releases.
  private let folder: URL

  /// Names the ledger in a folder, which need not exist yet.
  init(folder: URL) {
    self.folder = folder
  }

  /// The newest release.
  ///
  /// - Returns: `nil` where nothing was released yet.
  /// - Throws: ``LedgerError`` where the folder holds something else than releases 1, 2, 3 and so on
  package func newest() throws -> Release? {
    let numbers = try numbers()
    guard let last = numbers.last else { return nil }
    if let gap = zip(1..., numbers).first(where: { $0 != $1 }) {
      throw LedgerError(
        path: url(gap.0).path,
        problem: "release \(gap.0) is missing, but release \(last) is there",
        advice: "bring the file back from a backup or from version control"
      )
    }
    return try release(last)
  }

  /// The releases, the first one first.
  ///
  /// - Parameter number: Only those before this number; `nil` for all.
  /// - Returns: The releases.
  /// - Throws: As ``newest()`` and ``release(_:)``.
  package func releases(before number: Int? = nil) throws -> [Release] {
    guard let newest = try newest() else { return [] }
    let last = number.map { min($0, newest.release + 1) } ?? newest.release + 1
    return try (1..<last).map { $0 == newest.release ? newest : try release($0) }
  }

  /// The release with a number.
  ///
  /// - Parameter number: A number from 1 to that of the newest release.
  /// - Returns: The release.
  /// - Throws: ``LedgerError`` where the file is not a whole release of that number.
  package func release(_ number: Int) throws -> Release {
    let url = url(number)
    let advice = "bring the file back from a backup or from version control; it was not changed"
    let release: Release
    do {
      let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      release = try JSONText.decode(Release.self, from: text)
    } catch let error as DecodingError {
      throw LedgerError(path: url.path, problem: error.problem, advice: advice)
    } catch {
      throw LedgerError(path: url.path, problem: error.localizedDescription, advice: advice)
    }
    guard release.release == number else {
      throw LedgerError(
        path: url.path,
        problem: "holds release \(release.release)",
        advice: advice
      )
    }
    return release
  }

  /// Adds a release behind the newest.
  ///
  /// - Parameter release: The release with the next number.
  /// - Throws: ``WriteError`` where it cannot be stored; the ledger is then as before.
  func append(_ release: Release) throws {
    let url = url(release.release)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw WriteError(path: folder.path, reason: error)
    }
    try AtomicFile.write(Array(try JSONText.encode(release).utf8), to: url)
  }

  private func url(_ number: Int) -> URL {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return folder.appending(path: "\(zeros)\(digits).json")
  }

  private func numbers() throws -> [Int] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
      .map { name in
        guard let number = Int(name.dropLast(5)), url(number).lastPathComponent == name else {
          throw LedgerError(
            path: folder.appending(path: name).path,
            problem: "is not a release",
            advice: "move it out of the folder, which holds releases alone"
          )
        }
        return number
      }
      .sorted()
  }
}

/// The record of what was released is not whole.
package struct LedgerError: Error, CustomStringConvertible {
  /// The file that is not as it should be.
  package var path: String
  /// What is wrong with it.
  package var problem: String
  /// What to do.
  package var advice: String

  /// The file, what is wrong, and what to do.
  package var description: String { "\(path): \(problem)\nhelp: \(advice)" }
}

extension DecodingError {
  /// Where in the text the problem lies, and what it is.
  fileprivate var problem: String {
    let (context, what): (Context, String) =
      switch self {
      case .dataCorrupted(let context): (context, context.debugDescription)
      case .keyNotFound(let key, let context): (context, "the key `\(key.stringValue)` is missing")
      case .typeMismatch(let type, let context): (context, "expected \(type)")
      case .valueNotFound(let type, let context): (context, "expected \(type), found null")
      @unknown default: (Context(codingPath: [], debugDescription: ""), "\(self)")
      }
    let path = context.codingPath
      .map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
    return path.isEmpty ? what : "at \(path): \(what)"
  }
}
