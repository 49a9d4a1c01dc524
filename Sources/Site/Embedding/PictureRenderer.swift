import Content
import Diagnostics
import Publishing

/// Makes pictures of pixels from drawings with `rsvg-convert`, which is not ours: Debian has it in
/// `librsvg2-bin`.
package enum PictureRenderer {
  /// How many pixels a pixel of the drawing becomes: enough for slides.
  private static let zoom = 2

  private static let program = "rsvg-convert"

  /// Draws a picture.
  ///
  /// - Parameter drawing: An SVG document.
  /// - Returns: A PNG of twice its size.
  /// - Throws: ``PictureError``.
  package static func picture(of drawing: [UInt8]) throws(PictureError) -> [UInt8] {
    let run: ProgramRun
    do throws(OutputError) {
      run = try ProgramRun(program, ["--zoom", "\(zoom)", "--format", "png"], reading: drawing)
    } catch { throw error.isOfNothing ? .missing(program) : .failed(program) }
    guard run.status == 0, !run.output.isEmpty else { throw .failed(program) }
    return run.output
  }

  /// Draws the pictures of a site that publishes some.
  ///
  /// - Parameter settings: What the site says of itself; where it asks for pictures is where it is
  ///   told why there are none.
  /// - Returns: What draws.
  static func drawing(for settings: SiteSettings) -> PictureDrawing {
    let place = settings.publishLocation ?? SourceLocation(file: "content/site.yaml")
    return { drawing in
      do throws(PictureError) { return .success(try picture(of: drawing)) } catch {
        return .failure(
          PictureFailure(Diagnostic(.error, at: place, error.message, hint: error.hint)))
      }
    }
  }
}

/// Why a picture cannot be drawn.
package enum PictureError: Error, Hashable, Sendable {
  /// The program that draws is not on the path.
  case missing(String)

  /// The program that draws gave no picture.
  case failed(String)

  /// What stops the program, as a phrase.
  package var message: String {
    switch self {
    case .missing(let program): "no '\(program)' on the path, and a PNG needs it"
    case .failed(let program): "'\(program)' made no picture of the chart"
    }
  }

  /// What to do about it.
  package var hint: String {
    switch self {
    case .missing: "install librsvg2-bin, or take svg"
    case .failed: "take svg, and hand that to rsvg-convert to see why"
    }
  }
}
