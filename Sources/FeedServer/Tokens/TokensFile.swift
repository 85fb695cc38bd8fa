internal import Foundation
internal import Synchronization
internal import SystemCalls

/// The file of tokens, read again when it has changed.
final class TokensFile: Sendable {
  private struct Reading {
    var list: TokenList
    var version: FileVersion?
    var isSettled: Bool
  }

  private let path: String
  private let reading = Mutex<Reading?>(nil)

  /// Names the file, which need not be there.
  init(path: String) {
    self.path = path
  }

  /// The tokens that are good now.
  ///
  /// - Returns: None where there is no such file; `nil` where it cannot be read.
  func current() -> TokenList? {
    reading.withLock { reading in
      let version = FileStatus.following(path)?.version
      if let reading, reading.isSettled, reading.version == version { return reading.list }
      let start = SystemClock.nanoseconds
      do {
        let bytes = try FileDescriptor.contents(of: path)
        let list = TokenList(String(decoding: bytes, as: UTF8.self))
        let isSettled = version?.isSettled(at: start) ?? false
        reading = Reading(list: list, version: version, isSettled: isSettled)
        return list
      } catch let error as SystemError where error.code == ENOENT {
        reading = nil
        return TokenList("")
      } catch {
        return nil
      }
    }
  }
}
