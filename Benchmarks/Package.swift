// swift-tools-version: 6.2
import PackageDescription

/// Small programs that time one part of Breakeven in a process of their own; `run.py` starts them.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "breakeven", path: "..")],
  targets: [
    .executableTarget(
      name: "engine", dependencies: [.product(name: "Pricing", package: "breakeven")],
      path: "Sources/Engine", swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "drawing", dependencies: [.product(name: "Drawing", package: "breakeven")],
      path: "Sources/Drawing", swiftSettings: [.treatAllWarnings(as: .error)]),
  ],
  swiftLanguageModes: [.v6]
)
