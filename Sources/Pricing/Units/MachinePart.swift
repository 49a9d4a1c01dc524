extension RateUnit {
  /// What a machine has several of, each of which is charged for its time.
  public enum Part: CaseIterable, Hashable, Sendable {
    /// The machine as a whole, whatever is inside.
    case machine

    /// Its GPUs.
    case gpus

    /// Its virtual processors.
    case vcpus

    /// Its processor cores.
    case cores

    /// Its gigabytes of memory.
    case memory

    /// Its gibibytes of memory.
    case gibibytes

    /// The machine as somebody buys it, of which each month costs a part.
    case bought

    /// The machine for whole months: rent, or a place for one that is bought.
    case months

    /// The kilowatts that it draws.
    case kilowatts
  }

  /// What of a machine a part is: a price for one of it and a price for another would charge it twice.
  public enum Resource: Hashable, Sendable {
    /// All of it.
    case whole

    /// What it computes models with.
    case gpu

    /// What it computes everything else with.
    case processor

    /// What it remembers.
    case memory

    /// Where it stands.
    case place

    /// What it runs on.
    case power
  }
}

extension RateUnit.Part {
  /// What of a machine it is.
  public var resource: RateUnit.Resource {
    switch self {
    case .machine, .bought: .whole
    case .gpus: .gpu
    case .vcpus, .cores: .processor
    case .memory, .gibibytes: .memory
    case .months: .place
    case .kilowatts: .power
    }
  }

  /// What many of it are called beside a number: `vCPUs`, `GB`.
  public var many: String {
    switch self {
    case .machine, .bought, .months: "machines"
    case .gpus: "GPUs"
    case .vcpus: "vCPUs"
    case .cores: "cores"
    case .memory: "GB"
    case .gibibytes: "GiB"
    case .kilowatts: "kW"
    }
  }

  /// How many there are of it in one machine, as the head of a row.
  public var sizeLabel: String {
    switch resource {
    case .whole: "Size"
    case .gpu: "GPUs of a replica"
    case .processor: "Processor"
    case .memory: "Memory"
    case .place: "Place"
    case .power: "Rated power"
    }
  }

  /// Whether it is paid for whole months, used or not.
  public var isMonthly: Bool { self == .bought || self == .months }

  /// The key under which authors write how many a replica has; `nil` for what needs none, and for GPUs,
  /// which the machine counts.
  public var sizeKey: String? {
    switch self {
    case .machine, .gpus, .bought, .months: nil
    case .vcpus: "vcpus"
    case .cores: "cores"
    case .memory: "memory_gb"
    case .gibibytes: "memory_gib"
    case .kilowatts: "kw"
    }
  }

  /// One of it, as messages say it: `a gigabyte`.
  public var one: String {
    switch self {
    case .machine, .bought, .months: "machine"
    case .gpus: "GPU"
    case .vcpus: "vCPU"
    case .cores: "core"
    case .memory: "gigabyte"
    case .gibibytes: "gibibyte"
    case .kilowatts: "kWh"
    }
  }
}

/// How many of each part one replica has.
public struct ReplicaSize: Hashable, Sendable {
  private var counts: [RateUnit.Part: Ratio] = [:]

  /// How much of its rated power a machine draws while it is up, above 0 and at most 1.
  public var powerShare = Ratio.one

  /// One of everything.
  public init() {}

  /// How many of a part one replica has, above 0; 1 unless somebody says otherwise.
  public subscript(part: RateUnit.Part) -> Ratio {
    get { counts[part] ?? .one }
    set { counts[part] = newValue == .one ? nil : newValue }
  }
}
