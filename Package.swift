// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

// pkg-config would also link libicalss and libicalvcal, which are not used; on Linux the headers
// are where the compiler looks anyway, with Homebrew they are not.
#if os(macOS)
let (libicalPkgConfig, libqrencodePkgConfig): (String?, String?) = ("libical", "libqrencode")
#else
let (libicalPkgConfig, libqrencodePkgConfig): (String?, String?) = (nil, nil)
#endif

let package = Package(
  name: "LichSong",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "lichsong", targets: ["lichsong"]),
    .executable(name: "lichsong-serve", targets: ["lichsong-serve"]),
    .library(name: "LichSong", targets: ["CivilTime", "ICalendar", "PlanFiles", "Scheduling"]),
    .library(name: "FuzzEntries", targets: ["FuzzEntries"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibical",
      pkgConfig: libicalPkgConfig,
      providers: [.apt(["libical-dev"]), .brew(["libical"])]
    ),
    .systemLibrary(
      name: "CQREncode",
      pkgConfig: libqrencodePkgConfig,
      providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]
    ),
    .target(name: "CivilTime", swiftSettings: settings),
    .target(name: "ICalendar", dependencies: ["CivilTime", "CLibical"], swiftSettings: settings),
    .target(name: "Scheduling", dependencies: ["CivilTime"], swiftSettings: settings),
    .target(
      name: "PlanFiles",
      dependencies: [
        "CivilTime", "ICalendar", "Scheduling", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings
    ),
    .target(name: "SystemCalls", swiftSettings: settings),
    .target(
      name: "Publishing",
      dependencies: [
        "CQREncode", "CivilTime", "ICalendar", "Scheduling", "SystemCalls",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Page/Templates")],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "lichsong",
      dependencies: [
        "CivilTime", "ICalendar", "PlanFiles", "Publishing", "Scheduling",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    .target(
      name: "FeedServer",
      dependencies: [
        "CivilTime", "SystemCalls",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "lichsong-serve",
      dependencies: [
        "FeedServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      swiftSettings: settings
    ),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "FuzzEntries",
      dependencies: ["CivilTime", "ICalendar", "PlanFiles"],
      path: "Tests/FuzzEntries",
      swiftSettings: settings
    ),
    .testTarget(
      name: "CivilTimeTests",
      dependencies: ["CivilTime", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ICalendarTests",
      dependencies: ["CivilTime", "FuzzEntries", "ICalendar", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FuzzingTests",
      dependencies: ["FuzzEntries", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "SchedulingTests",
      dependencies: ["CivilTime", "Scheduling", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PlanFilesTests",
      dependencies: [
        "CivilTime", "FuzzEntries", "ICalendar", "PlanFiles", "Scheduling", "TestSupport",
      ],
      exclude: ["Fixtures", "Snapshots"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "CivilTime", "ICalendar", "PlanFiles", "Publishing", "Scheduling", "SystemCalls",
        "TestSupport", .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Faults/faults.c", "Faults/full-disk.sh", "Snapshots"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FeedServerTests",
      dependencies: [
        "FeedServer", "SystemCalls", "TestSupport",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "lichsongTests",
      dependencies: ["CivilTime", "lichsong", "Publishing", "Scheduling", "TestSupport"],
      exclude: ["Fixtures", "Snapshots"],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
