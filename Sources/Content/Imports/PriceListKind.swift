extension PriceList {
  /// The lists that can be read.
  public enum Kind: String, CaseIterable, Sendable {
    /// The price map of litellm.
    case litellm

    /// The list of genai-prices: the module of its package, `data.json`, or a file for each provider.
    case genAIPrices = "genai-prices"

    /// The database of models.dev: what its API answers, or a file for each model.
    case modelsDev = "models-dev"

    /// The catalogue of machines of SkyPilot: a table for each cloud.
    case skypilot

    /// The dated prices of metergraph.
    case metergraph

    /// Where the prices stand inside the unpacked package or the folder, the first that is there.
    public var files: [String] {
      switch self {
      case .litellm: ["litellm/model_prices_and_context_window_backup.json"]
      case .genAIPrices: ["genai_prices/data.py"]
      case .modelsDev: ["models_dev/data.json", "api.json", "models_dev/data.json.gz"]
      case .skypilot: []
      case .metergraph: ["metergraph_core/data/prices.yaml"]
      }
    }

    /// How the names of files end of which a folder has many; `nil` where one holds all prices.
    public var ending: String? {
      switch self {
      case .litellm, .metergraph: nil
      case .genAIPrices: ".yml"
      case .modelsDev: ".toml"
      case .skypilot: "vms.csv"
      }
    }

    /// Where many files stand inside a copy of the list's repository, which has others that end alike.
    public var folder: String? { self == .genAIPrices ? "prices/providers" : nil }

    /// The start of the folder in which the package says its version.
    public var metadata: String {
      switch self {
      case .litellm: "litellm-"
      case .genAIPrices: "genai_prices-"
      case .modelsDev: "models_dev-"
      case .skypilot: "skypilot-"
      case .metergraph: "metergraph_core-"
      }
    }

    /// The page of the list.
    var address: String {
      switch self {
      case .litellm, .genAIPrices: "https://pypi.org/project/\(rawValue)/"
      case .modelsDev: "https://models.dev/"
      case .skypilot: "https://github.com/skypilot-org/skypilot-catalog"
      case .metergraph: "https://pypi.org/project/metergraph-core/"
      }
    }
  }
}
