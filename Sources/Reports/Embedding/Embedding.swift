import Charts
package import Content
package import Diagnostics
import Encoders
import Messages

/// Tables and charts of a site, written for other people's documents.
package struct Embedding: Sendable {
  /// A table or a chart in the wanted format.
  package enum Piece: Sendable {
    /// Text.
    case text([UInt8])

    /// A drawing that has to become a picture of pixels.
    case drawing([UInt8])
  }

  private let context: SiteContext
  private let subjects: EmbedSubjects
  private let templates: EmbedTemplates

  /// The language that all of it is said in.
  private let language = Language.current

  /// Makes the reports of the scenarios that are asked for, each once.
  ///
  /// - Parameters:
  ///   - context: The site, with those scenarios priced.
  ///   - templates: The templates of the site.
  ///   - diagnostics: Receives what keeps a chart from being drawn.
  package init(
    _ context: SiteContext, _ templates: ReportTemplates, into diagnostics: inout [Diagnostic]
  ) {
    self.context = context
    self.templates = EmbedTemplates(templates)
    let kinds = FigureKinds(templates)
    var reports: [String: ScenarioReport] = [:]
    for (id, scenario) in context.priced {
      reports[id] = ScenarioReport(scenario, in: context, kinds, into: &diagnostics)
    }
    subjects = EmbedSubjects(context, reports: reports)
  }

  /// Writes what is asked for.
  ///
  /// - Parameters:
  ///   - request: What is asked for.
  ///   - format: The format where the request has none.
  ///   - diagnostics: Receives what the site does not have, and what the format cannot show.
  /// - Returns: `nil` if there was any mistake.
  package func piece(
    _ request: EmbedRequest, as format: EmbedFormat, into diagnostics: inout [Diagnostic]
  ) -> Piece? {
    let piece = Language.$bound.withValue(language) {
      spoken(request, as: format, into: &diagnostics)
    }
    let missing = language?.findings ?? []
    diagnostics += missing
    return missing.isEmpty ? piece : nil
  }

  private func spoken(
    _ request: EmbedRequest, as format: EmbedFormat, into diagnostics: inout [Diagnostic]
  ) -> Piece? {
    do throws(EmbedMistake) {
      let format = request[.format].flatMap { EmbedFormat(rawValue: $0.value) } ?? format
      return switch request.subject {
      case .table: try tablePiece(request, format)
      case .chart: try chartPiece(request, format)
      }
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
    }
  }

  // MARK: Tables

  private func tablePiece(
    _ request: EmbedRequest, _ format: EmbedFormat
  ) throws(EmbedMistake) -> Piece {
    let table = try subjects.table(
      request, isForPrograms: format == .csv || format == .json)
    switch format {
    case .html: return .text(templates.fragment(EmbeddedTable(table)))
    case .markdown: return .text(TableFormat.markdown.file(table))
    case .asciidoc: return .text(TableFormat.asciidoc.file(table))
    case .rst: return .text(TableFormat.restructuredText.file(table))
    case .latex: return .text(TableFormat.latex.file(table))
    case .csv, .json:
      if let locale = request[.locale] {
        throw .mistake(
          locale, "\(format.rawValue) is for programs, which read numbers in one way",
          "leave the language out")
      }
      return .text((format == .csv ? TableFormat.csv : .json).file(table))
    case .iframe:
      return try frame(
        request, try subjects.page(request), table.caption, height: EmbedFrame.height(of: table))
    case .svg, .png, .picture: throw notShown(request, format, "write a chart so, or take html")
    }
  }

  // MARK: Charts

  private func chartPiece(
    _ request: EmbedRequest, _ format: EmbedFormat
  ) throws(EmbedMistake) -> Piece {
    let (report, figure) = try subjects.chart(request)
    let theme = request[.theme].flatMap { EmbedTheme(rawValue: $0.value) }
    switch format {
    case .svg: return .text(figure.file(theme?.style ?? .adaptive))
    // A picture of pixels cannot follow its reader's screen.
    case .png: return .drawing(figure.file(theme == .dark ? .dark : .light))
    case .json: return .text(figure.data.json.file)
    case .csv: throw notShown(request, format, "take json, or the table of the chart")
    case .iframe:
      return try frame(
        request, SitePaths.embed(chart: figure.id), figure.title,
        height: EmbedFrame.usualHeight)
    case .latex where request[.at] == nil:
      throw .mistake(
        Located(request.id.value, at: request.location), "TeX reads pictures from files only",
        "say with 'at' where '\(figure.id).png' is")
    case .html, .markdown, .asciidoc, .rst, .latex, .picture:
      let chart = EmbeddedChart(
        path: try files(of: figure, request), title: request[.caption]?.value ?? figure.title,
        hasThemes: hasThemes(request), origin: report.origin)
      guard let text = chart.text(format, theme: theme ?? .adaptive) else {
        throw notShown(request, format, "take picture")
      }
      return .text(Array(text.utf8))
    }
  }

  /// Whether a chart has files of one theme: of somebody else's files only they know.
  private func hasThemes(_ request: EmbedRequest) -> Bool {
    request[.at] != nil
      || context.content.settings.published.isSuperset(of: [.lightCharts, .darkCharts])
  }

  /// Where the files of a chart are for the readers of the document, without endings.
  private func files(
    of figure: Figure, _ request: EmbedRequest
  ) throws(EmbedMistake) -> String {
    if let folder = request[.at]?.value {
      return folder.hasSuffix("/") ? "\(folder)\(figure.id)" : "\(folder)/\(figure.id)"
    }
    return
      "\(try base(request, "say where its files are with 'at', or"))/\(SitePaths.chart(figure.id))"
  }

  // MARK: Both

  private func frame(
    _ request: EmbedRequest, _ path: String, _ title: String, height: Int
  ) throws(EmbedMistake) -> Piece {
    let address = "\(try base(request, ""))/\(path)"
    return .text(Array(EmbedFrame.text(address, title: title, height: height).utf8))
  }

  /// The address of the published site.
  private func base(_ request: EmbedRequest, _ way: String) throws(EmbedMistake) -> String {
    guard let base = context.baseURL else {
      let hint = "\(way) write base_url in content/site.yaml, or give --base-url"
      throw .mistake(
        Located(request.id.value, at: request.location),
        "nobody knows the address of the published site",
        String(hint.drop { $0 == " " }))
    }
    return base
  }

  private func notShown(
    _ request: EmbedRequest, _ format: EmbedFormat, _ hint: String
  ) -> EmbedMistake {
    .mistake(
      request[.format] ?? Located(format.rawValue, at: request.location),
      "\(format.rawValue) shows no \(request.subject.rawValue)", hint)
  }
}

extension EmbedTheme {
  fileprivate var style: ChartStyle.Theme {
    switch self {
    case .adaptive: .adaptive
    case .light: .light
    case .dark: .dark
    }
  }
}
