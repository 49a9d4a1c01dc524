/// A compiled template for one model.
///
/// Rendering cannot fail: every path was found in the model when the template was loaded.
public struct Template<Model: TemplateModel>: Sendable {
  private let program: Program
  private let reader = RecordReader(Model.self)

  init(program: Program) { self.program = program }

  /// Appends the filled template and a line end; a whole page starts with `<!DOCTYPE html>`.
  public func render(_ model: Model, into output: inout [UInt8]) {
    run(model, asFragment: false, into: &output)
    output.append(UInt8(ascii: "\n"))
  }

  /// The filled template.
  public func render(_ model: Model) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(program.bytes.count * 4)
    render(model, into: &output)
    return output
  }

  /// The filled template as a part of another one.
  public func fragment(_ model: Model) -> Fragment {
    var output: [UInt8] = []
    run(model, asFragment: true, into: &output)
    return Fragment(bytes: output)
  }

  private func run(_ model: Model, asFragment: Bool, into output: inout [UInt8]) {
    var renderer = Renderer(program, reader.values(of: model))
    renderer.run(asFragment: asFragment, into: &output)
  }
}
