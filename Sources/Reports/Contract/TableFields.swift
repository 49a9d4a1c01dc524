/// What is in `tables/<id>.json` and in `manifest.json`.
enum TableFields {
  static let table = DataShape(
    "table", "A table.",
    [
      DataField("table", .id, "The id of the table."),
      DataField("caption", .text, "What it shows."),
      DataField("notes", .list(.text), "What a reader has to know."),
      DataField("columns", .list(.object(column)), "The columns, from left to right."),
      DataField(
        "rows", .list(.list(.object(cell))),
        "The rows; each has a cell for every column, in their order."),
      DataField("cell_notes", .list(.text), "What is said about cells, once each."),
    ])

  private static let column = DataShape(
    "column", "A column.",
    [DataField("key", .id, "Its name for programs."), DataField("title", .text, "Its head.")])

  private static let cell = DataShape(
    "cell", "A cell.",
    [
      DataField("text", .text, "What is shown."),
      .optional("state", .text, "Why there is no amount, or what a word means for programs."),
      .optional("usd", .dollars, "An amount; the low end of a range."),
      .optional(
        "high_usd", .nullable(.dollars),
        "The high end, where it is another one; null if nobody states it."),
      .optional(
        "value", .text, "What programs read in place of the text: an id, a date as YYYY-MM-DD."),
      .optional("low", .decimal, "A number; the low end of a range."),
      .optional("high", .decimal, "The high end, where it is another one."),
      .optional("notes", .list(.whole), "Places in cell_notes."),
    ])

  static let manifest = DataShape(
    "manifest", "The files of the site.",
    [
      DataField("generator", .choice(["breakeven"]), "Who wrote the site."),
      DataField("version", .text, "The version of the program."),
      DataField("files", .map(.object(file)), "Every file but the manifest, by its path."),
    ])

  private static let file = DataShape(
    "file", "A file.",
    [DataField("bytes", .whole, "Its length."), DataField("sha256", .hash, "Its SHA-256.")])
}
