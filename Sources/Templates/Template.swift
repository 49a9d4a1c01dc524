/// A compiled template for one model.
///
/// Rendering cannot fail: every path was found in the model when the template was loaded.
public struct Template<Model: TemplateModel>: Sendable {
  private let document: Program
  private let fragment: Program?
  private let reader = RecordReader.of(Model.self)

  init(document: Program, fragment: Program?) {
    self.document = document
    self.fragment = fragment
  }

  /// Appends the filled template and a line end; a whole page starts with `<!DOCTYPE html>`.
  ///
  /// - Parameters:
  ///   - model: What fills the template.
  ///   - page: Where the page stands, for its links.
  ///   - output: An empty document, new or used before.
  public func render(
    _ model: Model, on page: PagePlace = PagePlace(path: ""), into output: inout RenderedDocument
  ) {
    var renderer = Renderer(document, reader.values(of: model, on: page))
    renderer.run(into: &output)
    output.bytes.append(UInt8(ascii: "\n"))
  }

  /// The filled template, with its links as they lead from the page.
  public func render(_ model: Model, on page: PagePlace = PagePlace(path: "")) -> [UInt8] {
    var output = RenderedDocument()
    render(model, on: page, into: &output)
    return output.bytes
  }

  /// The filled template as a part of a page, with its links as they lead from there.
  ///
  /// A template of a whole page, or with a layout, is no part of another one.
  public func fragment(_ model: Model, on page: PagePlace = PagePlace(path: "")) -> Fragment {
    guard let fragment else { preconditionFailure("a whole page is no part of another one") }
    var output = RenderedDocument()
    var renderer = Renderer(fragment, reader.values(of: model, on: page))
    renderer.run(into: &output)
    return Fragment(output, kind: fragment.kind)
  }
}
