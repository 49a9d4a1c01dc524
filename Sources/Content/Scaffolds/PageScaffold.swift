/// Begins a page of prose.
struct PageScaffold {
  private let site: SiteContent

  init(_ site: SiteContent) { self.site = site }

  func file(_ path: String, title: String) -> SiteFile {
    let link = site.scenarioIDs.first.map { "[this scenario](../scenarios/\($0)/index.html)" }
    return SiteFile(
      path: path,
      text: """
        ---
        title: \(title)
        description: What this page says, in a sentence for lists and search results.
        # standfirst: The same for readers, below the title.
        navigation: \(title)    # its name in the menu; without it, other pages have to link here
        # footer: \(title)      # its name at the foot of every page
        ---

        ## The first part

        What readers should know. Links name files, so that they work from a disk too: \
        \(link ?? "[the front page](../index.html)").

        """)
  }
}
