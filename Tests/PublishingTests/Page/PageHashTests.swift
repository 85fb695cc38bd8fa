import Crypto
import Foundation
import Testing

@testable import Publishing

/// The hashes by which the policy of a page knows its style sheet and its script.
struct PageHashTests {
  @Test
  func `are those of the files`() {
    for (name, text, hash) in [
      ("styleSheetHash", PageTemplates.styleSheet, PageTemplates.styleSheetHash),
      ("scriptHash", PageTemplates.script, PageTemplates.scriptHash),
    ] {
      let computed = Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
      #expect(computed == hash, "write \(name) = \"\(computed)\" in PageTemplates.swift")
    }
  }

  @Test
  func `nothing in the files can end the element that they stand in`() {
    #expect(!PageTemplates.styleSheet.contains("</") && !PageTemplates.script.contains("</"))
    #expect(!PageTemplates.styleSheet.contains("{{") && !PageTemplates.script.contains("{{"))
  }
}
