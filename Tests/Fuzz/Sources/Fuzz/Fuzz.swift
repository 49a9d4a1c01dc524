import Foundation

/// Called by libFuzzer with bytes that it made up; a trap is a finding.
///
/// `FUZZ_INPUT` says what the bytes stand for, and `FUZZ_HOME` where the repository is.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  input.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// Where the program starts: the package manager gives `main` this name, and libFuzzer has another.
@_cdecl("Fuzz_main")
public func start(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  var (count, arguments) = (count, arguments)
  return runFuzzer(&count, &arguments, fuzz)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ input: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// Something that reads what a stranger wrote, and the laws that hold whatever that is.
protocol Input: Sendable {
  /// Reads bytes, and traps if a law does not hold.
  func read(_ bytes: [UInt8])
}

/// Traps where a law does not hold, and says which, in a release too.
func law(_ holds: Bool, _ words: @autoclosure () -> String) {
  if !holds { fatalError(words()) }
}

private let input: any Input = {
  let environment = ProcessInfo.processInfo.environment
  let home = environment["FUZZ_HOME"] ?? "."
  switch environment["FUZZ_INPUT"] {
  case "content": return ContentInput(home: home)
  case "page": return PageInput(home: home)
  case "template": return TemplateInput(home: home)
  case "schema": return SchemaInput()
  case "messages": return MessagesInput()
  case "inject": return InjectInput()
  case "import": return ImportInput(home: home)
  case let name: fatalError("FUZZ_INPUT is '\(name ?? "")'; see script/fuzz")
  }
}()
