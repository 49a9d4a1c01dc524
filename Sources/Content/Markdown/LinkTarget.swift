/// Where links and images may lead.
enum LinkTarget {
  /// Checks the address of a link or an image.
  ///
  /// - Throws: ``Mistake`` for no address, and for schemes that run code or read files.
  static func check(_ address: String, isImage: Bool) throws(Mistake) {
    let noun = isImage ? "image" : "link"
    guard !address.isEmpty else {
      throw Mistake("\(noun) without an address", hint: "write it between the parentheses")
    }
    guard !address.hasPrefix("//") else {
      throw Mistake(
        "\(Mistake.quoted(address)) has no scheme", hint: "write https: before the slashes")
    }
    guard let colon = address.firstIndex(of: ":"),
      !address[..<colon].contains(where: { "/?#".contains($0) })
    else { return }
    let scheme = address[..<colon].lowercased()
    let allowed = isImage ? ["http", "https"] : ["http", "https", "mailto"]
    guard allowed.contains(scheme) else {
      throw Mistake(
        "\(Mistake.quoted(address)) is not an address that a page may carry",
        hint: "write a path, or an address of \(allowed.joined(separator: ", "))")
    }
  }
}

extension String {
  /// The text with what XML reads as marks escaped; for element and attribute content.
  var escapedForXML: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text with the bytes that addresses may not hold written as `%` and two digits.
  var escapedForAddress: String {
    utf8.reduce(into: "") { result, byte in
      if Self.addressBytes.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
  }

  private static let addressBytes = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%".utf8)
}
