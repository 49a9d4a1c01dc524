import Foundation
import Templates
import XML

/// Times how a chart is drawn and how templates are filled, on one core.
///
///     drawing chart <file> <templates>     the break-even chart of a file, laid out and as SVG
///     drawing templates <templates>        pages with a table of 50 rows
///
/// `templates` is the folder of this repository. Prints one line of JSON: the time of one chart or
/// page, and its bytes.
@main
enum Drawing {
  static func main() async throws {
    let words = Array(CommandLine.arguments.dropFirst())
    switch (words.first, words.count) {
    case ("chart", 3): print(try await timed(Chart.drawing(file: words[1], templates: words[2])))
    case ("templates", 2): print(try await timed(Rows.filling(templates: words[1])))
    default: print("usage: drawing chart <file> <templates> | drawing templates <templates>")
    }
  }

  /// Calls a function for half a second, after as many calls to warm up as take a tenth of one.
  private static func timed(_ make: () throws -> [UInt8]) throws -> String {
    let clock = ContinuousClock()
    func run(for length: Duration) throws -> (calls: Int, bytes: Int, time: Duration) {
      let start = clock.now
      var (calls, bytes) = (0, 0)
      repeat {
        bytes = try make().count
        calls += 1
      } while clock.now - start < length
      return (calls, bytes, clock.now - start)
    }
    _ = try run(for: .milliseconds(100))
    let (calls, bytes, time) = try run(for: .milliseconds(500))
    return #"{"seconds": \#(time / .seconds(1) / Double(calls)), "bytes": \#(bytes)}"#
  }

  /// The program's schemas, for templates in a folder.
  static func profiles(_ folder: String) throws -> TemplateSet.Profiles {
    func schema(_ name: String) throws -> Schema {
      try Schema("schema/\(name).rng", as: .template) { path in
        (try? Data(contentsOf: URL(filePath: "\(folder)/\(path)"))).map { Array($0) }
      }
    }
    return TemplateSet.Profiles(page: try schema("page"), chart: try schema("chart"))
  }
}
