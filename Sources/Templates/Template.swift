/// A compiled template for one model.
///
/// Rendering cannot fail: every path was found in the model when the template was loaded.
public struct Template<Model: TemplateModel>: Sendable {
  private let program: Program
  private let reader = RecordReader(Model.self)

  init(program: Program) { self.program = program }

  /// Appends the filled template and a line end; a whole page starts with `<!DOCTYPE html>`.
  public func render(
    _ model: Model, on page: PagePlace = PagePlace(path: ""), into output: inout [UInt8]
  ) {
    run(model, on: page, asFragment: false, into: &output)
    output.append(UInt8(ascii: "\n"))
  }

  /// The filled template, with its links as they lead from the page.
  public func render(_ model: Model, on page: PagePlace = PagePlace(path: "")) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(program.bytes.count * 4)
    render(model, on: page, into: &output)
    return output
  }

  /// The filled template as a part of another one on the same page.
  public func fragment(_ model: Model, on page: PagePlace = PagePlace(path: "")) -> Fragment {
    var output: [UInt8] = []
    run(model, on: page, asFragment: true, into: &output)
    return Fragment(bytes: output)
  }

  private func run(
    _ model: Model, on page: PagePlace, asFragment: Bool, into output: inout [UInt8]
  ) {
    var renderer = Renderer(program, reader.values(of: model), on: page)
    renderer.run(asFragment: asFragment, into: &output)
  }
}
