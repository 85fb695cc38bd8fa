/// The path of an address: names of folders, and perhaps of a file, below the root of the site.
struct SitePath: Hashable, Sendable {
  /// Why a path leads nowhere.
  enum Refusal: Error {
    /// It is no path: broken percent-encoding, or bytes that are not UTF-8.
    case malformed
    /// Whatever is there, nobody is to see it.
    case hidden
  }

  /// The names, the outermost first.
  let names: [String]
  /// Whether the path names a folder: it ends with a slash.
  let isFolder: Bool

  /// The names with slashes between them.
  var text: String { names.joined(separator: "/") }

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
    var names: [String] = []
    var rest = text.utf8.dropFirst()[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "/")) {
      names.append(String(Substring(rest[..<end])))
      rest = rest[end...].dropFirst()
    }
    isFolder = rest.isEmpty
    if !isFolder { names.append(String(Substring(rest))) }
    for name in names where Self.isHidden(name) { throw .hidden }
    self.names = names
  }

  /// Names a file.
  init(file names: [String]) {
    self.names = names
    isFolder = false
  }

  /// The file that a folder is shown by.
  var index: SitePath { SitePath(file: names + ["index.html"]) }

  private static func isHidden(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: ".") else { return true }
    guard first < 0x80, first & 0xDF == UInt8(ascii: "R") || first & 0xDF == UInt8(ascii: "P")
    else { return false }
    // File systems that know no case fold more than ASCII: the long s is an S to them.
    return ["RELEASES", "PRODUCTION"].contains(name.uppercased())
  }
}
