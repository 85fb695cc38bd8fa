import Foundation
import FuzzEntries
import TestSupport
import Testing

/// What the fuzzer found worth keeping goes through the same entries in every run of the tests.
@Suite struct CorpusTests {
  @Test(arguments: FuzzEntry.allCases)
  func corpusBreaksNoLaw(entry: FuzzEntry) throws {
    let folder = Checkout.url("Tests/Fuzzing/Corpus/\(entry.rawValue)")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil
    )
    #expect(files.count > 1)
    for file in files {
      let bytes = Array(try Data(contentsOf: file))
      let broken = entry.brokenLaws(by: bytes)
      #expect(broken.isEmpty, "\(file.lastPathComponent)")
    }
  }
}
