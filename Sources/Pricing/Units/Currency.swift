/// A currency that a provider quotes its prices in, beside US dollars.
///
/// Currencies are rows of a table, so that another one needs no other code: its keys follow from its code.
public struct Currency: Hashable, Sendable, CaseIterable {
  /// The code of ISO 4217, in capitals: `EUR`.
  public let code: String

  /// What stands before an amount: `€`, or the code and a blank that does not break.
  public let sign: String

  private init(code: String, sign: String? = nil) {
    (self.code, self.sign) = (code, sign ?? "\(code)\u{A0}")
  }

  /// Every currency but dollars, by its code; the sign is its own only where no other has it.
  public static let allCases: [Currency] = [
    "AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "IDR", "ILS",
    "INR", "JPY", "KRW", "MXN", "NOK", "NZD", "PLN", "RUB", "SAR", "SEK", "SGD", "THB", "TRY",
    "TWD", "VND", "ZAR",
  ].map { Currency(code: $0, sign: signs[$0]) }

  private static let signs = ["EUR": "€", "GBP": "£", "INR": "₹", "KRW": "₩"]

  private static let byPrefix = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.code.lowercased(), $0) })

  /// The currency with a code, in capitals or not; `nil` for dollars and for a word that is none.
  public init?(_ code: String) {
    guard let known = Self.byPrefix[code.lowercased()] else { return nil }
    self = known
  }

  /// What the keys of its prices begin with: `eur`.
  public var prefix: String { code.lowercased() }

  /// The currency of a key such as `eur_per_gpu_hour`, and the key of the same price in dollars.
  ///
  /// - Returns: `nil` for any other key.
  public static func price(of key: String) -> (currency: Currency, dollarKey: String)? {
    guard let currency = Currency(String(key.prefix(3))),
      key.dropFirst(3).hasPrefix("_")
    else { return nil }
    return (currency, "usd\(key.dropFirst(3))")
  }
}

extension RateUnit {
  /// The key under which authors write its price in a currency: `eur_per_gpu_hour`.
  public func key(in currency: Currency?) -> String {
    currency.map { "\($0.prefix)\(key.dropFirst(3))" } ?? key
  }
}
