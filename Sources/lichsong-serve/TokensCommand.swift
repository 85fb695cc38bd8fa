internal import ArgumentParser
internal import FeedServer
internal import Foundation

/// Private addresses: `lichsong-serve tokens`.
struct TokensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens",
    abstract: "Makes, lists and revokes private addresses of production calendars.",
    subcommands: [Add.self, List.self, Revoke.self]
  )

  struct File: ParsableArguments {
    @Option(name: .customLong("tokens"), help: ArgumentHelp("The file.", valueName: "file"))
    var path: String
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes an address for an owner, and prints it this once."
    )

    @Argument(help: "The owner, as the file in production/ is named.")
    var owner: String

    @OptionGroup
    var file: File

    func validate() throws {
      guard TokenList.isOwner(owner) else {
        throw ValidationError(
          "an owner is named as its file in production/: small letters, digits and hyphens"
        )
      }
    }

    func run() throws {
      let token = AccessToken()
      let day = Date.now.formatted(.iso8601.year().month().day())
      let line = TokenList.Line(token, owner: owner, day: day)
      try TokensEditor.add(line, to: file.path)
      print("/private/\(token.text)/<plan>.ics")
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the tokens: what each is called, its owner and its day."
    )

    @OptionGroup
    var file: File

    func run() throws {
      let list = try TokensEditor.list(file.path)
      for line in list.lines { print("\(line.id)  \(line.day)  \(line.owner)") }
      guard list.malformed.isEmpty else {
        let numbers = list.malformed.map(String.init).joined(separator: ", ")
        throw TokensEditor.Failure(
          description: "\(file.path): malformed and left out: line \(numbers); "
            + "a line is <id> <owner> <SHA-256 of the token> <day>"
        )
      }
    }
  }

  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Revokes a token: its address leads nowhere from the next request."
    )

    @Argument(help: "What the token is called; see lichsong-serve tokens list.")
    var id: String

    @OptionGroup
    var file: File

    func run() throws {
      guard try TokensEditor.revoke(id, in: file.path) else {
        throw TokensEditor.Failure(
          description: "\(file.path) has no token \(id); see lichsong-serve tokens list"
        )
      }
    }
  }
}
