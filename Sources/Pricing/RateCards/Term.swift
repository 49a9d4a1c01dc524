/// How long a buyer commits to a machine: what is not used of it costs as much as what is.
///
/// ```swift
/// Term(months: 12)               // a job of 13 months takes two years
/// Term(months: 12, renewal: 1)   // and here 13 months
/// ```
public struct Term: Hashable, Sendable {
  /// Whole months, at least 1.
  public let months: Int

  /// By how many months it goes on where the work takes longer; as many again unless somebody says.
  public let renewal: Int

  /// Creates a term of whole months.
  public init(months: Int, renewal: Int? = nil) {
    (self.months, self.renewal) = (months, renewal ?? months)
  }

  /// One month, and then month by month: how machines are had that are paid by the month.
  static let month = Term(months: 1)

  /// Seconds of so many months, twelve of which are 8,760 hours.
  static func seconds(ofMonths months: Int) -> Ratio { Ratio(Int128(months) * 730 * 3_600) }
}

extension Rate {
  /// How long a machine is paid for at least, used or not; `nil` where it may go at any time.
  var leastTerm: Term? { term ?? (unit.part?.isMonthly == true ? .month : nil) }
}

extension Rate {
  /// Whether another price is the same for the same term, or spread over as many months.
  public func hasPrice(of other: Rate) -> Bool {
    price == other.price && term == other.term && amortisation == other.amortisation
  }
}

extension Offer {
  /// How machines come and go by the latest rules, where their prices do not keep them for a term.
  public var scalingInUse: ScalingPolicy {
    guard isHeld else { return scaling }
    return scaling.committed(
      by: rates.filter(\.condition.choices.isEmpty), for: .month(hours: 730))
  }

  /// Whether machines are paid for whole months or longer, whatever is chosen.
  public var isHeld: Bool {
    let rates = rates
    return rates.indices.contains {
      rates[$0].leastTerm != nil && rates[$0].condition.choices.isEmpty
    }
  }
}
