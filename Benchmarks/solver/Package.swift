// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "SolverBenchmark",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "LichSong", path: "../..")],
  targets: [
    .executableTarget(
      name: "solver-times",
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
