import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite("The state of the last build")
struct BuildStateTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["output/index.html", "output/manifest.json", "output/a/index.html"] {
      try folder.write("some text", to: name)
    }
  }

  private func published(_ path: String) throws -> BuildState.PublishedFile {
    BuildState.PublishedFile(
      path: path, file: Manifest.File(Array("some text".utf8)),
      stamp: try #require(FileStamp(folder.at("output/\(path)"))))
  }

  private func state() throws -> BuildState {
    var state = BuildState()
    (state.key, state.shared, state.isClean) = ("1.0 --strict", "a name\n", true)
    state.inputs = [
      .init(path: "content/a b.yaml", stamp: try #require(FileStamp(folder.at("output")))),
      .init(path: "content/b.yaml", stamp: .ofNone),
    ]
    state.names = ["cloud/offer", ""]
    state.asked = [7: 7, .max: 1 << 40]
    state.counts = .init(pages: 2, charts: 300, dataFiles: 70_000, valid: 302)
    state.others = [try published("index.html")]
    state.manifest = try published("manifest.json").stamp
    state.folders = [.init(path: "a", stamp: try #require(FileStamp(folder.at("output/a"))))]
    state.spare = .init(folders: state.folders, missing: ["a/index.html"], extra: ["b", "c"])
    state.structures = [1, 1 << 63]
    state.reports = [
      .init(
        id: "a", facts: [1, 0, 255], counts: .init(pages: 1, charts: 0, dataFiles: 0, valid: 1),
        files: [try published("a/index.html")])
    ]
    return state
  }

  @Test func isReadBackAsItWas() async throws {
    let state = try state()
    let bytes = await state.bytes()
    #expect(BuildState(reading: bytes) == state)
    try await state.save(for: folder.at("output"))
    #expect(BuildState(of: folder.at("output")) == state)
    #expect(folder.tree().contains(".output.state") == true)
  }

  @Test func aLongOneIsWrittenInPiecesOfWhichNoneMayBeDamaged() async throws {
    var state = try state()
    let report = state.reports[0]
    state.reports = (0..<256 * BuildState.partsAtOnce + 1000).map { number in
      var report = report
      report.id = "report \(number)"
      return report
    }
    try await state.save(for: folder.at("output"))
    #expect(BuildState(of: folder.at("output")) == state)
    let bytes = try LinuxCalls.read(folder.at(".output.state"))
    let places = Array(stride(from: 0, to: bytes.count, by: BuildState.pieceSize))
    #expect(places.count > 1)
    for place in places + [bytes.count - 1] {
      var damaged = bytes
      damaged[place] ^= 1
      #expect(BuildState(reading: damaged) == nil)
    }
  }

  @Test func anyDamageMakesItNone() async throws {
    let bytes = try await state().bytes()
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

  /// What an older or later program wrote has a right hash too.
  @Test func aStateWithARightHashAndOtherContentsIsNone() async throws {
    let body = try await state().bytes()[FileHash.size...]
    // The hash of the hashes of its parts, of which so short a state has one.
    func sealed(_ body: [UInt8]) -> [UInt8] { FileHash(FileHash(body).digest).digest + body }
    #expect(BuildState(reading: sealed(Array(body))) != nil)
    #expect(BuildState(reading: sealed(Array(body) + [0])) == nil)
    #expect(BuildState(reading: sealed(Array(body.dropLast()))) == nil)
    var other = Array(body)
    let format = try #require(other.firstIndex(of: UInt8(ascii: "5")))
    other[format] = UInt8(ascii: "4")
    #expect(BuildState(reading: sealed(other)) == nil)
    // Counts of more than there can be end the reading at once.
    #expect(BuildState(reading: sealed([UInt8](repeating: 0xFF, count: 90))) == nil)
  }

  @Test("Knows a published file that is not as it was left", arguments: 0..<6)
  func changes(kind: Int) async throws {
    let (state, files) = (try state(), FileManager.default)
    let output = folder.at("output")
    #expect(await state.holds(in: output))
    switch kind {
    case 0: try folder.write("some texT", to: "output/a/index.html")
    case 1: try files.removeItem(atPath: folder.at("output/a/index.html"))
    case 2:
      // A copy with the same bytes and time is another file all the same.
      try files.copyItem(atPath: folder.at("output/a/index.html"), toPath: folder.at("copy"))
      try files.removeItem(atPath: folder.at("output/a/index.html"))
      try files.moveItem(atPath: folder.at("copy"), toPath: folder.at("output/a/index.html"))
    case 3: try folder.write("mine", to: "output/a/mine.txt")
    case 4: try folder.write("mine", to: "output/mine.txt")
    default:
      try files.moveItem(atPath: folder.at("output/a/index.html"), toPath: folder.at("copy"))
      try files.createSymbolicLink(
        atPath: folder.at("output/a/index.html"), withDestinationPath: folder.at("copy"))
    }
    #expect(await !state.holds(in: output))
  }

  @Test func aFileOfThisMomentMayChangeUnseen() throws {
    let stamp = try #require(FileStamp(folder.at("output/index.html")))
    let last = max(stamp.changed, stamp.modified)
    #expect(stamp.isTooYoung(at: last) && stamp.isTooYoung(at: last + 19_000_000))
    #expect(!stamp.isTooYoung(at: last + 20_000_000))
  }
}

extension BuildState {
  /// What stands in the file: the hash of the rest, and the rest.
  fileprivate func bytes() async -> [UInt8] {
    var rest: [UInt8] = []
    let hash = await write { rest += $0 }
    return hash.digest + rest
  }
}
