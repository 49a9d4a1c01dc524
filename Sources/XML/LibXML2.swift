import CLibXML2

/// What concerns libxml2 as a whole.
enum LibXML2 {
  /// Sets libxml2 up once, before any thread parses: its tables of data types are filled
  /// lazily and not thread-safe, and it may read nothing but the bytes that it is handed: no file,
  /// no network, whatever a document, schema or inclusion says.
  static let start: Void = {
    xmlInitParser()
    unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
    xmlSchemaInitTypes()
    _ = xmlRelaxNGInitTypes()
  }()
}
