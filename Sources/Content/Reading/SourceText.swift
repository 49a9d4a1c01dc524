public import Diagnostics

/// The text of a file that is safe to read: UTF-8, of bounded size, without control characters.
///
/// Lines end in line feeds whatever the file had, so that every later column is an editor's
/// column; and no character is left that XML could not carry to the published page.
public struct SourceText: Hashable, Sendable {
  /// The path to name in diagnostics, relative to the site.
  public let file: String

  /// The text, without a byte order mark, with line feeds only.
  public let text: String

  /// The text cut at its line feeds, which are left out.
  var lines: [Substring] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map(Substring.init)
  }

  /// The largest file that is read: 1 MiB.
  public static let maximumByteCount = 1_048_576

  /// Reads the bytes of a file, or makes nothing if anything is wrong with them.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - file: The path to name. The file is not opened.
  ///   - findings: Receives what is wrong with the bytes.
  /// - Complexity: O(*n*) in the number of bytes.
  public init?(_ bytes: [UInt8], file: String, into findings: inout [Diagnostic]) {
    guard bytes.count <= Self.maximumByteCount else {
      findings.append(
        Diagnostic(
          .error, at: SourceLocation(file: file), "a file of over 1 MiB",
          hint: "split it; rate cards, scenarios and pages are texts that people read"))
      return nil
    }
    if let text = Self.plain(bytes) {
      self.file = file
      self.text = text
      return
    }
    var reader = ScalarReader(file: file)
    reader.read(bytes)
    guard let mistake = reader.mistake else {
      self.file = file
      text = String(reader.scalars)
      return
    }
    findings.append(mistake)
    return nil
  }

  /// The text, if none of its bytes can be part of something refused; most files are such.
  private static func plain(_ bytes: [UInt8]) -> String? {
    let isPlain = bytes.indices.allSatisfy { index in
      switch bytes[index] {
      // Letters that marks are put on are read one by one.
      case 0x09, 0x0A, 0x20...0x7E, 0x80...0xBF, 0xC3...0xCB, 0xCE...0xD1, 0xE4...0xE9: true
      // Spaces that do not break, and the dashes and quotes of U+2010 to U+2027.
      case 0xC2:
        index + 1 < bytes.count && bytes[index + 1] >= 0xA0 && bytes[index + 1] != 0xAD
      case 0xE2:
        index + 2 < bytes.count
          && (bytes[index + 1] == 0x82 && bytes[index + 2] < 0xB0 || bytes[index + 1] > 0x83
            || (bytes[index + 1] == 0x80 && (0x90..<0xA8).contains(bytes[index + 2])))
      default: false
      }
    }
    return isPlain ? String(validating: bytes, as: UTF8.self) : nil
  }

  /// A text whose lines keep their numbers although it is only a part of a file.
  init(file: String, trusted text: String) {
    self.file = file
    self.text = text
  }
}

/// Decodes UTF-8 by hand, because only a decoder knows the place of the first bad byte.
private struct ScalarReader {
  let file: String
  var scalars = String.UnicodeScalarView()
  var mistake: Diagnostic?
  private var line = 1
  private var column = 1

  /// How many marks stand on the letter before.
  private var marks = 0

  init(file: String) { self.file = file }

  mutating func read(_ bytes: [UInt8]) {
    scalars.reserveCapacity(bytes.count)
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var wasReturn = false
    while mistake == nil {
      switch decoder.parseScalar(from: &iterator) {
      case .emptyInput:
        if wasReturn {
          refuse("carriage return without a line feed", "save the file with LF line ends")
        }
        return
      case .error:
        refuse("byte that is not UTF-8", "save the file as UTF-8")
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        if wasReturn, scalar != "\n" {
          refuse("carriage return without a line feed", "save the file with LF line ends")
          return
        }
        wasReturn = scalar == "\r"
        if !wasReturn { append(scalar) }
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar == "\u{FEFF}", scalars.isEmpty { return }
    guard scalar == "\n" || !scalar.isRefused else {
      let code = scalar.codePoint
      refuse("'\(code)', a character that no page can carry", "remove it; editors often hide it")
      return
    }
    marks = scalar.isMark ? marks + 1 : 0
    guard marks <= String.mostMarks else {
      refuse(
        "more than \(String.mostMarks) marks on one letter", "remove those that nobody can read")
      return
    }
    scalars.append(scalar)
    if scalar == "\n" {
      (line, column) = (line + 1, 1)
    } else {
      column += 1
    }
  }

  private mutating func refuse(_ message: String, _ hint: String) {
    let place = SourceLocation(file: file, line: line, column: column)
    mistake = Diagnostic(.error, at: place, message, hint: hint)
  }
}

extension String {
  /// The most marks on one letter; no language has half as many.
  fileprivate static let mostMarks = 8

  /// The first character that a text may not hold, which may be one mark too many.
  var refusedScalar: Unicode.Scalar? {
    var marks = 0
    return unicodeScalars.first { scalar in
      marks = scalar.isMark ? marks + 1 : 0
      return scalar.isRefused || marks > Self.mostMarks
    }
  }
}

extension Unicode.Scalar {
  /// Whether a text may not hold the character: controls but tab and line feed, line breaks
  /// that only some readers count, hidden marks, what turns the text around it about, and what XML
  /// forbids.
  var isRefused: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF: true
    case 0x202A...0x202E, 0x2066...0x2069: true
    // What nobody sees: soft hyphens, blanks without a width, and tags.
    case 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060...0x2064, 0x206A...0x206F: true
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  /// Whether the character is drawn onto the one before it.
  var isMark: Bool {
    // The first of them all; Unicode's tables take a while to ask.
    guard value >= 0x300 else { return false }
    return switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// The name of the character in messages, such as `U+0007`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
