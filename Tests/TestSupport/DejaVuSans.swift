/// The advance widths of DejaVu Sans 2.37 in thousandths of an em, read from its files: the widest
/// font that a machine is likely to set a chart in.
public enum DejaVuSans {
  /// U+0020 to U+007E.
  private static let book = [
    318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637, 637,
    637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 531, 1000, 685, 687, 699, 771, 632,
    576, 775, 752, 295, 295, 656, 558, 863, 749, 788, 604, 788, 695, 635, 611, 732, 685, 989, 686,
    611, 686, 391, 337, 391, 838, 500, 500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580,
    278, 975, 634, 612, 635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838,
  ]

  /// U+0020 to U+007E, bold.
  private static let bold = [
    349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 523, 838, 380, 416, 380, 366, 696, 696, 696,
    696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 581, 1000, 774, 763, 734, 831, 684,
    684, 821, 837, 373, 373, 775, 638, 996, 837, 851, 733, 851, 771, 721, 683, 813, 774, 1104, 771,
    725, 726, 458, 366, 458, 838, 500, 500, 675, 716, 593, 716, 679, 436, 716, 712, 343, 343, 666,
    343, 1042, 712, 688, 716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 712, 366, 712, 838,
  ]

  private static let others: [Character: (book: Int, bold: Int)] = [
    "\u{A0}": (318, 349), "·": (318, 380), "×": (838, 838), "–": (500, 500), "—": (1000, 1000),
    "’": (318, 380), "“": (519, 658), "”": (519, 658), "…": (1000, 1000), "←": (838, 838),
    "→": (838, 838), "−": (838, 838), "€": (637, 696), "≤": (838, 838), "≥": (838, 838),
    "\u{202F}": (200, 200), "\u{2060}": (0, 0),
  ]

  /// How wide a text is, in ems; `nil` if a width is not in these tables.
  public static func width(of text: String, isBold: Bool) -> Double? {
    var sum = 0
    for character in text {
      if let code = character.asciiValue, (0x20...0x7E).contains(code) {
        sum += (isBold ? bold : book)[Int(code) - 0x20]
      } else if let widths = others[character] {
        sum += isBold ? widths.bold : widths.book
      } else {
        return nil
      }
    }
    return Double(sum) / 1000
  }
}
