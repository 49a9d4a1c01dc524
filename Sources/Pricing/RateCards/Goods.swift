/// What a buyer gets for the price: a model to call, a machine to run something on, or a machine
/// that runs one kind of model.
///
/// Offers whose goods differ cannot take each other's place, whatever they cost; see ``Grouping``.
public struct Goods: Hashable, Sendable {
  /// The model that answers; `nil` where the buyer brings one, or nobody says.
  public let model: Model?

  /// The machine that is rented; `nil` for what is sold by the token or the request.
  public let machine: Machine?

  /// Creates goods; `nil` if nobody says anything about them.
  public init?(model: Model? = nil, machine: Machine? = nil) {
    guard model != nil || machine != nil else { return nil }
    self.model = model
    self.machine = machine
  }

  /// A model, as far as anybody says which.
  public struct Model: Hashable, Sendable {
    /// The name, such as `GPT-4o`.
    public let name: String?

    /// What it is ranked with, such as `frontier` or `small`.
    public let modelClass: String?

    /// Who may serve it.
    public let access: Access?

    /// Who says so; `nil` where nobody does.
    public let citation: Citation?

    /// Creates a model.
    public init(
      name: String? = nil, modelClass: String? = nil, access: Access? = nil,
      citation: Citation? = nil
    ) {
      self.name = name
      self.modelClass = modelClass
      self.access = access
      self.citation = citation
    }
  }

  /// Who may serve a model.
  public enum Access: String, CaseIterable, Hashable, Sendable {
    /// Anybody: its weights are published.
    case open

    /// Its maker, and those whom the maker allows.
    case proprietary
  }

  /// A machine, by what it is called where machines are compared.
  public struct Machine: Hashable, Sendable {
    /// The GPU or the size, such as `H100` or `16 GB of GPU memory`.
    public let name: String

    /// How many GPUs a replica has, at least 1.
    public let count: Int

    /// What else is known about it, such as its memory; `nil` for nothing.
    public let detail: String?

    /// Who says so; `nil` where nobody does.
    public let citation: Citation?

    /// Creates a machine.
    public init(
      name: String, count: Int = 1, detail: String? = nil, citation: Citation? = nil
    ) {
      self.name = name
      self.count = count
      self.detail = detail
      self.citation = citation
    }
  }
}
