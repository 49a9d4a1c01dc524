import Content
import Encoders

extension Table {
  /// The table with the columns, rows and caption that are asked for, its numbers as readers of a
  /// language write them.
  ///
  /// - Throws: ``EmbedMistake`` for a word that the table does not have, at its place.
  func selecting(_ request: EmbedRequest) throws(EmbedMistake) -> Table {
    var selection = TableSelection()
    selection.columns = request[.columns].map { Self.list($0.value) }
    if let rows = request[.rows]?.value {
      selection.rows = Int(rows).map { .first($0) } ?? .named(Self.list(rows))
    }
    if let sort = request[.sort]?.value {
      let isDescending = sort.hasPrefix("-")
      selection.sort = TableSelection.Sort(
        column: String(sort.dropFirst(isDescending ? 1 : 0)), isDescending: isDescending)
    }
    selection.caption = request[.caption]?.value
    let selected: Table
    do throws(TableSelectionError) { selected = try selecting(selection) } catch {
      throw Self.mistake(error, request)
    }
    guard let locale = request[.locale] else { return selected }
    let languages = NumberStyle.languages
    guard let language = languages.first(where: { $0.tag == locale.value }) else {
      throw .unknown(
        locale, "language whose numbers are known", languages.map(\.tag), "languages")
    }
    return selected.written(in: language.style)
  }

  /// The words between commas.
  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { word in
      var word = word.drop { $0 == " " }
      while word.last == " " { word.removeLast() }
      return String(word)
    }
  }

  private static func mistake(
    _ error: TableSelectionError, _ request: EmbedRequest
  ) -> EmbedMistake {
    func at(_ option: EmbedOption, _ word: String) -> Located<String> {
      Located(word, at: request[option]?.location ?? request.location)
    }
    let table = "of '\(request.id.value)'"
    switch error {
    case .column(let word, let known):
      return .unknown(at(.columns, word), "column \(table)", known, "columns")
    case .row(let word, let known):
      return .unknown(at(.rows, word), "row \(table)", known, "rows")
    case .sort(let word, let known):
      return .unknown(at(.sort, word), "column \(table)", known, "columns")
    }
  }
}
