internal import ArgumentParser

/// How a decision is tried and recorded.
struct DecisionOptions: ParsableArguments {
  @OptionGroup
  var release: ReleaseOptions

  @Flag(
    name: [.customLong("dry-run")],
    help: "Show what would be recorded and what it costs; write nothing."
  )
  var isDryRun = false

  @Flag(help: "Record it even where the plan cannot be met with it.")
  var force = false
}
