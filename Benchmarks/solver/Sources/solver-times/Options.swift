/// What is measured, and how often.
struct Options {
  /// Why the program cannot begin.
  struct Mistake: Error, CustomStringConvertible {
    var description: String
  }

  /// The plan files.
  var plans: [String] = []
  /// How often each is solved, at the most.
  var runs = 9
  /// Seconds after which the best schedule found so far will do.
  var timeLimit = 60.0

  /// Reads the arguments of the command line.
  init(_ arguments: some Sequence<String>) throws(Mistake) {
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--runs":
        guard let runs = rest.popFirst().flatMap(Int.init), runs > 0 else {
          throw Mistake(description: "--runs needs a number from 1 on")
        }
        self.runs = runs
      case "--time-limit":
        guard let seconds = rest.popFirst().flatMap(Double.init), seconds > 0 else {
          throw Mistake(description: "--time-limit needs a number of seconds above 0")
        }
        timeLimit = seconds
      default:
        guard !argument.hasPrefix("-") else {
          throw Mistake(description: "unknown option \(argument)")
        }
        plans.append(argument)
      }
    }
    guard !plans.isEmpty else {
      throw Mistake(
        description: "usage: solver-times [--runs N] [--time-limit SECONDS] PLAN..."
      )
    }
  }
}
