import Glibc

/// The steps of a heat map's single hue.
///
/// Steps and not a continuous ramp: between the darkest shade that carries dark ink and the
/// lightest that carries light ink there is a gap in which neither can be read.
enum HeatMapShade {
  /// How many there are.
  static let count = 7

  /// The classes that `palette.css` has colours for, from the least to the most.
  static let classes = (1...count).map { "h\($0)" }

  /// The class of a value by its ratio to the least and the most.
  ///
  /// - Parameters:
  ///   - value: Not negative; zero has the first shade.
  ///   - least: The smallest value above zero.
  ///   - most: The largest value.
  /// - Returns: A class.
  static func kind(of value: Double, least: Double, most: Double) -> String {
    guard value > 0, least > 0, most > least else { return classes[0] }
    let share = log(value / least) / log(most / least)
    return classes[min(count - 1, max(0, Int(share * Double(count))))]
  }
}
