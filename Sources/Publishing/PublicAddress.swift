/// The address under which `exports/` is published, such as `https://lich.example.vn/`.
package struct PublicAddress: Sendable, Hashable {
  /// The address, which ends in a slash.
  private let base: String

  /// Takes an address from its text.
  ///
  /// The result is `nil` for anything but the address of a folder: `http` or `https`, a host, perhaps a
  /// path, all in ASCII (RFC 3986), without a question mark, a number sign and a user.
  ///
  /// - Parameter text: The address, with a slash at its end or without.
  package init?(_ text: String) {
    guard let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) })
    else { return nil }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    guard !host.isEmpty, !host.hasPrefix(":"), !host.contains("@"),
      rest.utf8.allSatisfy({ 0x21...0x7E ~= $0 }),
      !rest.contains(where: { #"?#"<>\^`{|}"#.contains($0) })
    else { return nil }
    base =
      scheme + host.lowercased() + rest.dropFirst(host.count) + (text.hasSuffix("/") ? "" : "/")
  }

  /// The page of a plan.
  func page(ofPlan plan: String) -> String { "\(base)\(plan)/" }

  /// The place of an event on the page of its plan.
  ///
  /// Further airings and deadlines are told there with their issue.
  func page(of event: PublishedEvent, plan: String) -> String {
    let place =
      event.isOfIssue ? "\(event.series).\(event.number)" : UID.local(event.uid, plan: plan)
    return page(ofPlan: plan) + "#" + place
  }

  /// A file of a plan.
  func file(_ path: String, ofPlan plan: String) -> String { page(ofPlan: plan) + path }
}

extension PublicAddress: CustomStringConvertible {
  /// The address, with a slash at its end.
  package var description: String { base }
}

extension PublicAddress: Codable {
  /// Reads the address from its text.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let address = PublicAddress(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "\(text) is no address"
      )
    }
    self = address
  }

  /// Writes the address as its text.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(base)
  }
}
