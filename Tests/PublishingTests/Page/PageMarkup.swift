/// The tags of an HTML page, read strictly: what is not written as our templates write it is a fault.
struct PageMarkup {
  /// A tag with its attributes.
  struct Tag {
    let name: String
    let attributes: [(name: String, value: String)]

    /// The value of an attribute.
    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  /// A character that cannot be where it is.
  struct Fault: Error {
    let behind: String
  }

  let tags: [Tag]

  /// The tags and the names of their attributes: what texts must not have a part in.
  var skeleton: [String] {
    tags.map { ([$0.name] + $0.attributes.map(\.name)).joined(separator: " ") }
  }

  var identifiers: [String] { tags.compactMap { $0["id"] } }

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - html: The page.
  ///   - raw: The texts of its style sheet and its script, in which `<` stands for itself.
  /// - Throws: ``Fault`` where it is not written as templates write it.
  init(_ html: String, without raw: [String]) throws {
    var rest = Substring(raw.reduce(html) { $0.replacing($1, with: "") })
    var tags: [Tag] = []
    while let start = rest.firstIndex(of: "<") {
      let text = rest[..<start]
      guard !text.contains(">") else { throw Fault(behind: String(text.suffix(80))) }
      rest = rest[start...].dropFirst()
      let name = rest.prefix { !" >\n".contains($0) }
      rest = rest.dropFirst(name.count)
      var attributes: [(String, String)] = []
      while rest.first == " " {
        rest = rest.dropFirst()
        let key = rest.prefix { $0.isASCII && ($0.isLetter || $0 == "-" || $0.isNumber) }
        rest = rest.dropFirst(key.count)
        var value: Substring = ""
        if rest.hasPrefix("=\"") {
          value = rest.dropFirst(2).prefix { $0 != "\"" }
          rest = rest.dropFirst(value.count + 3)
        }
        attributes.append((String(key), String(value)))
      }
      // Elements of SVG that hold nothing.
      if rest.first == "/" { rest = rest.dropFirst() }
      guard rest.first == ">" else {
        throw Fault(behind: "<\(name) … \(rest.prefix(80))")
      }
      rest = rest.dropFirst()
      tags.append(Tag(name: String(name), attributes: attributes))
    }
    self.tags = tags
  }
}
