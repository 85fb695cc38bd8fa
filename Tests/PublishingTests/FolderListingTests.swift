import Foundation
import SystemCalls
import TestSupport
import Testing

@testable import Publishing

/// The names in a folder that is being replaced.
struct FolderListingTests {
  private func make(_ folder: String, holding names: [String]) throws {
    try Folders.make(folder)
    for name in names { _ = try FileDescriptor(creating: "\(folder)/\(name)") }
  }

  @Test(arguments: [false, true])
  func `a folder that is replaced while it is listed is listed again`(isRemoved: Bool) throws {
    try withTemporaryFolder { site in
      let (folder, other) = ("\(site.path)/folder", "\(site.path)/other")
      try make(folder, holding: ["1", "2"])
      try make(other, holding: ["1", "2", "3"])
      var listings = 0
      let names = try FolderListing.settledNames(in: folder) { path in
        listings += 1
        guard listings == 1 else { return try FolderListing.names(in: path) }
        // The old folder is listed when some of it is removed already, or all.
        try Folders.exchange(other, with: folder)
        try Folders.unlink("\(other)/1")
        if isRemoved { try Folders.removeAll(other) }
        return try FolderListing.names(in: other)
      }
      #expect(names == ["1", "2", "3"])
      #expect(listings == 2)
    }
  }

  @Test
  func `a folder that is not there has no names, and a file is none`() throws {
    try withTemporaryFolder { site in
      #expect(try FolderListing.settledNames(in: "\(site.path)/nowhere").isEmpty)
      try FileDescriptor(creating: "\(site.path)/file").write([1])
      #expect(throws: SystemError(code: ENOTDIR, path: "\(site.path)/file")) {
        try FolderListing.settledNames(in: "\(site.path)/file")
      }
    }
  }
}
