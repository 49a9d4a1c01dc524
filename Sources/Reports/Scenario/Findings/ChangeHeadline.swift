import Content
import Pricing
import Wording

/// Where along the curves of offers that can take each other's place the cheaper one changes.
struct ChangeHeadline {
  let view: ScenarioView
  let breakEven: BreakEven

  /// The place of the group whose curves these are.
  let group: Int

  /// The axis as far as all curves rest on what is stated: what lies beyond is left to the findings.
  private let sweep: Sweep

  /// Who is cheapest where on it.
  private let stretches: [CheapestStretch]

  /// What is stated, where curves go on beyond it.
  private let stated: StatedPart?

  init(view: ScenarioView, breakEven: BreakEven, group: Int) {
    (self.view, self.breakEven, self.group) = (view, breakEven, group)
    let stated = StatedPart(breakEven)
    let range = stated?.range ?? breakEven.sweep.range
    self.stated = stated
    sweep = Sweep(
      driver: breakEven.sweep.driver, range: range, interpolation: breakEven.sweep.interpolation)
    let inside = breakEven.cheapest.filter { $0.range.overlaps(range) }.map {
      CheapestStretch(
        range: $0.range.clamped(to: range), offers: $0.offers, isCertain: $0.isCertain)
    }
    stretches = CheapestStretches(inside, breakEven.sweep.driver).stretches
  }

  private var driver: Driver { sweep.driver }
  private var unit: String { DriverText.unit(driver) }
  private var axis: AxisText { AxisText(sweep) }

  /// Whether the chart goes on beyond what is stated.
  private var isPart: Bool { sweep.range != breakEven.sweep.range }

  /// What follows the end of an axis that might go on.
  private var edge: String { axis.end == nil || isPart ? "" : ", \(AxisText.edge)" }

  /// The answer, of two offers or of all for `nil`; `nil` if there are no two to compare.
  func headline(_ pair: AskedQuestion.Pair?) -> Headline? {
    guard let first = stretches.first, Set(breakEven.curves.map(\.offer)).count > 1 else {
      return nil
    }
    if let pair, let wordings = between(pair) { return Headline(fitting: wordings) }
    let main = CheapestStretches.wide(stretches, of: sweep)
    var wordings = stretches.count == 1 ? everywhere(first) : sequence(main)
    // Nothing on the axis is stated for all.
    if let stated, stated.range == nil { wordings = wordings.map { "\($0), extrapolated" } }
    // Who is cheapest is said of no more than whom it is true of.
    guard let name = view.groupName(group) else { return Headline(fitting: wordings) }
    return Headline(fitting: wordings.map { "\(name): \($0)" })
  }

  // MARK: Two offers

  /// Where two offers change places; `nil` if they do not, or more than once.
  private func between(_ pair: AskedQuestion.Pair) -> [String]? {
    let places = breakEven.crossings.filter {
      Set([$0.before, $0.after]) == Set([pair.first, pair.second])
    }
    guard places.count == 1, let place = places.first, place.before != place.after,
      place.first.isMeeting, place.last.isMeeting
    else { return nil }
    let isStated = [place.first.x, place.last.x].allSatisfy(sweep.range.contains)
    guard let stated, !isStated || stated.range == nil else {
      return between(pair, place, on: sweep)
    }
    let whole = breakEven.sweep
    let wordings = between(pair, place, on: whole)
    let continued = stated.words(whole.range) ?? "extrapolated"
    let names = [place.before, place.after].map(view.spoken)
    let start = "\(AxisText(whole).before(short(place.first.x))) \(unit)"
    return wordings.map { "\($0), \(continued)" } + wordings.map { "\($0), extrapolated" }
      + (UseOfMachine(pair, view).machineOfOne == nil
        ? ["\(names[0]) costs less than \(names[1]) \(start), extrapolated"] : [])
  }

  /// The same for as much of the axis as is spoken of.
  private func between(
    _ pair: AskedQuestion.Pair, _ place: Crossing, on sweep: Sweep
  ) -> [String] {
    let axis = AxisText(sweep)
    let edge = sweep == breakEven.sweep && axis.end != nil ? ", \(AxisText.edge)" : ""
    let (less, more) = (view.spoken(place.before), view.spoken(place.after))
    let (start, end) = (short(place.first.x), short(place.last.x))
    let below = "\(axis.before(start)) \(unit)"
    if let machine = UseOfMachine(pair, view).machineOfOne {
      let (one, rest) = (view.spoken(machine), start == end ? "" : ", perhaps from \(start) on")
      // Where both cost the same, neither is the dearer one.
      guard machine == place.after else {
        return ["\(one), at full speed, costs less than \(more) \(below)"]
      }
      let rightOf = axis.words(place.last.x...sweep.range.upperBound, unit: unit)
      let words = "\(one), at full speed, costs no more than \(less) \(rightOf)"
      return rest.isEmpty ? [words + edge, words] : ["\(words)\(rest)"]
    }
    guard start != end else {
      let words = "\(less) costs less than \(more) \(below), no less from there \(axis.onward)"
      return [words + edge, words]
    }
    let why = Dependence(of: [pair.first, pair.second], view).words
    let short = "\(less) costs less than \(more) \(below), no less from \(end) \(axis.onward)"
    return ["\(short); between, it depends on \(why)", short]
  }

  // MARK: All offers

  /// Who is the cheapest if nothing ever changes.
  private func everywhere(_ stretch: CheapestStretch) -> [String] {
    let range =
      "from \(short(stretch.range.lowerBound)) to \(short(stretch.range.upperBound)) \(unit)"
    let (names, count) = (spoken(stretch), stretch.offers.count)
    guard stretch.isCertain else {
      let why = why([stretch])
      return [
        "\(names) is cheapest \(range), depending on \(why)",
        "\(names) is cheapest throughout\(isPart ? "" : " the chart"), depending on \(why)",
        "\(names) is cheapest, depending on \(why)",
        "Which of \(count) offers is cheapest \(range) depends on \(why)",
        "Which of \(count) offers is cheapest depends on \(why)",
      ]
    }
    guard count > 1 else { return ["\(names) is cheapest \(range)"] }
    return count == Set(breakEven.curves.map(\.offer)).count
      ? ["\(names) cost the same \(range)", "All offers cost the same \(range)"]
      : ["\(names) are cheapest \(range), at the same cost", "\(names) are cheapest \(range)"]
  }

  /// Who is the cheapest, or may be, where; what is short is left to the findings below.
  private func sequence(_ main: [CheapestStretch]) -> [String] {
    var wordings: [String] = []
    let isCutOff = main.last.map { axis.isCutOff($0.range) } ?? false
    if main.count <= CheapestStretches.most {
      let words = said(main, as: certain)
      wordings += isCutOff ? [words + edge, words] : [words]
      wordings.append(said(main, as: certain, saysStart: false))
      // Who are the cheapest together cost the same, whether or not that is said.
      if main.contains(where: isTie) { wordings.append(said(main, as: spoken)) }
    }
    if main.contains(where: { !$0.isCertain }) { wordings += certainParts(main) }
    if let first = main.first, let last = main.last, main.count > 1, first.isCertain, last.isCertain
    {
      wordings.append(
        "\(cheapest(first)), \(spoken(last)) \(axis.words(last.range)); between, it changes")
    }
    // Where it depends on inputs, it may change any number of times for one value of them.
    let times =
      stretches.allSatisfy(\.isCertain)
      ? " \(UnitText.times(stretches.count - 1))" : ", or may change,"
    return wordings + ["Which offer is cheapest changes\(times) \(whole)"]
  }

  /// Who certainly is the cheapest where, and on what it depends elsewhere.
  private func certainParts(_ main: [CheapestStretch]) -> [String] {
    let open = main.filter { !$0.isCertain }
    let certain = main.filter(\.isCertain)
    let depends = "it depends on \(why(open))"
    guard let first = certain.first, let last = certain.last else {
      let count = Set(open.flatMap(\.offers)).count
      let which = "Which of \(count) offers is cheapest"
      return ["\(which) \(whole) depends on \(why(open))", "\(which) depends on \(why(open))"]
    }
    let start = cheapest(first)
    if certain.count == 1 {
      if first == main.last, first.range.upperBound == sweep.range.upperBound {
        guard let from = axis.start else { return ["\(start); below, \(depends)"] }
        return [
          "\(start); from \(from) to there, \(depends)", "\(start); before, \(depends)",
        ]
      }
      return first == main.first && first.range.lowerBound == sweep.range.lowerBound
        ? ["\(start); from there \(axis.onward), \(depends)"]
        : ["\(start); elsewhere\(isPart ? "" : " on the chart") \(depends)"]
    }
    guard certain.count == 2, first == main.first, last == main.last else { return [] }
    return ["\(start), \(spoken(last)) \(axis.words(last.range)); between, \(depends)"]
  }

  /// Every stretch with its bounds, the unit and the verb once: `A is cheapest below 365 h of work a
  /// month, then B to 500 h, C from 600 h to 720 h`.
  ///
  /// - Parameters:
  ///   - main: The stretches.
  ///   - certain: Names those who certainly are cheapest on one.
  ///   - saysStart: Whether the first one is said to begin where the chart does, as the findings below
  ///     say in any case.
  /// - Returns: The words.
  private func said(
    _ main: [CheapestStretch], as certain: (CheapestStretch) -> String, saysStart: Bool = true
  ) -> String {
    main.enumerated().map { index, stretch in
      let name =
        stretch.isCertain
        ? certain(stretch) : "\(spoken(stretch)) (depending on \(why([stretch])))"
      guard index > 0 else {
        var place = axis.words(stretch.range, unit: unit)
        if !saysStart, stretch.range.lowerBound == sweep.range.lowerBound,
          let end = axis.end(of: stretch.range)
        {
          place = "to \(end) \(unit)"
        }
        return "\(name) \(isTie(stretch) ? "are" : "is") cheapest \(place)"
      }
      let start = short(stretch.range.lowerBound)
      guard short(main[index - 1].range.upperBound + 1) == start else {
        return "\(name) \(axis.words(stretch.range))"
      }
      return "then \(name)" + (axis.end(of: stretch.range).map { " to \($0)" } ?? "")
    }.joined(separator: ", ").capitalisedSentence
  }

  /// Who is cheapest on a stretch, and where that is.
  private func cheapest(_ stretch: CheapestStretch) -> String {
    "\(spoken(stretch)) \(isTie(stretch) ? "are" : "is") cheapest \(axis.words(stretch.range, unit: unit))"
  }

  // MARK: Words

  /// All of the axis that is spoken of.
  private var whole: String {
    "from \(short(sweep.range.lowerBound)) to \(short(sweep.range.upperBound)) \(unit)"
  }

  private func isTie(_ stretch: CheapestStretch) -> Bool {
    stretch.isCertain && stretch.offers.count > 1
  }

  private func certain(_ stretch: CheapestStretch) -> String {
    isTie(stretch) ? "\(spoken(stretch)) (same cost)" : spoken(stretch)
  }

  private func why(_ stretches: [CheapestStretch]) -> String {
    Dependence(of: stretches.flatMap(\.offers), view).words
  }

  /// Names in the order of the scenario.
  private func spoken(_ stretch: CheapestStretch) -> String {
    UnitText.list(
      view.scenario.offers.filter { stretch.offers.contains($0.id) }.map(\.name.spoken),
      conjunction: stretch.isCertain ? "and" : "or")
  }

  private func short(_ x: Int) -> String { DriverText.short(x, driver) }
}
