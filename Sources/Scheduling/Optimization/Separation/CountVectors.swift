/// How many positions each path has: every combination that comes up, with a number of its own.
struct CountVectors {
  /// The number of the combination in which no path has a position.
  static let zero: Int32 = 0

  private let pathCount: Int
  private var counts: ContiguousArray<Int32>
  /// For each combination and path, the combination with one position more; -1 where not yet met.
  private var successors: ContiguousArray<Int32>
  private var numbers: [[Int32]: Int32]

  /// Creates a collection that knows the combination of no positions.
  init(pathCount: Int) {
    self.pathCount = pathCount
    counts = ContiguousArray(repeating: 0, count: pathCount)
    successors = ContiguousArray(repeating: -1, count: pathCount)
    numbers = [[Int32](repeating: 0, count: pathCount): Self.zero]
  }

  /// How many positions a path has.
  func count(of path: Int, in vector: Int32) -> Int { Int(counts[Int(vector) * pathCount + path]) }

  /// The combination with one position of a path more.
  mutating func adding(_ path: Int, to vector: Int32) -> Int32 {
    let base = Int(vector) * pathCount
    if successors[base + path] >= 0 { return successors[base + path] }
    var key = Array(counts[base..<base + pathCount])
    key[path] += 1
    let number: Int32
    if let known = numbers[key] {
      number = known
    } else {
      number = Int32(numbers.count)
      numbers[key] = number
      counts.append(contentsOf: key)
      successors.append(contentsOf: repeatElement(-1, count: pathCount))
    }
    successors[base + path] = number
    return number
  }
}
