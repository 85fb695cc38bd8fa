package import Foundation

/// Where things stand in the checkout that the tests were built from.
package enum Checkout {
  /// The folder that holds Package.swift.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file or folder, named by its path from the root.
  package static func url(_ path: String) -> URL {
    root.appending(path: path)
  }

  /// The folder that holds the programs that were built beside the tests.
  package static let products: URL = {
    #if os(macOS)
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
    return bundle.bundleURL.deletingLastPathComponent()
    #else
    return Bundle.main.bundleURL
    #endif
  }()
}
