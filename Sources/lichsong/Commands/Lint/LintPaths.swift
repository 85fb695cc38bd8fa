internal import ArgumentParser
internal import Foundation

/// The files that the arguments of `lint` name.
struct LintPaths {
  /// The paths of files, and `-`, in the order of the arguments; those of a folder by name.
  private(set) var found: [String] = []
  /// Folders without any calendar.
  private(set) var missing: [Failure] = []

  /// Finds the files.
  ///
  /// - Parameter arguments: Paths of files and folders, addresses of files, or `-`.
  /// - Throws: `ValidationError` where an argument is the address of something that is no file.
  init(_ arguments: [String]) throws {
    for argument in arguments {
      let path = try Self.path(argument)
      let values = try? URL(filePath: path).resourceValues(forKeys: [.isDirectoryKey])
      guard path != "-", values?.isDirectory == true else {
        found.append(path)
        continue
      }
      let calendars = Self.calendars(in: path)
      if calendars.isEmpty {
        missing.append(
          Failure(
            message: "\(TerminalText.printable(path)): error: no file there ends in .ics",
            status: Failure.noInput
          )
        )
      }
      found += calendars
    }
  }

  private static func path(_ argument: String) throws -> String {
    guard let colon = argument.firstRange(of: "://") else {
      guard !argument.lowercased().hasPrefix("webcal:") else { throw refusal(of: argument) }
      return argument
    }
    switch argument[..<colon.lowerBound].lowercased() {
    case "file":
      guard let url = URL(string: argument), ["", "localhost"].contains(url.host() ?? "") else {
        throw ValidationError(
          "\(TerminalText.printable(argument)) is no address of a file of this machine."
        )
      }
      return url.path(percentEncoded: false)
    case "http", "https", "webcal", "webcals": throw refusal(of: argument)
    default: return argument
    }
  }

  private static func refusal(of address: String) -> ValidationError {
    let place = address.firstRange(of: ":").map { address[$0.upperBound...] } ?? ""
    let source = address.lowercased().hasPrefix("http:") ? address : "https:\(place)"
    return ValidationError(
      TerminalText.printable(
        "lint reads files, not the network: download the feed first, such as with "
          + "curl -o feed.ics '\(source)'"
      )
    )
  }

  /// The calendars below a folder, without those in hidden folders.
  private static func calendars(in folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return names.filter { name in
      name.lowercased().hasSuffix(".ics")
        && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    .sorted().map { prefix + $0 }
  }
}
