import Content
import Encoders
import Messages
import Publishing
import Templates

/// A page that is published as Markdown too, from the same values.
protocol TwinnedPage: TemplateModel {
  /// What stands around the page.
  var frame: Frame { get }

  /// The heading of the Markdown.
  var twinTitle: String { get }

  /// Writes what the page says below its heading, without what stands around it.
  func write(to twin: inout Twin)
}

/// The Markdown of a page while it is written.
struct Twin {
  typealias Run = MarkdownDocument.Run

  /// What is written so far.
  var page = MarkdownDocument()

  /// Where the page stands, from which its links count.
  let place: PagePlace

  /// The Markdown of a page, with what its footer says.
  static func bytes(of page: some TwinnedPage, at path: String) -> [UInt8] {
    var twin = Twin(place: PagePlace(path: SitePaths.twin(of: path)))
    twin.page.heading(page.twinTitle, level: 1)
    page.write(to: &twin)
    let frame = page.frame
    let read = localized("Prices last read \(frame.updated). \(frame.licence).")
    twin.say("\(frame.siteTitle). \(read)")
    return twin.page.bytes
  }

  /// The heading of a part.
  mutating func part(_ title: String) { page.heading(title, level: 2) }

  /// A paragraph; nothing where there is no text.
  mutating func say(_ text: String?) {
    if let text, !text.isEmpty { page.paragraph([.text(text)]) }
  }

  /// A part with a list; nothing where the list is empty.
  mutating func part(_ title: String, _ items: [[Run]], isNumbered: Bool = false) {
    guard !items.isEmpty else { return }
    part(title)
    page.list(items, isNumbered: isNumbered)
  }

  /// The main sentence of a page.
  mutating func find(_ text: String) { page.paragraph([.strong("\(Self.plain(text)).")]) }

  /// The text without what keeps its parts on one line of a page.
  static func plain(_ text: String) -> String { text.replacing("\u{2060}", with: "") }

  /// A link of the site.
  func link(_ text: String, _ target: LinkTarget?) -> Run {
    target.map { .link(text, to: $0.text(on: place)) } ?? .text(text)
  }

  func link(_ link: PageLink) -> Run { self.link(link.title, link.link) }

  /// The numbers of sources behind what they state: ` [1, 2]`.
  func marks(_ citations: [Citation]) -> Run {
    .text(citations.isEmpty ? "" : " [\(citations.map(\.mark).joined(separator: ", "))]")
  }

  /// The sources of a page, by their numbers.
  mutating func sources(_ entries: [SourceEntry]) {
    part(
      localized("Sources"),
      entries.map { source in
        let title = source.link.map { Run.link(source.title, to: $0) } ?? .text(source.title)
        let interest = source.interest.map { " \($0)" } ?? ""
        let age = source.age.map { ", \($0)" } ?? ""
        return [title, .text(", \(source.publisher). \(source.details)\(age).\(interest)")]
      }, isNumbered: true)
  }

  /// A chart: what it found, its picture and what is said about it.
  mutating func figure(_ figure: ChartFigure) {
    let picture = figure.files.first { $0.link.fromRoot.hasSuffix(".svg") }.map {
      Run.image(Self.plain(figure.heading ?? figure.title), at: $0.link.text(on: place))
    }
    if let heading = figure.heading { page.paragraph([.strong(heading)]) }
    if let picture { page.paragraph([picture]) }
    say(figure.caption)
  }

  /// How an amount comes about.
  mutating func arithmetic(_ arithmetic: Arithmetic) {
    page.paragraph([
      .strong([arithmetic.amount, arithmetic.detail].compactMap(\.self).joined(separator: " "))
    ])
    steps(arithmetic.steps)
    for remark in arithmetic.remarks { say(remark) }
    inputs(arithmetic.inputs)
  }

  /// What is worked out, a line each.
  mutating func steps(_ steps: [ArithmeticStep]) {
    page.list(
      steps.map { step in
        let equations = step.equations.map { equation in
          equation.end.map { "\($0): \(equation.text)" } ?? equation.text
        }
        let state = step.state.map { ", \($0)" } ?? ""
        return [.text("\(step.title)\(state): \(equations.joined(separator: "; "))")]
      })
  }

  /// What went in, and who says so, a line each.
  mutating func inputs(_ inputs: [ArithmeticInput]) {
    page.list(
      inputs.map { input in
        guard let source = input.source else { return [.text("\(input.values): \(input.assumed)")] }
        let words = [input.quote.map { localized("“\($0)”") }, input.working].compactMap(\.self)
        return [
          .text("\(([input.values] + words).joined(separator: "; ")); "), link(source, input.link),
        ]
      })
  }
}

extension Table.Column {
  /// A column of words, by its head in English.
  init(named name: String) {
    self.init(
      key: name.lowercased().replacing(" ", with: "-"), title: localized(name: name))
  }
}

extension SiteWriter {
  /// Writes a page, if its family is wanted, and its Markdown, if that is wanted too.
  mutating func page<Page: TwinnedPage>(
    _ page: Page, withTwin template: Template<Page>, at path: String,
    in family: PublishedFamily = .pages
  ) throws(BuildError) {
    guard publishes(family) else { return }
    try self.page(page, template, at: path, in: family)
    try data(at: SitePaths.twin(of: path), in: .twins) { $0 += Twin.bytes(of: page, at: path) }
  }
}
