/// A JSON value whose members stay in the order given, so that equal values have equal bytes.
public enum JSONValue: Sendable {
  /// What is not known.
  case null

  /// A text, and every amount of money: readers must not make floating point of it.
  case string(String)

  /// A whole number.
  case number(Int)

  /// A number that need not be whole, as its JSON digits: `730.5`.
  case decimal(String)

  /// `true` or `false`.
  case boolean(Bool)

  /// Values one after the other.
  case array([JSONValue])

  /// Members, each name once.
  case object([(String, JSONValue)])

  /// An array of texts.
  public static func strings(_ texts: [String]) -> JSONValue {
    .array(texts.map(JSONValue.string))
  }

  /// How values are put on lines.
  public enum Layout: Sendable {
    /// Without a blank or a line feed, for programs.
    case compact

    /// One member a line, for people; an array of plain values stays in one line.
    case tall
  }

  /// The value as a file: compact, with a line feed at its end.
  public var file: [UInt8] {
    var output: [UInt8] = []
    append(to: &output, .compact)
    output.append(UInt8(ascii: "\n"))
    return output
  }

  /// The value as text for a terminal, without a line feed at its end.
  public var text: String {
    var output: [UInt8] = []
    append(to: &output, .tall)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the value.
  ///
  /// - Parameters:
  ///   - output: Receives UTF-8.
  ///   - layout: How it is put on lines.
  ///   - indent: How deep the value stands, in steps of two spaces.
  /// - Complexity: O(*n*) in the length of the text.
  public func append(to output: inout [UInt8], _ layout: Layout, indent: Int = 0) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .string(let string): JSONText.append(string, to: &output)
    case .number(let number): output.append(contentsOf: String(number).utf8)
    case .decimal(let digits): output.append(utf8: digits)
    case .boolean(let boolean): output.append(contentsOf: boolean ? "true".utf8 : "false".utf8)
    case .array(let items):
      let lines = Lines(
        layout, isTall: layout == .tall && items.contains(where: \.isContainer), indent: indent)
      lines.open("[", to: &output)
      for index in items.indices {
        lines.start(item: index, in: &output)
        items[index].append(to: &output, layout, indent: indent + 1)
      }
      lines.close("]", isEmpty: items.isEmpty, to: &output)
    case .object(let members):
      let lines = Lines(layout, isTall: true, indent: indent)
      lines.open("{", to: &output)
      for index in members.indices {
        lines.start(item: index, in: &output)
        JSONText.append(members[index].0, to: &output)
        output.append(UInt8(ascii: ":"))
        if layout == .tall { output.append(UInt8(ascii: " ")) }
        members[index].1.append(to: &output, layout, indent: indent + 1)
      }
      lines.close("}", isEmpty: members.isEmpty, to: &output)
    }
  }

  private var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }

  /// What stands between the items of one array or object.
  private struct Lines {
    let layout: Layout
    let isTall: Bool
    let indent: Int

    init(_ layout: Layout, isTall: Bool, indent: Int) {
      self.layout = layout
      self.isTall = isTall && layout == .tall
      self.indent = indent
    }

    func open(_ bracket: Unicode.Scalar, to output: inout [UInt8]) {
      output.append(UInt8(ascii: bracket))
    }

    func start(item index: Int, in output: inout [UInt8]) {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      if isTall {
        newLine(indent + 1, to: &output)
      } else if index > 0, layout == .tall {
        output.append(UInt8(ascii: " "))
      }
    }

    func close(_ bracket: Unicode.Scalar, isEmpty: Bool, to output: inout [UInt8]) {
      if isTall, !isEmpty { newLine(indent, to: &output) }
      output.append(UInt8(ascii: bracket))
    }

    private func newLine(_ depth: Int, to output: inout [UInt8]) {
      output.append(UInt8(ascii: "\n"))
      for _ in 0..<depth { output.append(contentsOf: "  ".utf8) }
    }
  }
}
