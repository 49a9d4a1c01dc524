public import Pricing

/// What `content/conformance.yaml` says: how much of public price lists rate cards express, and what the
/// lists' own programs make of the same calls.
public struct ConformanceDocument: Hashable, Sendable {
  /// The day as of which calls were priced and lists held against each other.
  public let day: CalendarDate

  /// The lists, in the author's order.
  public let lists: [PublicList]

  /// Models that two lists price otherwise on that day.
  public let disagreements: [Disagreement]

  /// A public price list, as it was read on some day.
  public struct PublicList: Hashable, Sendable {
    /// What it is called: the name of its package.
    public let name: String

    /// The version of the package; `nil` where nobody says.
    public let version: String?

    /// The page of the list.
    public let address: String?

    /// Its entries that state a price, and those that rate cards express exactly.
    public let all: Share

    /// The same of the entries that have a feature, by its name.
    public let features: [Share]

    /// The keys that no rate card can say, with the entries that have them.
    public let missing: [Share]

    /// What became of the same calls in its own program.
    public let calls: Calls?
  }

  /// A number of entries, and how many of them are expressed exactly.
  public struct Share: Hashable, Sendable {
    /// What they have in common.
    public let name: String

    /// How many there are.
    public let entries: Int

    /// How many are expressed; none of the keys that cannot be.
    public let expressed: Int
  }

  /// Calls priced twice: by the list's own program and by the engine.
  public struct Calls: Hashable, Sendable {
    /// The program and what of it was asked.
    public let program: String

    /// The same to the last digit.
    public let equal: Int

    /// Off by less than rounding each line once explains.
    public let rounding: Int

    /// Other amounts, each with a known reason.
    public let explained: Int

    /// Other amounts.
    public let unexplained: Int

    /// The entries that were asked for and that it answered, and how many of them cost the same in
    /// every call; `nil` where nobody says.
    public let entries: Entries?

    /// The reasons, with the calls that each explains.
    public let reasons: [Reason]

    /// All calls.
    public var count: Int { equal + rounding + explained + unexplained }

    /// Entries of a list.
    public struct Entries: Hashable, Sendable {
      /// Those of which some call was answered.
      public let asked: Int

      /// Those of them no call of which costs something else.
      public let equal: Int
    }
  }

  /// Why some calls cost something else in the list's own program.
  public struct Reason: Hashable, Sendable {
    /// The provider of the list.
    public let provider: String

    /// How many calls.
    public let calls: Int

    /// Why.
    public let text: String
  }

  /// A price of one model that two lists state otherwise.
  public struct Disagreement: Hashable, Sendable {
    /// The model, with its provider.
    public let model: String

    /// What the price is for.
    public let unit: RateUnit

    /// What each list says, in dollars.
    public let prices: [Listed]

    /// A price of a list.
    public struct Listed: Hashable, Sendable {
      /// The list.
      public let list: Located<String>

      /// Dollars for the unit.
      public let price: Money
    }
  }
}
