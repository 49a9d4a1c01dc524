import Diagnostics
import Pricing

extension Rate {
  /// For how long a buyer commits, and over how long a purchase is spread; nothing for other prices.
  var termMembers: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = []
    if let term {
      members.append(("term_months", .number(term.months)))
      members.append(("renewal_months", .number(term.renewal)))
    }
    if let amortisation { members.append(("amortised_months", .number(amortisation))) }
    return members
  }
}
