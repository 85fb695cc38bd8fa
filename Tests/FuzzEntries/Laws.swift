/// Notes which laws were broken.
package struct Laws {
  /// What was broken, in words.
  package private(set) var broken: [String] = []

  /// Creates a list of laws, none of which is broken.
  package init() {}

  /// Holds that something is true.
  ///
  /// - Parameters:
  ///   - isKept: Whether it is.
  ///   - law: What should hold, and what was found.
  mutating func hold(_ isKept: Bool, _ law: @autoclosure () -> String) {
    if !isKept { broken.append(law()) }
  }
}
