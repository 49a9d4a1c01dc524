import Content
import Foundation
import TestSupport
import Testing

@Suite("JSON Schema")
struct JSONSchemaTests {
  @Test func describesEveryKindForEditors() throws {
    try expectGolden(JSONSchema.text(of: Example.card), "rate-card.schema.json")
  }

  @Test func isJSON() throws {
    let text = JSONSchema.text(of: Example.card)
    _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
  }
}
