package import Diagnostics
import Synchronization

/// Every path of a site that is being made, and whose it is: the one list that says whether two
/// files would have one path.
///
/// Paths are one if some file system or reader takes them for one: whatever their case, and
/// however their accents are written. A file is not a folder too. Paths are kept as hashes, because
/// a site may have a million of them; it is a class because many tasks write to it.
package final class PathLedger: Sendable {
  /// Who makes files, by number; what the program makes for every site is the first.
  fileprivate struct State {
    var makers: [String] = [PathLedger.program]
    var files: [Int: Int32] = [:]

    /// For each folder the maker whose name is the first, of all that put files into it.
    var folders: [Int: Int32] = [:]
    var clashes: [Int: Clash] = [:]
    var reserved: [Diagnostic] = []
  }

  fileprivate struct Clash {
    var path: String
    var makers: Set<Int32>
  }

  private static let program = ""
  private let state = Mutex(State())

  package init() {}

  /// The number of a maker.
  ///
  /// - Parameter file: The author's file whose report is made; `nil` for what every site has.
  /// - Returns: What ``claim(_:for:)`` asks for.
  package func maker(_ file: String?) -> Int32 {
    guard let file else { return 0 }
    return state.withLock { state in
      state.makers.append(file)
      return Int32(state.makers.count - 1)
    }
  }

  /// Takes a path for a file.
  ///
  /// - Parameters:
  ///   - path: Relative to the site's root.
  ///   - maker: A number from ``maker(_:)``.
  /// - Returns: Whether the file may be written: not if there is one, or a folder, or a file on
  ///   the way to it.
  package func claim(_ path: String, for maker: Int32) -> Bool {
    // Without a slash at its end, a path and the folders around it.
    let key = Self.key(path[...])
    let around = path.utf8.indices.lazy.filter { path.utf8[$0] == UInt8(ascii: "/") }
      .map { path[..<$0] }
    return state.withLock { state in
      if Self.isReserved(path) {
        state.reserved.append(Self.reserved(path, state.makers[Int(maker)]))
        return false
      }
      var isFree = true
      for folder in around {
        let key = Self.key(folder)
        let known = state.folders[key]
        if known.map({ state.makers[Int(maker)] < state.makers[Int($0)] }) ?? true {
          state.folders[key] = maker
        }
        if let file = state.files[key] {
          state.note(key, String(folder), [file, maker])
          isFree = false
        }
      }
      if let file = state.files[key] {
        state.note(key, path, [file, maker])
        return false
      }
      state.files[key] = maker
      if let folder = state.folders[key] {
        state.note(key, path, [folder, maker])
        return false
      }
      return isFree
    }
  }

  /// Equal for paths that anybody may take for one.
  private static func key(_ path: Substring) -> Int {
    let isLow = path.utf8.allSatisfy { byte in
      byte < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
    return isLow ? path.hashValue : path.lowercased()[...].hashValue
  }

  // MARK: Findings

  /// What is wrong with the paths, at the files of authors.
  package var findings: [Diagnostic] {
    state.withLock { state in
      var paths: [[String]: [String]] = [:]
      for (key, clash) in state.clashes {
        var makers = clash.makers
        if let folder = state.folders[key] { makers.insert(folder) }
        let names = Set(makers.map { state.makers[Int($0)] }).sorted()
        paths[names, default: []].append(clash.path)
      }
      return state.reserved + paths.map { Self.finding(paths: $0.value.sorted(), makers: $0.key) }
    }
  }

  private static func finding(paths: [String], makers: [String]) -> Diagnostic {
    let others = paths.count > 1 ? ", as \(paths.count - 1) more paths would" : ""
    let place = makers.last ?? program
    let first = makers.first == program ? "the program itself" : "'\(makers[0])'"
    return Diagnostic(
      .error, at: SourceLocation(file: place == program ? "breakeven" : place),
      "'\(paths[0])' would be made twice\(others)",
      hint: makers.count > 1
        ? "rename the file; \(first) makes it too"
        : "rename one of two files whose names differ in case or accents alone")
  }

  private static func reserved(_ path: String, _ maker: String) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: maker == program ? "breakeven" : maker),
      "'\(path)' cannot be copied to every system",
      hint: "rename the file; names such as con, nul and com1 are devices, and none ends in a point"
    )
  }

  /// Whether a part of a path is a device of Windows, or loses its end there.
  private static func isReserved(_ path: String) -> Bool {
    let (bytes, slash, point) = (path.utf8.span, UInt8(ascii: "/"), UInt8(ascii: "."))
    var start = 0
    var stem: Int?
    for place in 0...bytes.count {
      let byte = place < bytes.count ? bytes[place] : slash
      if byte == point, stem == nil { stem = place }
      guard byte == slash else { continue }
      let last = place > start ? bytes[place - 1] : slash
      if last == point || last == UInt8(ascii: " ") { return true }
      let end = stem ?? place
      if (3...4).contains(end - start) {
        let name = (start..<end).map { bytes[$0] }
        if devices.contains(String(decoding: name, as: UTF8.self).lowercased()) { return true }
      }
      (start, stem) = (place + 1, nil)
    }
    return false
  }

  private static let devices = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
}

extension PathLedger.State {
  fileprivate mutating func note(_ key: Int, _ path: String, _ makers: [Int32]) {
    // In one spelling, whichever worker came first.
    var clash = clashes[key] ?? PathLedger.Clash(path: path.lowercased(), makers: [])
    clash.makers.formUnion(makers)
    clashes[key] = clash
  }
}
