/// What is in `data/metadata/<id>.json`.
enum MetadataFields {
  static let metadata = DataShape(
    "metadata", "What the tables and charts of a scenario are.",
    [
      DataField("scenario", .id, "The id of the scenario."),
      DataField("title", .text, "What the scenario is called."),
      DataField("finding", .text, "What it shows, in a sentence."),
      DataField(
        "page", .text,
        "Its page: an address, or a path below the site where nobody knows where that is published."
      ),
      DataField("publication", .text, "The name of the publication."),
      DataField("licence", .text, "The terms under which tables and charts may be used."),
      DataField("updated", .date, "The day on which the content was last gone through."),
      DataField(
        "sources", .list(.object(source)), "Who states the rates, in the order of the offers."),
      DataField("items", .list(.object(item)), "The tables, then the charts."),
    ])

  private static let source = DataShape(
    "metadata-source", "A page, document or article that was read.",
    [
      DataField("title", .text, "What it is called."),
      DataField("publisher", .text, "Who published it."),
      .optional("url", .text, "Its address, where it has one."),
      .optional("published", .date, "The day of its publication, where it bears one."),
      .optional("copied", .date, "The day of the copy that was read, where that bears one."),
      DataField("read", .date, "The day on which it was read."),
    ])

  private static let item = DataShape(
    "metadata-item", "A table or a chart.",
    [
      DataField("id", .text, "Its name, with which the paths of its files end."),
      DataField("kind", .choice(["table", "chart"]), "What it is."),
      DataField("title", .text, "What it shows, or what the chart found."),
      DataField("files", .list(.text), "The paths of its files below the site."),
      .optional("embed", .text, "The path of the page that shows nothing else."),
      DataField(
        "sha256", .hash,
        "The SHA-256 of the first of its files, by which a copy of the figures is known to be current."
      ),
    ])
}
