import Foundation
import TestSupport
import Testing

@testable import FeedServer

/// Private addresses.
struct TokenTests {
  @Test func `a token is known by its digest until it is revoked`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder.path)/tokens"
      let tokens = (0..<5).map { _ in AccessToken() }
      let lines = tokens.enumerated().map { index, token in
        TokenList.Line(token, owner: "owner-\(index)", day: "2024-03-06")
      }
      for line in lines { try TokensEditor.add(line, to: path) }
      let file = TokensFile(path: path)
      for (index, token) in tokens.enumerated() {
        #expect(file.current()?.owner(of: token.text) == "owner-\(index)")
      }
      let text = try String(contentsOfFile: path, encoding: .utf8)
      for token in tokens { #expect(!text.contains(token.text)) }
      #expect(try TokensEditor.revoke(lines[2].id, in: path))
      #expect(try !TokensEditor.revoke(lines[2].id, in: path))
      #expect(file.current()?.owner(of: tokens[2].text) == nil)
      #expect(file.current()?.owner(of: tokens[3].text) == "owner-3")
      #expect(try TokensEditor.list(path).lines == lines.filter { $0 != lines[2] })
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func `without a file nothing is private`() throws {
    try withTemporaryFolder { folder in
      let list = try #require(TokensFile(path: "\(folder.path)/tokens").current())
      #expect(list.lines.isEmpty)
      #expect(list.owner(of: "") == nil)
    }
  }

  @Test func `a file that cannot be read is not taken for an empty one`() throws {
    try withTemporaryFolder { folder in
      #expect(TokensFile(path: folder.path).current() == nil)
    }
  }

  @Test func `lines that are malformed are left out and named`() {
    let good = TokenList.Line(AccessToken(), owner: "a", day: "2024-03-06").text
    let list = TokenList("# ours\n\n\(good)\na b c d\n\(good.uppercased())\n \n../x\n\(good) e\n")
    #expect(list.lines.map(\.text) == [good])
    #expect(list.malformed == [4, 5, 7, 8])
  }

  @Test(arguments: ["", "-a", "A", "a/b", "..", "a.b", "sở", "a b"])
  func `a name that is no owner's`(name: String) {
    #expect(!TokenList.isOwner(name))
  }

  @Test func `tokens are 32 bytes and never the same`() {
    let tokens = Set((0..<100).map { _ in AccessToken().text })
    #expect(tokens.count == 100)
    for token in tokens {
      #expect(token.utf8.count == 43)
      #expect(
        token.utf8.allSatisfy { PercentEncoding.encoded(String(UnicodeScalar($0))).utf8.count == 1 }
      )
    }
  }
}
