/// What a request line asks for.
enum RequestTarget {
  /// The path of a target, still encoded and without its query.
  ///
  /// - Parameter target: A path with or without a query, or an absolute `http` address, as a proxy gets it.
  /// - Returns: The path; where there is none, the target.
  static func path(of target: String) -> Substring {
    var path = target[...]
    if target.utf8.first != UInt8(ascii: "/") {
      for scheme in ["http://", "https://"]
      where target.prefix(scheme.count).lowercased() == scheme {
        let authority = target.dropFirst(scheme.count)
        guard let slash = authority.firstIndex(where: { "/?#".contains($0) }) else { return "/" }
        path = authority[slash...]
        if path.utf8.first != UInt8(ascii: "/") { return "/" }
      }
    }
    let end = path.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    return end.map { path[..<$0] } ?? path
  }
}
