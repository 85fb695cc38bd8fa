package import NIOCore

/// What a connection may take.
package struct ConnectionLimits: Sendable {
  /// The most bytes of a request line.
  package var requestLine = 8 << 10
  /// The most bytes of a head, with its request line.
  package var head = 16 << 10
  /// The most fields of a head.
  package var fields = 100
  /// From the first byte of a head to its end.
  package var headTime = TimeAmount.seconds(10)
  /// How long a connection may be silent between requests.
  package var idleTime = TimeAmount.seconds(60)
  /// How long a client may take nothing of an answer.
  package var stallTime = TimeAmount.seconds(30)
  /// How long a client may go on sending when all is said.
  package var lingerTime = TimeAmount.seconds(2)
  /// How long answers may take to be sent when the server stops.
  package var stopTime = TimeAmount.seconds(8)
  /// The most requests that wait behind another one.
  package var waiting = 64

  /// The limits of the server.
  package init() {}
}
