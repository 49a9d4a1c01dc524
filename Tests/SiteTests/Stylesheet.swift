import Foundation
import Testing

/// The stylesheet of the pages, as far as the tests read it.
struct Stylesheet {
  /// A theme of the pages.
  enum Theme: String, CaseIterable {
    case light
    case dark
  }

  let text: String

  /// The folder that holds the site's templates.
  static let templates = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../templates")

  init() throws {
    text = try String(
      contentsOf: Self.templates.appending(path: "assets/site.css"), encoding: .utf8)
  }

  /// The classes that selectors name.
  var classes: Set<String> {
    Set(text.matches(of: /\.(-?[a-z][a-z0-9-]*)(?=[^{}]*\{)/).map { String($0.1) })
  }

  /// A custom property that is a colour of six digits.
  func colour(_ name: String, in theme: Theme) throws -> Colour {
    let roots = text.matches(of: /:root \{([^}]*)\}/).map { String($0.1) }
    try #require(roots.count == 3, "light, dark and print each have one ':root'")
    let own = theme == .dark ? roots[1] : roots[0]
    let found = try own.firstMatch(of: Regex("--\(name): #([0-9a-f]{6});"))
    let digits = try #require(found?.output[1].substring, "--\(name) is no colour in \(theme)")
    return try Colour(digits)
  }
}

/// A colour as three shares of light.
struct Colour {
  private let shares: [Double]

  init(_ digits: Substring) throws {
    let number = try #require(Int(digits, radix: 16))
    shares = [number >> 16, number >> 8 & 0xff, number & 0xff].map { Double($0) / 255 }
  }

  /// How bright the colour is, from 0 to 1, as WCAG 2 defines it.
  private var luminance: Double {
    let linear = shares.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// The WCAG 2 contrast to another colour, from 1 to 21.
  func contrast(to other: Self) -> Double {
    let (first, second) = (luminance + 0.05, other.luminance + 0.05)
    return max(first, second) / min(first, second)
  }
}
