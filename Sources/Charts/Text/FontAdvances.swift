/// Advance widths in thousandths of an em, so that text is measured without a font at hand.
///
/// The reader's font is unknown, so each character has the width of the wider one of two: Inter
/// 3.019, which the charts ask for first, and DejaVu Sans 2.37, the widest that a machine is likely
/// to have instead. All ten digits have the width of the widest, because the charts set tabular
/// figures.
enum FontAdvances {
  /// U+0020 to U+007E at weight 400.
  private static let regular: [Int] = [
    318, 401, 460, 838, 638, 951, 780, 275, 391, 391, 500, 838, 318, 460, 318, 357,
    642, 642, 642, 642, 642, 642, 642, 642, 642, 642, 337, 337, 838, 838, 838, 531,
    1000, 685, 687, 727, 771, 632, 587, 775, 752, 295, 543, 656, 562, 889, 753, 788,
    635, 788, 695, 638, 642, 741, 685, 989, 686, 665, 686, 391, 357, 391, 838, 500,
    500, 613, 635, 558, 635, 616, 361, 635, 634, 278, 278, 580, 278, 975, 634, 612,
    635, 635, 412, 523, 393, 634, 592, 818, 592, 592, 541, 637, 337, 637, 838,
  ]

  /// U+0020 to U+007E at weight 600, which DejaVu Sans has as 700.
  private static let semibold: [Int] = [
    349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 543, 838, 380, 466, 380, 379,
    696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 581,
    1000, 774, 763, 744, 831, 684, 684, 821, 837, 373, 561, 775, 638, 996, 837, 851,
    733, 851, 771, 721, 683, 813, 774, 1104, 771, 725, 726, 458, 379, 458, 838, 500,
    500, 675, 716, 593, 716, 679, 436, 716, 712, 343, 343, 666, 343, 1042, 712, 688,
    716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 712, 366, 712, 838,
  ]

  /// How far a text moves the pen.
  ///
  /// - Parameters:
  ///   - text: The text in UTF-8.
  ///   - bold: Whether it is set at weight 600.
  /// - Returns: Thousandths of an em: of each character the table's, 1000 for wide scripts, else
  ///   those of a letter.
  static func sum(of text: Span<UInt8>, bold: Bool) -> Int {
    let table = bold ? semibold : regular
    var (sum, index) = (0, 0)
    while index < text.count {
      let first = text[index]
      if (0x20...0x7E).contains(first) {
        sum += table[Int(first) - 0x20]
        index += 1
      } else {
        let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        // Of the first byte the bits below its zero count, of the others six.
        var scalar = UInt32(first) & (length == 1 ? 0x7F : 0x7F >> UInt32(length))
        for place in index + 1..<index + length {
          scalar = scalar << 6 | UInt32(text[place] & 0x3F)
        }
        sum += advance(ofRare: scalar, bold: bold)
        index += length
      }
    }
    return sum
  }

  private static func advance(ofRare scalar: UInt32, bold: Bool) -> Int {
    if let widths = punctuation(scalar) { return bold ? widths.bold : widths.regular }
    // Letters of other alphabets are as wide as the wider capitals of this one.
    return isWide(scalar) ? 1000 : bold ? 780 : 690
  }

  /// The signs beyond ASCII that prices and findings use.
  private static func punctuation(_ scalar: UInt32) -> (regular: Int, bold: Int)? {
    switch scalar {
    case 0xa0: (318, 349)
    case 0xb7: (318, 380)
    case 0xd7: (838, 838)
    case 0x2013: (500, 500)
    case 0x2014: (1000, 1000)
    case 0x2019: (318, 380)
    case 0x201c: (519, 658)
    case 0x201d: (519, 658)
    case 0x2026: (1000, 1000)
    case 0x2190: (955, 955)
    case 0x2192: (955, 955)
    case 0x2212: (838, 838)
    case 0x20ac: (665, 696)
    case 0x2264: (838, 838)
    case 0x2265: (838, 838)
    case 0x202f: (200, 200)
    default: nil
    }
  }

  /// Whether the character fills a square, as Chinese, Japanese, Korean and emoji do.
  private static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
