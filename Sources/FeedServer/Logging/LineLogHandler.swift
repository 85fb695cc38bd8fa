package import Logging

/// Writes each message as a line of its own, and nothing else: the log of requests.
package struct LineLogHandler: LogHandler {
  /// What is added to messages; none of it is written.
  package var metadata: Logger.Metadata = [:]
  /// The least level that is written.
  package var logLevel = Logger.Level.info
  private let output: BufferedOutput

  /// Writes to an output.
  ///
  /// - Parameter output: The output.
  package init(_ output: BufferedOutput) {
    self.output = output
  }

  /// What is added to messages under a key.
  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes a message.
  ///
  /// - Parameter event: The message.
  package func log(event: LogEvent) {
    output.add(event.message.description)
  }
}
