// swift-tools-version: 6.2
import PackageDescription

/// One strictness for every target: a warning stops the build, and touching an
/// unsafe pointer has to be spelled `unsafe`, so `grep -rn unsafe Sources` is the audit.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "breakeven",
  products: [
    .executable(name: "breakeven", targets: ["breakeven"]),
    .library(name: "Pricing", targets: ["Pricing"]),
    .library(name: "Drawing", targets: ["Charts", "Reports", "Templates", "XML"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // C at the edge: the system's libraries, each seen by one target only.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CLibYAML", providers: [.apt(["libyaml-dev"])]),

    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CLinux"),

    // Leaves: nothing of ours below them.
    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "Pricing", swiftSettings: strict),
    .target(name: "Charts", dependencies: ["Messages"], swiftSettings: strict),

    // What a site says, in the language it says it in.
    .target(name: "Messages", dependencies: ["Diagnostics"], swiftSettings: strict),

    // Documents: the only code with libxml2's pointers, then the template language over it.
    .target(name: "XML", dependencies: ["CLibXML2", "Diagnostics"], swiftSettings: strict),
    .target(
      name: "Templates", dependencies: ["Diagnostics", "Messages", "XML"], swiftSettings: strict),

    // Numbers, amounts, units and sentences.
    .target(name: "Wording", dependencies: ["Messages", "Pricing"], swiftSettings: strict),

    // What became of prices between two states of a site, and how that is said.
    .target(
      name: "Changes", dependencies: ["Diagnostics", "Encoders", "Messages", "Pricing", "Wording"],
      swiftSettings: strict),

    // What authors write, as values of the domain with their places.
    .target(
      name: "Content",
      dependencies: [
        "CCMarkGFM", "CLibYAML", "Diagnostics", "Messages", "Pricing",
      ],
      swiftSettings: strict,
      // Inside the program, which is to need as little as can be where it is unpacked.
      linkerSettings: [.linkedLibrary(":libyaml.a")]),

    // Bytes: tables in every format; files that are checked, counted, and swapped in as one.
    .target(
      name: "Encoders", dependencies: ["Diagnostics", "Messages", "Pricing"],
      swiftSettings: strict),
    .target(
      name: "Publishing",
      dependencies: ["CLinux", "CNettle", "Content", "Diagnostics", "Templates", "XML"],
      swiftSettings: strict,
      // Inside the program: a library more to load would take longer than the hashes.
      linkerSettings: [.linkedLibrary(":libnettle.a")]),

    // Text in, text out: blocks in other people's documents, and what changes in them.
    .target(name: "Injection", dependencies: ["Diagnostics"], swiftSettings: strict),

    // What a site says, a folder for each subject: values that are made once, and their files.
    .target(
      name: "Reports",
      dependencies: [
        "Changes", "Charts", "Content", "Diagnostics", "Encoders", "Messages", "Pricing",
        "Publishing", "Templates", "Wording", "XML",
      ],
      swiftSettings: strict),

    // From the folder of a site to its output.
    .target(
      name: "Site",
      dependencies: [
        "Changes", "Charts", "Content", "Diagnostics", "Messages", "Pricing", "Publishing",
        "Reports", "Templates", "XML",
      ],
      swiftSettings: strict),

    // A site while it is written: built at every change, and shown in a browser.
    .target(
      name: "Serving",
      dependencies: [
        "Diagnostics", "Publishing", .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "breakeven",
      dependencies: [
        "Changes", "Content", "Diagnostics", "Injection", "Pricing", "Publishing", "Reports",
        "Serving", "Site", "Wording",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport",
      dependencies: [.product(name: "Subprocess", package: "swift-subprocess")],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "MessagesTests", dependencies: ["Diagnostics", "Messages", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PricingTests", dependencies: ["Pricing", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "XMLTests", dependencies: ["Diagnostics", "TestSupport", "XML"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "TemplatesTests", dependencies: ["Diagnostics", "Templates", "TestSupport", "XML"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "ChartsTests", dependencies: ["Charts", "Reports", "Templates", "TestSupport", "XML"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "ContentTests", dependencies: ["Content", "Diagnostics", "Pricing", "TestSupport"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "WordingTests", dependencies: ["Messages", "Pricing", "Wording"], swiftSettings: strict),
    .testTarget(
      name: "ChangesTests", dependencies: ["Changes", "Diagnostics", "Pricing", "TestSupport"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "EncodersTests", dependencies: ["Encoders", "Messages", "Pricing", "TestSupport"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "InjectionTests", dependencies: ["Diagnostics", "Injection", "TestSupport"],
      exclude: ["Fixtures", "Golden"], swiftSettings: strict),
    .testTarget(
      name: "PublishingTests", dependencies: ["Diagnostics", "Publishing", "TestSupport"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Charts", "Content", "Diagnostics", "Pricing", "Reports", "Templates", "TestSupport",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "Changes", "Content", "Diagnostics", "Pricing", "Publishing", "Reports", "Site",
        "Templates",
        "TestSupport", "Wording", "XML",
      ],
      exclude: ["Fixtures", "Golden"], swiftSettings: strict),
    .testTarget(
      name: "ServingTests", dependencies: ["Serving", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "breakeven", "Serving", "TestSupport",
        .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["Fixtures", "Golden"], swiftSettings: strict),
    .testTarget(name: "HouseRulesTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// A part of the package, for `script/sanitize`: some targets, and what they need.
if let names = Context.environment["BREAKEVEN_TARGETS"]?.split(separator: " ").map(String.init) {
  var needed: Set<String> = []
  func need(_ name: String) {
    guard needed.insert(name).inserted else { return }
    for dependency in package.targets.first(where: { $0.name == name })?.dependencies ?? [] {
      if case .byNameItem(let name, _) = dependency { need(name) }
    }
  }
  names.forEach(need)
  package.targets.removeAll { !needed.contains($0.name) }
  package.products = []
}
