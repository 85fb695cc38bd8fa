// usage: fuzz --entry=NAME [flags of libFuzzer] corpus...
//
// libFuzzer passes over flags that begin with two dashes, and hands them on to the processes that it
// starts itself.
internal import CLibFuzzer
internal import FuzzEntries

/// The entry that a command line names.
func chosenEntry(by arguments: [String]) -> FuzzEntry {
  let flag = "--entry="
  let name = arguments.first { $0.hasPrefix(flag) }?.dropFirst(flag.count)
  guard let entry = name.flatMap({ FuzzEntry(rawValue: String($0)) }) else {
    fatalError("write \(flag) and one of \(FuzzEntry.allCases.map(\.rawValue))")
  }
  return entry
}

/// A C function cannot capture what it needs.
enum Chosen {
  static let entry = chosenEntry(by: CommandLine.arguments)
}

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
_ = unsafe LLVMFuzzerRunDriver(&count, &arguments) { data, size in
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: size))
  let broken = Chosen.entry.brokenLaws(by: bytes)
  guard broken.isEmpty else { fatalError(broken.joined(separator: "\n")) }
  return 0
}
