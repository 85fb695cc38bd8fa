// swift-tools-version: 6.2
import PackageDescription

// The sanitizers and the library of the fuzzer are flags of the Makefile: a package that is built as
// a dependency may have none that are unsafe.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "LichSong", path: "../..")],
  targets: [
    .target(name: "CLibFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: ["CLibFuzzer", .product(name: "FuzzEntries", package: "LichSong")],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "read-calendars",
      dependencies: [.product(name: "LichSong", package: "LichSong")],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
