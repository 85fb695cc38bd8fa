internal import Foundation
internal import ICalendar

/// A file that a command line names, or standard input.
struct InputFile {
  /// How messages name the file.
  let name: String
  /// What it holds; one byte more than is read at the most, where it is too large.
  let bytes: [UInt8]

  /// Reads a file.
  ///
  /// - Parameter path: Its path; `-` for standard input.
  /// - Throws: ``Failure`` where it is not there, or cannot be read.
  init(at path: String) throws(Failure) {
    let name = path == "-" ? "standard input" : path
    self.name = name
    let most = ParsingLimits.default.bytes + 1
    let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
    guard let handle, let data = try? handle.read(upToCount: most) ?? Data() else {
      throw Failure(
        message:
          "\(TerminalText.printable(name)): error: there is no such file, or it cannot be read",
        status: Failure.noInput
      )
    }
    bytes = Array(data)
  }
}
