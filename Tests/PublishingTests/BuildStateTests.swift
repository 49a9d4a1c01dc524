import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite("The state of the last build")
struct BuildStateTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["site/a.yaml", "site/b c.yaml", "output/index.html"] {
      try folder.write("some text", to: name)
    }
  }

  private func inputs() throws -> BuildState.Stamps {
    try #require(BuildState.Stamps(["a.yaml", "b c.yaml"], in: folder.at("site")))
  }

  private func state() throws -> BuildState {
    let outputs = try #require(BuildState.Stamps(["index.html"], in: folder.at("output")))
    return BuildState(key: "1.0 --strict", inputs: try inputs(), outputs: outputs, summary: "3 4")
  }

  private func holds(_ state: BuildState, key: String = "1.0 --strict") throws -> Bool {
    state.holds(key: key, inputs: try inputs(), output: folder.at("output"))
  }

  @Test func isReadBackAsItWas() throws {
    let state = try state()
    #expect(BuildState(reading: state.bytes) == state)
    try state.save(for: folder.at("output"))
    #expect(BuildState(of: folder.at("output")) == state)
    #expect(folder.tree().contains(".output.state") == true)
    #expect(try holds(state))
  }

  @Test func anyDamageMakesItNone() throws {
    let bytes = try state().bytes
    var random = SplitMix(seed: 7)
    for _ in 0..<300 {
      var damaged = bytes
      let place = random.int(in: 0...damaged.count - 1)
      switch random.int(in: 0...2) {
      case 0: damaged[place] ^= UInt8(1 << random.int(in: 0...7))
      case 1: damaged.removeLast(damaged.count - place)
      default: damaged.insert(UInt8(random.int(in: 0...255)), at: place)
      }
      #expect(damaged == bytes || BuildState(reading: damaged) == nil)
    }
    #expect(BuildState(reading: []) == nil)
  }

  @Test("Does not hold once anything is other than it was", arguments: 0..<6)
  func changes(kind: Int) throws {
    let state = try state()
    let files = FileManager.default
    switch kind {
    case 0: #expect(try !holds(state, key: "1.0"))
    case 1: try folder.write("other text", to: "site/a.yaml")
    case 2: try folder.write("some texT", to: "output/index.html")
    case 3: try files.removeItem(atPath: folder.at("output/index.html"))
    case 4:
      // A copy with the same bytes and time is another file all the same.
      try files.copyItem(atPath: folder.at("site/a.yaml"), toPath: folder.at("copy"))
      try files.removeItem(atPath: folder.at("site/a.yaml"))
      try files.moveItem(atPath: folder.at("copy"), toPath: folder.at("site/a.yaml"))
    default:
      let old = try #require(BuildState.Stamps(["a.yaml"], in: folder.at("site")))
      #expect(!state.holds(key: "1.0 --strict", inputs: old, output: folder.at("output")))
      return
    }
    #expect(try kind == 0 || !holds(state))
  }

  @Test func aFileOfThisMomentMayChangeUnseen() throws {
    let state = try state()
    let written = ["a.yaml", "b c.yaml"].compactMap { FileStamp(folder.at("site/\($0)"))?.changed }
    let last = try #require(written.max())
    #expect(state.isTooYoung(at: last) && state.isTooYoung(at: last + 19_000_000))
    #expect(!state.isTooYoung(at: last + 20_000_000))
  }
}
