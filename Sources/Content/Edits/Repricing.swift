public import Diagnostics
public import Pricing

/// A price or a rule that changes from a day on, to be written into a rate card.
///
/// Nothing is overwritten: a dated entry follows the newest one, in the layout that this has.
public struct Repricing: Sendable {
  /// What changes.
  public enum Subject: Hashable, Sendable {
    /// The price for a unit; `nil` for the only one that the offer has.
    case rate(RateUnit?)

    /// A rule by its key: `idle_timeout`, `billed.idle_tail`.
    case rule(String)
  }

  /// The id of the offer.
  public let offer: String

  /// What changes.
  public let subject: Subject

  /// The condition of the price, as a rate card writes it below `when`; none for the base.
  public let condition: [GivenValue]

  /// What the newest entry is expected to say, as a rate card writes it.
  public let expected: GivenValue

  /// What the new entry says.
  public let value: GivenValue

  /// The first day on which it holds.
  public let from: CalendarDate

  /// The id of the source that states it.
  public let source: GivenValue

  /// The words of the source, if any were kept.
  public let quote: String?

  /// Describes a change.
  public init(
    offer: String, subject: Subject, when condition: [GivenValue] = [], expected: GivenValue,
    value: GivenValue, from: CalendarDate, source: GivenValue, quote: String?
  ) {
    self.offer = offer
    self.subject = subject
    self.condition = condition
    self.expected = expected
    self.value = value
    self.from = from
    self.source = source
    self.quote = quote
  }

  /// A rate card with the new entry.
  public struct Edit: Sendable {
    /// The file as it is now.
    public let old: SiteFile

    /// The file with the entry.
    public let new: SiteFile

    /// The lines of the entry.
    public let lines: [String]

    /// Where they begin.
    public let location: SourceLocation
  }

  /// Why a change is not written down: what is wrong with the call, or with what is there.
  public struct Refusal: Error, Sendable {
    /// What is wrong.
    public let finding: Diagnostic

    init(_ location: SourceLocation, _ message: String, hint: String) {
      finding = Diagnostic(.error, at: location, message, hint: hint)
    }
  }

  /// Writes the entry into its rate card.
  ///
  /// - Parameters:
  ///   - files: The files of the site's content.
  ///   - content: What they say.
  /// - Returns: The rate card before and after; nothing is written to a disk.
  /// - Throws: ``Refusal`` where the newest entry is not the expected one or no earlier one, the
  ///   offer or the source is unknown, or the file is laid out in a way that is not understood.
  public func edit(_ files: [SiteFile], of content: SiteContent) throws(Refusal) -> Edit {
    guard let listed = content.listedOffer(offer) else {
      let ids = content.rateCards.flatMap(\.offers).map(\.offer.id).sorted()
      throw Refusal(
        SourceLocation(file: "breakeven"), "'\(offer)' is not an offer of this site",
        hint: Suggestion.hint(for: offer, in: ids, noun: "offers"))
    }
    guard let cited = content.source(source.text) else {
      throw Refusal(
        source.location, "'\(source.text)' is not a source of this site",
        hint: Suggestion.hint(
          for: source.text, in: content.sources.map(\.id).sorted(), noun: "sources"))
    }
    let path = listed.location.file
    guard let file = files.first(where: { $0.path == path }),
      let card = RateCardNodes(file, offer: offer)
    else { preconditionFailure("an offer stands in the file that it was read from") }
    // An entry that was written down later than its source was read says so.
    let updated = content.settings.updated
    let recorded = cited.read < updated ? updated : nil
    var writer = EntryWriter(change: self, card: card, listed: listed, recorded: recorded)
    let (lines, location) = try writer.write()
    return Edit(
      old: file, new: SiteFile(path: path, bytes: writer.text.bytes), lines: lines,
      location: location)
  }

  /// Refuses a day that is not after that of the newest entry.
  func checkDay(after newest: EvidenceDay?, at place: SourceLocation) throws(Refusal) {
    guard let newest, from <= newest.date else { return }
    throw Refusal(
      SourceLocation(file: "--from"),
      "'\(from)' is not after \(newest.date), the day of the newest entry at \(place)",
      hint: "write a later day; entries are never changed or put between others")
  }

  /// Refuses a present value that is not the expected one.
  func mismatch(_ present: String, at place: SourceLocation) -> Refusal {
    Refusal(
      place, "the newest entry says '\(present)', not '\(expected.text)'",
      hint: "look at it, and repeat the command with --expect '\(present)'")
  }
}

/// The nodes of an offer in the YAML of its rate card.
struct RateCardNodes {
  let file: SiteFile
  let offer: YAMLNode

  /// Finds the offer; `nil` if the file has no such one.
  init?(_ file: SiteFile, offer id: String) {
    var findings: [Diagnostic] = []
    guard let text = SourceText(file.bytes, file: file.path, into: &findings),
      let root = YAMLNode.read(text, noun: "rate card", into: &findings),
      case .sequence(let offers)? = root["offers"]?.content,
      let offer = offers.first(where: { $0["id"]?.text == id })
    else { return nil }
    self.file = file
    self.offer = offer
  }
}

extension YAMLNode {
  /// The value of a key of a mapping.
  subscript(key: String) -> YAMLNode? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs.first { $0.key.value == key }?.value
  }

  /// The keys of a mapping, with their places.
  var keys: [Located<String>] {
    if case .mapping(let pairs) = content { pairs.map(\.key) } else { [] }
  }

  /// The items of a list.
  var items: [YAMLNode] { if case .sequence(let items) = content { items } else { [] } }

  /// The text of a scalar.
  var text: String? { if case .scalar(let text, _) = content { text } else { nil } }

  /// Where the node begins.
  var place: EditedText.Place { EditedText.Place(location) }

  /// The line on which the node begins.
  var line: Int { place.line }

  /// The column at which the node begins.
  var column: Int { place.column }
}
