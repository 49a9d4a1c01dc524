import Pricing

/// How places of a driver are written for programs: whole tokens or hours, and shares of a month
/// as the decimals that they are.
struct DriverScale {
  private let driver: Driver

  /// How many decimals a place has: the engine counts a share in millionths.
  private var decimals: Int { driver == .busyShare ? 6 : 0 }

  init(_ driver: Driver) { self.driver = driver }

  /// A place as a decimal.
  func place(_ x: Int) -> String { DecimalText.exact(Int128(x), decimals: decimals) }

  /// Picodollars a step of the driver as dollars a unit, exact.
  func slope(_ picodollars: Ratio) -> String {
    picodollars.exactText(shiftedBy: 12 - decimals)
  }

  /// What one unit is.
  var unit: String {
    switch driver {
    case .tokens: "token"
    case .hours: "hour"
    case .busyShare: "month"
    }
  }

  /// How far the next place is away.
  var step: String { place(1) }
}
