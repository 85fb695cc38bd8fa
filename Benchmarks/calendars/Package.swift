// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "CalendarBenchmark",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "LichSong", path: "../..")],
  targets: [
    .executableTarget(
      name: "calendar-times",
      dependencies: [.product(name: "LichSong", package: "LichSong")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
      ]
    )
  ],
  swiftLanguageModes: [.v6]
)
