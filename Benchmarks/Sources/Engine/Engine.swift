import Pricing

/// Times the engine on one core.
///
///     engine calls <file> <seconds>      invoices of the token calls in a file, again and again
///     engine crossings <curves>          all crossings of so many cost curves, and their envelopes
///
/// Prints one line of JSON.
@main
enum Engine {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    switch (words.first, words.count) {
    case ("calls", 3):
      print(try TokenCalls(file: words[1]).timed(seconds: Int(words[2]) ?? 1))
    case ("crossings", 2):
      print(try Crossings(curves: Int(words[1]) ?? 100).timed())
    default:
      print("usage: engine calls <file> <seconds> | engine crossings <curves>")
    }
  }
}
