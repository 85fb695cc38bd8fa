internal import Foundation
internal import SystemCalls

/// The releases of a plan, in files that are written once and for ever: `0001.json`, `0002.json`.
///
/// Reading takes no lock: what is published meanwhile replaces the whole folder, and a release that was
/// once read is the same in every folder that follows.
package struct Ledger: Sendable {
  /// The name of the folder that holds the releases, in the folder of the plan.
  static let folderName = "releases"

  private let plan: String
  private let planFolder: URL
  private var folder: URL { planFolder.appending(path: Self.folderName) }

  /// Names the ledger of a plan, whose folder need not exist yet.
  ///
  /// - Parameters:
  ///   - plan: The identifier of the plan.
  ///   - planFolder: The folder of the plan.
  init(of plan: String, in planFolder: URL) {
    self.plan = plan
    self.planFolder = planFolder
  }

  /// The newest release.
  ///
  /// - Returns: `nil` where nothing was released yet.
  /// - Throws: ``LedgerError`` where the folder holds something else than releases 1, 2, 3 and so on.
  package func newest() throws -> Release? {
    let count = try count()
    return count == 0 ? nil : try release(count)
  }

  /// The releases, the first one first.
  ///
  /// - Parameter number: Only those before this number; `nil` for all.
  /// - Returns: The releases.
  /// - Throws: As ``newest()`` and ``release(_:)``.
  /// - Complexity: O(*n*) in the bytes of these releases.
  package func releases(before number: Int? = nil) throws -> [Release] {
    let count = try count()
    return try (0..<min(count, number.map { $0 - 1 } ?? count)).map { try release($0 + 1) }
  }

  /// The release with a number.
  ///
  /// - Parameter number: A number from 1 to that of the newest release.
  /// - Returns: The release.
  /// - Throws: ``LedgerError`` where the file is not a whole release of that number.
  package func release(_ number: Int) throws -> Release {
    let path = planFolder.appending(path: Self.path(of: number)).relativePath
    do {
      let release = try StoredRelease.release(from: Self.bytes(of: path))
      guard release.release == number else {
        throw StoredRelease.Damage(problem: "holds release \(release.release)")
      }
      guard release.plan.id == plan else {
        throw StoredRelease.Damage(problem: "holds a release of the plan \(release.plan.id)")
      }
      return release
    } catch let damage as StoredRelease.Damage {
      throw LedgerError(path: path, problem: damage.problem, advice: damage.advice)
    } catch let error as SystemError where error.code == EISDIR {
      throw LedgerError(
        path: path,
        problem: "is a folder, not the file of a release",
        advice: LedgerError.restore
      )
    } catch let error as SystemError {
      throw LedgerError(unreadable: error)
    }
  }

  /// The path of a release within the folder of the plan.
  static func path(of number: Int) -> String {
    let digits = String(number)
    return "\(folderName)/\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits).json"
  }

  /// How many releases there are, which is the number of the newest.
  private func count() throws -> Int {
    var numbers = try numbers()
    if let published = try publishedNumber(), published > numbers.last ?? 0 {
      // Somebody may have published between the two looks: what is made from a release is never there
      // before it.
      numbers = try self.numbers()
      try requireRelease(published, among: numbers)
    }
    if let gap = zip(1..., numbers).first(where: { $0 != $1 }) {
      throw LedgerError(
        path: planFolder.appending(path: Self.path(of: gap.0)).relativePath,
        problem: "release \(gap.0) is missing, but release \(numbers.last ?? 0) is there",
        advice: "bring the file back from version control or a backup"
      )
    }
    return numbers.last ?? 0
  }

  /// The numbers of the files, in order.
  private func numbers() throws -> [Int] {
    let names: [String]
    do {
      names = try FolderListing.settledNames(in: folder.relativePath)
    } catch let error as SystemError where error.code == ENOTDIR {
      throw LedgerError(
        path: folder.relativePath,
        problem: "is a file, not the folder of releases",
        advice: LedgerError.restore
      )
    } catch let error as SystemError {
      throw LedgerError(unreadable: error)
    }
    var numbers: Set<Int> = []
    // Hidden files are those of file managers and editors.
    let strangers = names.filter { name in
      guard !name.hasPrefix(".") else { return false }
      guard let number = Int(name.dropLast(5)), number > 0,
        Self.path(of: number) == "\(Self.folderName)/\(name)"
      else { return true }
      numbers.insert(number)
      return false
    }
    if let stranger = strangers.min() {
      let digits = stranger.drop { !$0.isWholeNumber }.prefix { $0.isWholeNumber }
      let twin = Int(digits).flatMap { numbers.contains($0) ? $0 : nil }
      throw LedgerError(
        path: folder.appending(path: stranger).relativePath,
        problem: twin.map { "is a second file for release \($0)" } ?? "is not a release",
        advice: "move it out of the folder, which holds releases alone"
      )
    }
    return numbers.sorted()
  }

  private var schedulePath: String {
    planFolder.appending(path: ExportedFile.schedulePath).relativePath
  }

  /// The release that the published schedule was made from; the first where it cannot be understood, and
  /// `nil` where none is there.
  private func publishedNumber() throws -> Int? {
    do {
      guard try FileStatus.of(schedulePath) != nil else { return nil }
    } catch let error as SystemError {
      throw LedgerError(unreadable: error)
    }
    let bytes = (try? FileDescriptor.contents(of: schedulePath)) ?? []
    return (try? JSONDecoder().decode(PublishedNumber.self, from: Data(bytes)).release) ?? 1
  }

  /// The release that a schedule says it was published in.
  private struct PublishedNumber: Decodable {
    var release: Int?
  }

  /// Refuses to go on without a release that was published: the identities that were given to events
  /// would be given again, to others.
  private func requireRelease(_ number: Int, among numbers: [Int]) throws {
    guard let last = numbers.last else {
      throw LedgerError(
        path: folder.relativePath,
        problem: "holds no release, but \(schedulePath) was made from one",
        advice: "bring the releases back from version control or a backup; to begin anew, remove "
          + planFolder.relativePath
      )
    }
    guard number > last else { return }
    throw LedgerError(
      path: planFolder.appending(path: Self.path(of: number)).relativePath,
      problem: "release \(number) is missing, but \(schedulePath) was made from it",
      advice: "bring the file back from version control or a backup"
    )
  }

  /// What a file holds.
  ///
  /// A folder that is replaced while a path through it is followed can seem to lack a file; the next
  /// look meets the new folder.
  private static func bytes(of path: String) throws -> [UInt8] {
    do {
      return try FileDescriptor.contents(of: path)
    } catch let error as SystemError where error.code == ENOENT {
      return try FileDescriptor.contents(of: path)
    }
  }
}
