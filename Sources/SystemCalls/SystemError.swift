internal import Foundation

/// What a system call failed with.
package struct SystemError: Error, Equatable {
  /// The value of `errno`.
  package var code: Int32
  /// The file or folder that the call was about.
  package var path: String

  /// Names a failure.
  ///
  /// - Parameters:
  ///   - code: The value of `errno`.
  ///   - path: The file or folder that the call was about.
  package init(code: Int32, path: String) {
    self.code = code
    self.path = path
  }

  /// What happened, in the system's words: `No space left on device`.
  package var reason: String { unsafe String(cString: strerror(code)) }

  /// Calls the system until no signal interrupts it.
  ///
  /// - Parameters:
  ///   - path: The file or folder that the call is about.
  ///   - call: The call, which gives a negative number where it fails.
  /// - Returns: What the call gives.
  /// - Throws: ``SystemError`` with what the call left in `errno`.
  @discardableResult
  package static func check<Number: SignedInteger>(
    _ path: String,
    _ call: () -> Number
  ) throws -> Number {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemError(code: errno, path: path) }
    }
  }
}
