import Foundation

/// How a reader's eyes see colours.
enum Eye: CaseIterable {
  case usual
  case protanope
  case deuteranope
  case tritanope

  /// What the eyes make of linear red, green and blue, after Machado and others (2009).
  fileprivate var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanope:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranope:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanope:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }
}

/// A colour in linear light, each part from 0 to 1.
struct Colour {
  var red: Double
  var green: Double
  var blue: Double

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#rrggbb`.
  init?(hex: String) {
    guard hex.hasPrefix("#"), hex.count == 7, let bits = Int(hex.dropFirst(), radix: 16) else {
      return nil
    }
    let parts = [bits >> 16, bits >> 8, bits].map { part -> Double in
      let value = Double(part & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    self.init(red: parts[0], green: parts[1], blue: parts[2])
  }

  /// The contrast ratio of WCAG 2, from 1 to 21.
  func contrast(with other: Colour) -> Double {
    (max(luminance, other.luminance) + 0.05) / (min(luminance, other.luminance) + 0.05)
  }

  /// The distance in CIELAB (CIE 1976) as the eyes see both.
  func difference(from other: Colour, for eye: Eye) -> Double {
    let squares = zip(seen(by: eye).lab, other.seen(by: eye).lab).map { ($0 - $1) * ($0 - $1) }
    return squares.reduce(0, +).squareRoot()
  }

  private var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  private func seen(by eye: Eye) -> Colour {
    let parts = eye.matrix.map { row in
      min(1, max(0, row[0] * red + row[1] * green + row[2] * blue))
    }
    return Colour(red: parts[0], green: parts[1], blue: parts[2])
  }

  private var lab: [Double] {
    let x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    let z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    let tristimulus = [x, luminance, z].map { value -> Double in
      guard value <= 0.008856 else { return cbrt(value) }
      return 7.787 * value + 0.137931
    }
    return [
      116 * tristimulus[1] - 16, 500 * (tristimulus[0] - tristimulus[1]),
      200 * (tristimulus[1] - tristimulus[2]),
    ]
  }
}
