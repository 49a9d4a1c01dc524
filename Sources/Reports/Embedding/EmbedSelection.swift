import Content
import Encoders
import Messages

extension EmbedRequest {
  /// What is wanted of a table.
  ///
  /// - Parameter usual: What is wanted where the request says nothing else.
  /// - Returns: What a table is asked for.
  func selection(over usual: TableSelection = TableSelection()) -> TableSelection {
    var selection = usual
    if let columns = self[.columns] { selection.columns = Self.list(columns.value) }
    if let rows = self[.rows]?.value {
      selection.rows = Int(rows).map { .first($0) } ?? .named(Self.list(rows))
    }
    if let sort = self[.sort]?.value {
      let isDescending = sort.hasPrefix("-")
      selection.sort = TableSelection.Sort(
        column: String(sort.dropFirst(isDescending ? 1 : 0)), isDescending: isDescending)
    }
    if let groups = self[.groups] { selection.groups = Self.list(groups.value) }
    if let caption = self[.caption] { selection.caption = caption.value }
    return selection
  }

  /// The words between commas.
  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { word in
      var word = word.drop { $0 == " " }
      while word.last == " " { word.removeLast() }
      return String(word)
    }
  }

  /// A word that a table does not have, at its place.
  fileprivate func mistake(_ error: TableSelectionError) -> EmbedMistake {
    let (option, word, known, noun) =
      switch error {
      case .column(let word, let known): (EmbedOption.columns, word, known, "column")
      case .row(let word, let known): (EmbedOption.rows, word, known, "row")
      case .sort(let word, let known): (EmbedOption.sort, word, known, "column")
      case .group(let word, let known): (EmbedOption.groups, word, known, "column of words")
      }
    return .unknown(
      Located(word, at: self[option]?.location ?? location), "\(noun) of '\(id.value)'", known,
      option == .rows ? "rows" : "columns")
  }
}

extension Table {
  /// The table with the columns, rows and caption that are asked for, its numbers as readers of a
  /// language write them.
  ///
  /// - Parameters:
  ///   - request: What is asked for.
  ///   - usual: What is wanted where the request says nothing else.
  /// - Returns: The rows and columns that are wanted.
  /// - Throws: ``EmbedMistake`` for a word that the table does not have, at its place.
  func selecting(
    _ request: EmbedRequest, over usual: TableSelection
  ) throws(EmbedMistake) -> Table {
    let selected = arranged(try arrangement(request.selection(over: usual), for: request))
    guard let locale = request[.locale] else { return selected }
    let languages = NumberStyle.languages
    guard let language = languages.first(where: { $0.tag == locale.value }) else {
      throw .unknown(
        locale, "language whose numbers are known", languages.map(\.tag), "languages")
    }
    return selected.written(in: language.style)
  }

  /// Where the rows and columns are that a request asks for.
  ///
  /// - Throws: ``EmbedMistake`` for a word that the table does not have, at its place.
  func arrangement(
    _ selection: TableSelection, for request: EmbedRequest
  ) throws(EmbedMistake) -> TableArrangement {
    do throws(TableSelectionError) { return try arrangement(selection) } catch {
      throw request.mistake(error)
    }
  }
}
