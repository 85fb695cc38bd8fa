internal import Foundation

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
    let numbers = try numbers()
    guard let last = numbers.last else {
      try requireNothingPublished()
      return 0
    }
    if let gap = zip(1..., numbers).first(where: { $0 != $1 }) {
      throw LedgerError(
        path: planFolder.appending(path: Self.path(of: gap.0)).relativePath,
        problem: "release \(gap.0) is missing, but release \(last) is there",
        advice: "bring the file back from version control or a backup"
      )
    }
    try requireNothingNewer(than: last)
    return last
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

  /// Refuses to go on from a release where a newer one was published: what was changed and which identities
  /// were given since would be forgotten.
  ///
  /// A schedule that cannot be read or understood says nothing: it is made anew from the ledger.
  private func requireNothingNewer(than last: Int) throws {
    let path = planFolder.appending(path: ExportedFile.schedulePath).relativePath
    guard let bytes = try? FileDescriptor.contents(of: path),
      let published = try? JSONDecoder().decode(PublishedNumber.self, from: Data(bytes)).release,
      published > last
    else { return }
    throw LedgerError(
      path: planFolder.appending(path: Self.path(of: published)).relativePath,
      problem: "release \(published) is missing, but \(path) was made from it",
      advice: "bring the file back from version control or a backup"
    )
  }

  /// The release that a schedule says it was published in.
  private struct PublishedNumber: Decodable {
    var release: Int?
  }

  /// Refuses to begin anew where something was published: the identities that were given to events
  /// would be given again, to others.
  private func requireNothingPublished() throws {
    let published = planFolder.appending(path: ExportedFile.schedulePath).relativePath
    do {
      guard try FileStatus.of(published) != nil else { return }
    } catch let error as SystemError {
      throw LedgerError(unreadable: error)
    }
    throw LedgerError(
      path: folder.relativePath,
      problem: "holds no release, but \(published) was made from one",
      advice: "bring the releases back from version control or a backup; to begin anew, remove "
        + planFolder.relativePath
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
