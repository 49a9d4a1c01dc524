/// Begins a page of prose.
struct PageScaffold {
  private let site: SiteContent

  init(_ site: SiteContent) { self.site = site }

  func file(_ path: String, name: String, title: String) -> SiteFile {
    // The front page lies above the others, and each of them leads to it already.
    let isFront = name == "index"
    let top = isFront ? "" : "../"
    let link = site.scenarioIDs.first.map { "[this scenario](\(top)scenarios/\($0)/index.html)" }
    let places =
      isFront
      ? ""
      : """
      navigation: \(title)    # its name in the menu; without it, other pages have to link here
      # footer: \(title)      # its name at the foot of every page

      """
    return SiteFile(
      path: path,
      text: """
        ---
        title: \(title)
        description: What this page says, in a sentence for lists and search results.
        # standfirst: The same for readers, below the title.
        \(places)---

        ## The first part

        What readers should know. Links name files, so that they work from a disk too: \
        \(link ?? "[the front page](\(top)index.html)").

        """)
  }
}
