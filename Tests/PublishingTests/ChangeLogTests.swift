import Foundation
import FoundationXML
import Publishing
import Scheduling
import TestSupport
import Testing

/// The list of changes for readers: `CHANGES.md` and `changes.atom`.
struct ChangeLogTests {
  /// Three releases, of which the second moves an issue and the third renames a theme to something that
  /// would break out of any markup.
  private static func files() throws -> [String: String] {
    let first = try Release(of: .sample, message: "Lịch <đầu> & “mới”\u{7}")
    var plan = Plan.sample
    plan.series[1].perMonth = CountLimit(min: 0, max: 1)
    plan.series[1].aim = 1
    plan.series[1].slotRules[0].candidates.removeFirst()
    let second = try Release(of: plan, after: first, at: "2024-04-20")
    plan.themes[0].title = "]]>*Luật* <b>& `mã`</b>"
    let third = try Release(of: plan, after: second, at: "2024-04-21", message: "Đổi tên")
    return Dictionary(
      uniqueKeysWithValues: try ExportedFile.files(of: third, after: [first, second])
        .map { ($0.path, $0.text) }
    )
  }

  @Test(arguments: ["CHANGES.md", "changes.atom"])
  func `the newest change comes first, in the words of readers`(path: String) throws {
    let text = try #require(try Self.files()[path])
    let snapshot = Snapshot("Tests/PublishingTests/Snapshots/vi/\(path)")
    #expect(snapshot.differs(from: text) == nil)
  }

  @Test
  func `the Atom feed is well-formed and its identifiers are for ever`() throws {
    let text = try #require(try Self.files()["changes.atom"])
    let elements = AtomElements()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = elements
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    let ids = elements.texts["id"] ?? []
    #expect(ids.count == 4)
    #expect(Set(ids).count == 4)
    let form = /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
    #expect(try ids.allSatisfy { try form.wholeMatch(in: $0) != nil })
    // What subscribers have seen under an identifier stays under it.
    #expect(ids[0] == "urn:uuid:85062db3-bf1a-841f-94cd-8fafa715e347")
    #expect(elements.texts["title"]?.last == "Lịch <đầu> & “mới”")
    #expect(elements.texts["updated"]?.first == "2024-04-21T00:00:00Z")
  }
}

/// The texts of the elements of an Atom feed.
private final class AtomElements: NSObject, XMLParserDelegate {
  var texts: [String: [String]] = [:]
  private var text = ""

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    texts[name, default: []].append(text)
  }
}
