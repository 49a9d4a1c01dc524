import Content
import Diagnostics
import Foundation
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
    guard let path = path() else { throw .missing(program) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["--zoom", "\(zoom)", "--format", "png"]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { throw .failed(program) }
    // It reads all before it writes, so one after the other cannot block.
    try? input.fileHandleForWriting.write(contentsOf: Data(drawing))
    try? input.fileHandleForWriting.close()
    let picture = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0, !picture.isEmpty else { throw .failed(program) }
    return Array(picture)
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

  private static func path() -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.lazy.map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
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
