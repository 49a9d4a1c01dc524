import Messages
import Pricing
import Wording

extension LineArithmetic {
  /// One value that went in, and what it rests on.
  struct Input: Hashable, Sendable {
    let text: String
    let basis: Basis

    init(text: String, basis: Basis) {
      self.text = text
      self.basis = basis
    }

    /// By bytes, because blanks that do not break make comparing by characters slow.
    static func == (left: Input, right: Input) -> Bool {
      let (one, other) = (left.text.utf8.span, right.text.utf8.span)
      guard one.count == other.count else { return false }
      for index in one.indices where one[index] != other[index] { return false }
      return left.basis == right.basis
    }

    func hash(into hasher: inout Hasher) {
      let bytes = text.utf8.span
      var hash: UInt64 = 0
      for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
      hasher.combine(hash)
    }

    /// A figure of a workload, by its name.
    init(_ figure: Workload.Input, of workload: Workload) {
      let name = localized(name: figure.rawValue)
      self.init(
        text: localized("\(name) of “\(workload.name)”"), basis: workload.basis(of: figure))
    }

    /// A price, and since when it holds where a source tells.
    init(_ rate: Rate, price: Bounds<Money>?) {
      // The provider states the price in its own currency, and not since when dollars were so many.
      if let foreign = rate.foreign {
        self.init(
          text: "\(ForeignText.price(foreign)) \(UnitText.per(rate.unit))",
          basis: .stated(rate.citation))
        return
      }
      let text =
        price.map { AmountText.exactRange($0.low, $0.high) } ?? localized("no price stated")
      let condition = ConditionText.words(rate.condition.ofRequests)
      let since = rate.day.began.map { localized("since \(TimeText.date($0))") } ?? ""
      let parts = ["\(text) \(UnitText.per(rate.unit))", condition, since].filter { !$0.isEmpty }
      self.init(text: parts.joined(separator: ", "), basis: .stated(rate.citation))
    }
  }
}
