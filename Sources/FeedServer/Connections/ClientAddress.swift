internal import NIOCore

/// Who asks.
enum ClientAddress {
  /// The address of the client.
  ///
  /// - Parameters:
  ///   - peer: The other end of the connection.
  ///   - forwardedFor: What a proxy that is trusted says; the last address is the one that the proxy saw itself.
  /// - Returns: The address in digits; `-` where there is none.
  static func text(peer: SocketAddress?, forwardedFor: String?) -> String {
    if let last = forwardedFor?.split(separator: ",").last {
      let text = last.drop { $0 == " " }.prefix { $0 != " " }
      if let address = try? SocketAddress(ipAddress: String(text), port: 0).ipAddress {
        return address
      }
    }
    return peer?.ipAddress ?? "-"
  }
}
