/// How many sessions there are at once, over the hours of a week.
public struct SessionProfile: Hashable, Sendable {
  /// The hours of some days, and how many sessions there are at once in each of them.
  public struct Block: Hashable, Sendable {
    /// The hours, by the clock of those who use it; `nil` for all hours that no other block has.
    public let window: Window?

    /// Sessions at once, from 0.
    public let sessions: Bounds<Ratio>

    /// The requests that these are; `nil` where sessions are counted.
    public let arrivals: Arrivals?

    /// Creates a block.
    public init(_ window: Window? = nil, sessions: Bounds<Ratio>) {
      (self.window, self.sessions, arrivals) = (window, sessions, nil)
    }

    /// Creates a block with as many sessions at once as requests are under way on average: those of a second
    /// times the seconds of each (Little's law).
    ///
    /// - Throws: ``PricingError/tooLarge``.
    public init(_ window: Window? = nil, arrivals: Arrivals) throws(PricingError) {
      let (perHour, seconds) = (arrivals.perHour, arrivals.seconds)
      sessions = Bounds(
        try perHour.low * seconds.low / 3600, try perHour.high * seconds.high / 3600)
      (self.window, self.arrivals) = (window, arrivals)
    }
  }

  /// Requests that come evenly, and how long each of them keeps its place on a replica.
  public struct Arrivals: Hashable, Sendable {
    /// How many come in an hour, from 0.
    public let perHour: Bounds<Ratio>

    /// Seconds of each, above 0.
    public let seconds: Bounds<Ratio>

    /// Creates them.
    public init(perHour: Bounds<Ratio>, seconds: Bounds<Ratio>) {
      (self.perHour, self.seconds) = (perHour, seconds)
    }
  }

  /// The blocks, of which no two have an hour in common; in hours of none there are no sessions.
  public let blocks: [Block]

  /// Creates a profile.
  public init(_ blocks: [Block]) { self.blocks = blocks }

  /// The same number of sessions at every hour.
  public init(always sessions: Bounds<Ratio>) { blocks = [Block(sessions: sessions)] }

  /// Hours in a week.
  static let weekHours = Ratio(168)

  /// A stretch of the week without a change.
  struct Stretch {
    /// Its length.
    let seconds: Ratio
    /// The number of its block; `nil` without sessions.
    let block: Int?
  }

  /// The week from Monday, 00:00, in stretches.
  var stretches: [Stretch] {
    let week = 7 * 1440
    var places: Set<Int> = [0, week]
    for window in blocks.compactMap(\.window) {
      for day in window.days {
        places.insert(day.rawValue * 1440 + window.start)
        let isOverMidnight = window.end <= window.start
        places.insert((day.rawValue * 1440 + window.end + (isOverMidnight ? 1440 : 0)) % week)
      }
    }
    let sorted = places.sorted()
    return zip(sorted, sorted.dropFirst()).map { start, end in
      Stretch(seconds: Ratio(Int128(end - start) * 60), block: block(at: start))
    }
  }

  private func block(at minute: Int) -> Int? {
    let moment = Moment(Weekday.allCases[minute / 1440], minuteOfDay: minute % 1440)
    let own = blocks.firstIndex { $0.window?.contains(moment) == true }
    return own ?? blocks.firstIndex { $0.window == nil }
  }

  /// Seconds a week of each block.
  var secondsOfBlocks: [Ratio] {
    var seconds = Array(repeating: Int128(0), count: blocks.count)
    for stretch in stretches {
      if let block = stretch.block { seconds[block] += stretch.seconds.numerator }
    }
    return seconds.map { Ratio($0) }
  }

  /// Hours a week of a block.
  public func hours(of block: Int) -> Ratio {
    (try? secondsOfBlocks[block] / 3600) ?? .zero
  }

  /// Whether no number of sessions is a range.
  public var isExact: Bool { blocks.allSatisfy(\.sessions.isExact) }

  /// The most sessions at once, of blocks that have any time.
  var peak: Bounds<Ratio> { extreme(max) }

  /// The requests of the busiest block, if it is one of requests.
  var busiest: Arrivals? {
    blocks.max { $0.sessions.high < $1.sessions.high }?.arrivals
  }

  /// The fewest sessions at once at any hour.
  var trough: Bounds<Ratio> { extreme(min) }

  private func extreme(_ choose: (Ratio, Ratio) -> Ratio) -> Bounds<Ratio> {
    let all = stretches.map { $0.block.map { blocks[$0].sessions } ?? Bounds(.zero) }
    guard let first = all.first else { return Bounds(.zero) }
    return all.dropFirst().reduce(first) {
      Bounds(choose($0.low, $1.low), choose($0.high, $1.high))
    }
  }

  /// Replicas that serve the sessions of each block at one end of the cost.
  ///
  /// - Parameters:
  ///   - concurrency: How many sessions a replica serves at once, above 0.
  ///   - end: The end of the cost.
  /// - Returns: A number for each block.
  /// - Throws: ``PricingError``.
  func replicas(_ concurrency: Bounds<Ratio>, _ end: End) throws(PricingError) -> [Int128] {
    var replicas: [Int128] = []
    for block in blocks {
      replicas.append(try (block.sessions[end] / concurrency[end.opposite]).ceiling)
    }
    return replicas
  }

  /// What a block is called: `Mon–Fri 09:00–17:00`.
  public func name(of block: Int) -> String {
    guard let window = blocks[block].window else { return blocks.count == 1 ? "always" : "else" }
    return window.words
  }
}

extension Window {
  /// Days and hours: `Mon–Fri 09:00–17:00`; only what is not always.
  public var words: String {
    func time(_ minute: Int) -> String {
      let (hour, rest) = (minute / 60, minute % 60)
      return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
    }
    var parts: [String] = []
    if days.count < 7 { parts.append(dayWords) }
    if start != 0 || end != 1440 { parts.append("\(time(start))–\(time(end))") }
    return parts.isEmpty ? "every day" : parts.joined(separator: " ")
  }

  /// `Mon–Fri`, `Mon, Wed`.
  private var dayWords: String {
    var spans: [(first: Weekday, last: Weekday)] = []
    for day in Weekday.allCases where days.contains(day) {
      if let last = spans.last, last.last.rawValue + 1 == day.rawValue {
        spans[spans.count - 1].last = day
      } else {
        spans.append((day, day))
      }
    }
    func name(_ day: Weekday) -> String { day.word.prefix(1).uppercased() + day.word.dropFirst() }
    return spans.map { span in
      let ends = [name(span.first), name(span.last)]
      return span.first == span.last
        ? ends[0]
        : ends.joined(separator: span.last.rawValue - span.first.rawValue == 1 ? ", " : "–")
    }.joined(separator: ", ")
  }
}
