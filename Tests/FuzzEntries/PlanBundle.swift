/// The files of a plan in one text, as fuzzers want it.
///
/// What stands before the first line of the form `#### name` is `plan.yaml`; each such line begins
/// another file. To YAML the line is a comment.
package enum PlanBundle {
  private static let mark = Array("\n#### ".utf8)

  /// The files by name.
  package static func files(in bytes: [UInt8]) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var name = "plan.yaml"
    var rest = bytes[...]
    while let next = rest.firstRange(of: mark) {
      files[name] = Array(rest[..<next.lowerBound]) + [UInt8(ascii: "\n")]
      rest = rest[next.upperBound...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      name = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[end...].dropFirst()
    }
    files[name] = Array(rest)
    return files
  }
}
