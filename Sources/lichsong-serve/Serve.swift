internal import ArgumentParser

/// Serves a folder of exports over HTTP: `lichsong-serve EXPORTS`.
@main
struct Serve: ParsableCommand {
  func run() throws {}
}
