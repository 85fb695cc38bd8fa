internal import Dispatch
internal import Foundation
internal import Synchronization

/// An output that nobody waits for: lines are gathered, and written each second or when there are many.
///
/// Where the reader does not keep up, lines are left out, and it is said how many.
package final class BufferedOutput: Sendable {
  private struct State {
    var bytes: [UInt8] = []
    var lost = 0
    var isWriting = false
  }

  private static let enough = 1 << 16
  private static let most = 1 << 22

  private let descriptor: Int32
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "log")

  /// Writes to an open file; it begins with ``start()``.
  ///
  /// - Parameter descriptor: The number of the file, such as `STDOUT_FILENO`.
  package init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Begins to write what was gathered each second, as long as the output is there.
  package func start() {
    queue.asyncAfter(deadline: .now() + 1) { [weak self] in
      guard let self else { return }
      drain()
      start()
    }
  }

  /// Adds a line.
  ///
  /// - Parameter line: The line, without its end.
  package func add(_ line: String) {
    let isEnough = state.withLock { state in
      guard state.bytes.count < Self.most else {
        state.lost += 1
        return false
      }
      state.bytes.append(contentsOf: line.utf8)
      state.bytes.append(UInt8(ascii: "\n"))
      guard state.bytes.count >= Self.enough, !state.isWriting else { return false }
      state.isWriting = true
      return true
    }
    if isEnough { queue.async { self.drain() } }
  }

  /// Writes what was gathered, and waits for it, but not for ever: perhaps nobody reads it.
  ///
  /// - Parameter patience: How long to wait, in seconds.
  package func flush(waiting patience: Double = 1) {
    let done = DispatchSemaphore(value: 0)
    queue.async {
      self.drain()
      done.signal()
    }
    _ = done.wait(timeout: .now() + patience)
  }

  private func drain() {
    let bytes = state.withLock { state in
      var bytes = state.bytes
      if state.lost > 0 {
        bytes += Array("\(state.lost) lines were lost: nobody read them in time\n".utf8)
      }
      state = State()
      return bytes
    }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        return unsafe write(descriptor, rest.baseAddress, rest.count)
      }
      if count > 0 { written += count } else if errno != EINTR { return }
    }
  }
}
