internal import ArgumentParser

/// Serves a folder of exports over HTTP: `lichsong-serve EXPORTS`.
@main
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lichsong-serve",
    abstract: "Serves published calendars over HTTP.",
    discussion: """
      EXAMPLES:
        lichsong-serve exports
        lichsong-serve /srv/calendars --port 8080 --tokens /etc/lichsong/tokens --behind-proxy
        lichsong-serve tokens add so-noi-vu --tokens /etc/lichsong/tokens

      lichsong-serve run --help tells all options of the server.
      """,
    version: "0.1.0",
    subcommands: [RunCommand.self, TokensCommand.self],
    defaultSubcommand: RunCommand.self
  )
}
