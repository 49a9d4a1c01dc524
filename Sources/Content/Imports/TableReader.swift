/// Reads TOML, as far as descriptions of models are written in it.
struct TableReader {
  /// More keys than the description of any model has; each is looked for among all.
  private static let mostKeys = 2_000

  /// Reads a file.
  ///
  /// - Throws: Where it is not what it should be.
  static func value(of bytes: [UInt8]) throws(LiteralReader.Fault) -> LiteralValue {
    var reader = LiteralReader(bytes: bytes, place: 0)
    reader.readsTables = true
    var (root, table) = (LiteralValue.object(name: nil, []), [String]())
    for _ in 0..<mostKeys {
      reader.skipBlanks()
      let start = reader.place
      guard reader.next != nil else { return root }
      let isTable = reader.take("[")
      let isItem = isTable && reader.take("[")
      let key = try reader.dottedKey()
      let written: LiteralValue?
      if isTable {
        guard reader.take("]"), !isItem || reader.take("]") else { throw reader.fault() }
        table = key
        let empty = LiteralValue.object(name: nil, [])
        written = isItem ? root.appending(empty, at: key[...]) : root.setting(key[...], to: nil)
      } else {
        guard reader.take("=") else { throw reader.fault() }
        written = root.setting((table + key)[...], to: try reader.value(depth: 0))
      }
      guard let written else { throw LiteralReader.Fault(offset: start) }
      root = written
    }
    throw reader.fault()
  }
}

extension LiteralReader {
  /// A key, whose parts have points between them.
  fileprivate mutating func dottedKey() throws(Fault) -> [String] {
    var parts: [String] = []
    repeat {
      skipBlanks()
      if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
        parts.append(try string())
        continue
      }
      let start = place
      while let byte = next, isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") {
        place += 1
      }
      guard place > start else { throw fault() }
      parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
    } while take(".")
    return parts
  }
}

extension LiteralValue {
  /// The same with a value at a path, or at least a table where none is given.
  ///
  /// - Returns: `nil` where there is another value already.
  fileprivate func setting(_ path: ArraySlice<String>, to value: LiteralValue?) -> LiteralValue? {
    guard let key = path.first else {
      if let value { return value }
      return if case .object = self { self } else { nil }
    }
    return changing(key) { old in
      if path.count == 1, old != nil, value != nil { return nil }
      let inner = old ?? .object(name: nil, [])
      return inner.setting(path.dropFirst(), to: value)
    }
  }

  /// The same with one item more in the list at a path.
  fileprivate func appending(_ item: LiteralValue, at path: ArraySlice<String>) -> LiteralValue? {
    guard let key = path.first else { return nil }
    return changing(key) { old in
      if path.count > 1 {
        return (old ?? .object(name: nil, [])).appending(item, at: path.dropFirst())
      }
      guard let old else { return .array(name: nil, [item]) }
      return if case .array(_, let items) = old { .array(name: nil, items + [item]) } else { nil }
    }
  }

  /// The same with a member changed; of a list its last item is meant.
  private func changing(
    _ key: String, _ change: (LiteralValue?) -> LiteralValue?
  ) -> LiteralValue? {
    switch self {
    case .array(_, let items):
      guard let last = items.last?.changing(key, change) else { return nil }
      return .array(name: nil, items.dropLast() + [last])
    case .object(_, var members):
      let place = members.firstIndex { $0.key == key }
      guard let value = change(place.map { members[$0].value }) else { return nil }
      if let place {
        members[place] = Member(key: key, value: value)
      } else {
        members.append(Member(key: key, value: value))
      }
      return .object(name: nil, members)
    case .string, .number, .word: return nil
    }
  }
}
