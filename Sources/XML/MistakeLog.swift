import CLibXML2
import Diagnostics

/// Collects what libxml2 reports about one document while it parses.
final class MistakeLog {
  private let file: String
  private let skipped: Int
  private var positions: SourcePositions
  private var lines: Set<Int> = []

  /// The mistakes, the first of each line: the others are its consequences.
  private(set) var mistakes: [Diagnostic] = []

  init(_ bytes: [UInt8], file: String, skipped: Int) {
    self.file = file
    self.skipped = skipped
    positions = SourcePositions(bytes, file: file)
  }

  /// libxml2 passes the parser, whose `_private` is the log.
  static let record: xmlStructuredErrorFunc = { parser, error in
    guard let parser = unsafe parser?.assumingMemoryBound(to: xmlParserCtxt.self),
      let owner = unsafe parser.pointee._private, let error = unsafe error
    else { return }
    let log = unsafe Unmanaged<MistakeLog>.fromOpaque(owner).takeUnretainedValue()
    unsafe log.add(SyntaxMistake(error), parser: parser)
  }

  private func add(_ mistake: SyntaxMistake, parser: xmlParserCtxtPtr) {
    guard mistake.isError else { return }
    // libxml2's own columns count bytes in some states; where it stands is exact.
    let location =
      if let input = unsafe parser.pointee.input {
        unsafe positions.location(
          at: skipped + Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base))
      } else {
        SourceLocation(file: file)
      }
    guard lines.insert(location.line ?? 0).inserted else { return }
    mistakes.append(
      Diagnostic(.error, at: location, mistake.message, hint: mistake.hint))
  }
}
