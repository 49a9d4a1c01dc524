/// A type, and what is inside it if it is an optional or a list.
///
/// A cast of a type to a protocol looks at every conformance of the program, unless the same cast was
/// made before. Read from memory, the type inside is cast once, however it is wrapped. Words of a type
/// are as in the language's stable layout: what kind it is, which declaration it is of, and its first
/// generic argument.
struct WrappedType {
  /// The type inside, or the type itself.
  let inside: Any.Type
  private let form: Form

  private enum Form { case itself, optional, list }

  init(of type: Any.Type) {
    if Self.head(of: type) == Self.head(of: Int?.self) {
      (inside, form) = (Self.argument(of: type), .optional)
    } else if Self.head(of: type) == Self.head(of: [Int].self) {
      (inside, form) = (Self.argument(of: type), .list)
    } else {
      (inside, form) = (type, .itself)
    }
  }

  /// How a list or an optional of models is read; `nil` for a model itself.
  func wrapper<Model: TemplateModel>(of model: Model.Type) -> (any ModelWrapper.Type)? {
    switch form {
    case .itself: nil
    case .optional: Model?.self
    case .list: [Model].self
    }
  }

  /// Kind and declaration, or as much of a type that has none.
  private static func head(of type: Any.Type) -> SIMD2<UInt> {
    let words = unsafe words(of: type)
    return unsafe SIMD2(words[0], words[1])
  }

  private static func argument(of type: Any.Type) -> Any.Type {
    unsafe unsafeBitCast(words(of: type)[2], to: Any.Type.self)
  }

  private static func words(of type: Any.Type) -> UnsafePointer<UInt> {
    unsafe unsafeBitCast(type, to: UnsafePointer<UInt>.self)
  }
}
