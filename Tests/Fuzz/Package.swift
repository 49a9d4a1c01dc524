// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because everything in it is compiled for libFuzzer. Its name is that of the
// program's package, and its modules are links to those of the program.
let fuzzed: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-sanitize=fuzzer"]),
]

let package = Package(
  name: "breakeven",
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CCMarkGFM", pkgConfig: "libcmark-gfm"),
    .systemLibrary(name: "CLibYAML"),
    .target(name: "Diagnostics", swiftSettings: fuzzed),
    .target(name: "Pricing", swiftSettings: fuzzed),
    .target(name: "Messages", dependencies: ["Diagnostics"], swiftSettings: fuzzed),
    .target(name: "Injection", dependencies: ["Diagnostics"], swiftSettings: fuzzed),
    .target(name: "XML", dependencies: ["CLibXML2", "Diagnostics"], swiftSettings: fuzzed),
    .target(
      name: "Templates", dependencies: ["Diagnostics", "Messages", "XML"], swiftSettings: fuzzed),
    .target(
      name: "Content",
      dependencies: ["CCMarkGFM", "CLibYAML", "Diagnostics", "Messages", "Pricing"],
      swiftSettings: fuzzed, linkerSettings: [.linkedLibrary(":libyaml.a")]),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Content", "Diagnostics", "Injection", "Messages", "Pricing", "Templates", "XML",
      ],
      swiftSettings: fuzzed + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]),
  ],
  swiftLanguageModes: [.v6]
)
