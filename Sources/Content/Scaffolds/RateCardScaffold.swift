import Diagnostics

/// Begins a rate card with a price that is not stated yet, and lists its source.
struct RateCardScaffold {
  private let site: SiteContent
  private let name: String
  private let title: String

  init(_ site: SiteContent, name: String, title: String) throws(Mistake) {
    (self.site, self.name, self.title) = (site, name, title)
    guard site.listedOffer("\(name)-h100") == nil else {
      throw Mistake("an offer '\(name)-h100' exists already", hint: "choose another name")
    }
  }

  private var source: String { "\(name)-pricing" }

  /// The rate card, and before it the list of sources with one more, unless it is there.
  func files(_ path: String, beside present: [SiteFile]) throws(Mistake) -> [SiteFile] {
    let card = SiteFile(path: path, text: text)
    guard site.source(source) == nil else { return [card] }
    let sources = "content/sources.yaml"
    guard let file = present.first(where: { $0.path == sources }) else {
      throw Mistake("'\(sources)' is missing", hint: "write it, beginning with 'sources:'")
    }
    return [
      SiteFile(path: sources, text: listed(in: String(decoding: file.bytes, as: UTF8.self))), card,
    ]
  }

  private var text: String {
    """
    # yaml-language-server: $schema=../schema/rate-card.schema.json
    name: \(title)
    # website: https://example.com
    summary: What it sells, and how it bills that.
    offers:
      - id: \(name)-h100
        name: \(title) H100
        # machine: {name: NVIDIA H100, detail: 80 GB}
        rates:
          - usd_per_gpu_hour: not stated      # write the price: 3.20, or '3 to 4'
            source: \(source)
            # quote: H100 $3.20/hr            # the words that state it, with the number
            # from: 2026-11-01                # the day it began, if a source tells
        # scaling:                            # what is billed beside the work
        #   source: \(source)
        #   minimum_replicas: 0
        #   idle_timeout: 60 s
        #   billing_increment: 1 s
        #   start: {loading: 5 s to 20 s}
        #   billed: {loading: not stated, active: billed, idle_tail: billed}

    """
  }

  /// The list with the source at its end, written like the last one.
  private func listed(in list: String) -> String {
    let last = list.split(separator: "\n").last { $0.drop { $0 == " " }.hasPrefix("- ") }
    let margin = last.map { String($0.prefix { $0 == " " }) } ?? "  "
    let lines = [
      "- id: \(source)", "  title: Pricing", "  publisher: \(title)",
      "  read: \(site.settings.updated)       # the day on which you read it",
      "  # url: https://example.com/pricing",
    ]
    return list + (list.hasSuffix("\n") ? "" : "\n") + "\n"
      + lines.map { "\(margin)\($0)\n" }.joined()
  }
}
