/// Replicas that are needed at the same hours of a week, and what each does in between.
struct ReplicaLayer {
  /// How many there are.
  let count: Int128
  /// Seconds of work, each with the seconds until the next work; the last gap leads to the first work.
  let stints: [Stint]
  /// Whether it depends on where in their ranges sessions lie when they are needed.
  let isOpen: Bool

  /// Work without a break, and the break after it.
  struct Stint {
    let work: Ratio
    /// 0 where the work never stops.
    let gap: Ratio
  }

  /// Seconds of work of one of them in a week.
  var work: Ratio {
    get throws(PricingError) {
      var sum = Ratio.zero
      for stint in stints { sum = try sum + stint.work }
      return sum
    }
  }

  /// The replicas beyond those that are held, in layers of which each has hours of its own.
  ///
  /// - Parameters:
  ///   - held: Replicas that are always up.
  ///   - most: The most that there can be.
  ///   - own: What each block needs at this end of an invoice.
  ///   - other: What it needs at the other one.
  ///   - stretches: The week.
  /// - Returns: The layers from the lowest, which works most.
  /// - Throws: ``PricingError``.
  static func all(
    above held: Int128, upTo most: Int128, own: [Int128], other: [Int128],
    _ stretches: [SessionProfile.Stretch]
  ) throws(PricingError) -> [ReplicaLayer] {
    let top = min(most, stretches.lazy.compactMap { $0.block.map { own[$0] } }.max() ?? 0)
    let levels = Set(own + other + [top]).filter { $0 > held && $0 <= top }.sorted()
    var (layers, below) = ([ReplicaLayer](), held)
    for level in levels {
      let isOpen = stretches.contains { stretch in
        stretch.block.map { (own[$0] >= level) != (other[$0] >= level) } ?? false
      }
      let stints = try stints(
        stretches.map { stretch in
          (stretch.seconds, stretch.block.map { own[$0] >= level } ?? false)
        })
      layers.append(ReplicaLayer(count: level - below, stints: stints, isOpen: isOpen))
      below = level
    }
    return layers
  }

  /// Work and breaks of a week that begins again when it ends.
  private static func stints(
    _ stretches: [(seconds: Ratio, isNeeded: Bool)]
  ) throws(PricingError) -> [Stint] {
    // From a beginning of work, so that no stint goes on over the end of the week.
    let first = stretches.indices.first {
      stretches[$0].isNeeded && !stretches[($0 + stretches.count - 1) % stretches.count].isNeeded
    }
    var (stints, work, gap) = ([Stint](), Ratio.zero, Ratio.zero)
    for step in stretches.indices {
      let (seconds, isNeeded) = stretches[((first ?? 0) + step) % stretches.count]
      if isNeeded, gap > 0 {
        stints.append(Stint(work: work, gap: gap))
        (work, gap) = (.zero, .zero)
      }
      if isNeeded { work = try work + seconds } else { gap = try gap + seconds }
    }
    return work > 0 ? stints + [Stint(work: work, gap: gap)] : stints
  }
}

/// What a layer does in a week if an idle replica stops after a time.
struct LayerWeek {
  /// Runs that are alike.
  struct Run: Hashable {
    var work = Ratio.zero
    /// Waiting for work that came before the replica stopped.
    var waiting = Ratio.zero
    /// From the last work to the stop.
    var tail = Ratio.zero
    /// The part of a start and a stop for which there is room in the break, 0 to 1.
    var room = Ratio.one
  }

  /// The runs of one replica; none for one that never stops.
  private(set) var runs: [Run] = []
  /// Seconds that a replica waits that never stops; `nil` for one that does.
  private(set) var waiting: Ratio?

  /// - Parameters:
  ///   - stints: Work and breaks.
  ///   - timeout: Seconds after which an idle replica stops.
  ///   - beside: Seconds of a start and a stop together.
  /// - Throws: ``PricingError``.
  init(
    _ stints: [ReplicaLayer.Stint], timeout: Ratio, beside: Ratio
  ) throws(PricingError) {
    guard let last = stints.lastIndex(where: { $0.gap > timeout }) else {
      var sum = Ratio.zero
      for stint in stints { sum = try sum + stint.gap }
      waiting = sum
      return
    }
    var run = Run()
    for stint in stints[(last + 1)...] + stints[...last] {
      run.work = try run.work + stint.work
      guard stint.gap > timeout else {
        run.waiting = try run.waiting + stint.gap
        continue
      }
      run.tail = timeout
      let left = try stint.gap - timeout
      run.room = beside > left ? try left / beside : .one
      runs.append(run)
      run = Run()
    }
  }
}
