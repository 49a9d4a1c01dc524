/// Advance widths in thousandths of an em, so that text is measured without a font at hand.
///
/// Read from Inter 3.019 (SIL Open Font License 1.1), weights 400 and 600. All ten digits
/// have the width of the widest, because the charts set tabular figures.
enum FontAdvances {
  /// U+0020 to U+007E at weight 400.
  private static let regular: [Int] = [
    281, 278, 403, 631, 638, 812, 639, 222, 362, 362, 500, 659, 280, 460, 276, 357,
    642, 642, 642, 642, 642, 642, 642, 642, 642, 642, 276, 280, 659, 659, 659, 507,
    936, 676, 651, 727, 719, 598, 587, 743, 740, 264, 543, 652, 562, 889, 753, 761,
    635, 761, 639, 638, 642, 741, 676, 949, 642, 665, 625, 362, 357, 362, 469, 452,
    497, 564, 621, 558, 621, 582, 361, 609, 591, 237, 237, 544, 237, 869, 585, 597,
    609, 609, 372, 523, 364, 581, 557, 812, 540, 557, 541, 362, 327, 362, 659,
  ]

  /// U+0020 to U+007E at weight 600.
  private static let semibold: [Int] = [
    248, 309, 396, 643, 649, 844, 663, 213, 393, 393, 543, 673, 295, 466, 290, 379,
    666, 666, 666, 666, 666, 666, 666, 666, 666, 666, 290, 295, 673, 673, 673, 544,
    999, 724, 657, 744, 724, 608, 586, 755, 744, 275, 561, 677, 566, 906, 741, 775,
    643, 776, 651, 649, 660, 734, 724, 1007, 690, 705, 653, 393, 379, 393, 481, 468,
    497, 575, 630, 577, 630, 593, 377, 625, 613, 261, 261, 569, 261, 898, 610, 608,
    625, 625, 397, 549, 380, 608, 576, 837, 562, 576, 562, 393, 358, 393, 673,
  ]

  /// How far a text moves the pen.
  ///
  /// - Parameters:
  ///   - text: The text in UTF-8.
  ///   - bold: Whether it is set at weight 600.
  /// - Returns: Thousandths of an em: of each character the table's, 1000 for wide scripts, else
  ///   600.
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
    return isWide(scalar) ? 1000 : 600
  }

  /// The signs beyond ASCII that prices and findings use.
  private static func punctuation(_ scalar: UInt32) -> (regular: Int, bold: Int)? {
    switch scalar {
    case 0xa0: (281, 248)
    case 0xb7: (276, 290)
    case 0xd7: (659, 673)
    case 0x2013: (500, 500)
    case 0x2014: (1000, 1000)
    case 0x2019: (185, 214)
    case 0x201c: (381, 408)
    case 0x201d: (381, 407)
    case 0x2026: (821, 806)
    case 0x2190: (955, 955)
    case 0x2192: (955, 955)
    case 0x2212: (659, 673)
    case 0x20ac: (665, 679)
    case 0x2264: (659, 673)
    case 0x2265: (659, 673)
    case 0x202f: (182, 164)
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
