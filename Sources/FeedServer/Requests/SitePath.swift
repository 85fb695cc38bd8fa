/// The path of an address: names of folders, and perhaps of a file, below the root of the site.
struct SitePath: Hashable, Sendable {
  /// Why a path leads nowhere.
  enum Refusal: Error {
    /// It is no path: broken percent-encoding, or bytes that are not UTF-8.
    case malformed
    /// Whatever is there, nobody is to see it.
    case hidden
  }

  /// The names with slashes between them.
  let text: String
  /// Whether the path names a folder: it ends with a slash.
  let isFolder: Bool

  /// The names, the outermost first.
  var names: [String] { text.split(separator: "/").map(String.init) }

  /// Reads the target of a request.
  ///
  /// What is decoded is never decoded again, and compared after it was decoded.
  ///
  /// - Parameter target: A path with or without a query (RFC 9112, 3.2.1), or an absolute address.
  /// - Throws: ``Refusal``.
  init(target: String) throws(Refusal) {
    guard let text = PercentEncoding.decoded(RequestTarget.path(of: target)) else {
      throw .malformed
    }
    guard text.utf8.first == UInt8(ascii: "/") else { throw .malformed }
    var rest = Substring(text).utf8.dropFirst()
    isFolder = rest.isEmpty || rest.last == UInt8(ascii: "/")
    if !rest.isEmpty, isFolder { rest.removeLast() }
    self.text = String(Substring(rest))
    guard !(rest.isEmpty && text.utf8.count == 2) else { throw .hidden }
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "/"))
      if Self.isHidden(Substring(rest[..<(end ?? rest.endIndex)])) { throw .hidden }
      guard let end else { break }
      rest = rest[end...].dropFirst()
      // A slash at the end was taken away: here nothing stands between two.
      if rest.isEmpty { throw .hidden }
    }
  }

  /// Names a file.
  init(file names: [String]) {
    text = names.joined(separator: "/")
    isFolder = false
  }

  private init(file text: String) {
    self.text = text
    isFolder = false
  }

  /// The file that a folder is shown by.
  var index: SitePath { SitePath(file: text.isEmpty ? "index.html" : "\(text)/index.html") }

  private static func isHidden(_ name: Substring) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: ".") else { return true }
    guard first < 0x80, first & 0xDF == UInt8(ascii: "R") || first & 0xDF == UInt8(ascii: "P")
    else { return false }
    // File systems that know no case fold more than ASCII: the long s is an S to them.
    return ["RELEASES", "PRODUCTION"].contains(name.uppercased())
  }
}
