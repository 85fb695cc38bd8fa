internal import NIOCore
internal import Synchronization
internal import SystemCalls

/// Files that were read, as long as they are the same.
final class FileCache: Sendable {
  /// A file with the version that was read.
  final class Entry: Sendable {
    /// The file.
    let file: PublishedFile
    /// The version that was read.
    let version: FileVersion
    /// Whether every later change shows in the version.
    let isSettled: Bool
    /// Where the file is: ``SiteFolder/places(of:)``.
    let places: [String]

    /// Remembers a file.
    init(file: PublishedFile, version: FileVersion, isSettled: Bool, places: [String]) {
      self.file = file
      self.version = version
      self.isSettled = isSettled
      self.places = places
    }

    /// About what the entry takes, in bytes.
    fileprivate var cost: Int { file.whole.body.readableBytes + 4096 }
  }

  private struct State {
    var entries: [String: (entry: Entry, lastUse: Int)] = [:]
    var cost = 0
    var clock = 0
  }

  private let state = Mutex(State())
  private let mostBytes: Int

  /// Makes an empty cache.
  ///
  /// - Parameter mostBytes: About the most that it takes.
  init(mostBytes: Int = 128 << 20) {
    self.mostBytes = mostBytes
  }

  /// What was remembered at a path.
  func entry(at path: String) -> Entry? {
    state.withLock { state in
      guard let index = state.entries.index(forKey: path) else { return nil }
      state.clock += 1
      state.entries.values[index].lastUse = state.clock
      return state.entries.values[index].entry
    }
  }

  /// Remembers a file in the place of the one that was remembered at its path, and forgets those that were
  /// not asked for the longest where there are too many.
  ///
  /// - Complexity: O(1), and O(*n*) for each file that is forgotten.
  func remember(_ entry: Entry, at path: String) {
    state.withLock { state in
      state.clock += 1
      let old = state.entries.updateValue((entry, state.clock), forKey: path)
      state.cost += entry.cost - (old?.entry.cost ?? 0)
      while state.cost > mostBytes,
        let oldest = state.entries.min(by: { $0.value.lastUse < $1.value.lastUse })
      {
        state.entries[oldest.key] = nil
        state.cost -= oldest.value.entry.cost
      }
    }
  }
}
