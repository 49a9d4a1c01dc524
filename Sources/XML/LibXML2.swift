import CLibXML2

/// What concerns libxml2 as a whole.
enum LibXML2 {
  /// Sets libxml2 up once, before any thread parses: its tables of data types are filled
  /// lazily and not thread-safe, and no document, schema or inclusion may reach the network.
  static let start: Void = {
    xmlInitParser()
    unsafe xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader)
    xmlSchemaInitTypes()
    _ = xmlRelaxNGInitTypes()
  }()
}
