import Content
import Pricing
import Wording

/// Where along the curves of offers that can take each other's place the cheaper one changes.
struct ChangeHeadline {
  let view: ScenarioView
  let breakEven: BreakEven

  /// The place of the group whose curves these are.
  let group: Int

  private var driver: Driver { breakEven.sweep.driver }
  private var unit: String { DriverText.unit(driver) }

  /// The answer, of two offers or of all for `nil`; `nil` if there are no two to compare.
  func headline(_ pair: AskedQuestion.Pair?) -> Headline? {
    let all = CheapestStretches(breakEven.cheapest, driver).stretches
    guard let first = all.first, Set(breakEven.curves.map(\.offer)).count > 1 else { return nil }
    if let pair, let wordings = between(pair) { return Headline(fitting: wordings) }
    let main = CheapestStretches.wide(all, of: breakEven.sweep)
    let wordings = all.count == 1 ? everywhere(first) : sequence(main, of: all)
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
    let (less, more) = (view.spoken(place.before), view.spoken(place.after))
    let start = DriverText.short(place.first.x, driver)
    let end = DriverText.short(place.last.x, driver)
    if let machine = UseOfMachine(pair, view).machineOfOne {
      let (one, rest) = (view.spoken(machine), start == end ? "" : ", perhaps from \(start) on")
      // Where both cost the same, neither is the dearer one.
      return machine == place.after
        ? ["\(one), fully used, costs no more than \(less) from \(end) \(unit) on\(rest)"]
        : ["\(one), fully used, costs less than \(more) below \(start) \(unit)"]
    }
    guard start != end else {
      return ["\(less) costs less than \(more) below \(start) \(unit), no less from there on"]
    }
    let why = Dependence(of: [pair.first, pair.second], view).words
    let short = "\(less) costs less than \(more) below \(start) \(unit), no less from \(end) on"
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
        "\(names) is cheapest throughout, depending on \(why)",
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
  private func sequence(_ main: [CheapestStretch], of all: [CheapestStretch]) -> [String] {
    var wordings: [String] = []
    if main.count <= CheapestStretches.most {
      wordings.append(said(main) { "\(spoken($0)) (depending on \(why([$0])))" })
    }
    if main.contains(where: { !$0.isCertain }) { wordings += certainParts(main) }
    if let first = main.first, let last = main.last, main.count > 1, first.isCertain, last.isCertain
    {
      wordings.append(
        "\(spoken(first)) is cheapest below \(short(first.range.upperBound + 1)) \(unit), "
          + "\(spoken(last)) from \(short(last.range.lowerBound)) on; between, it changes")
    }
    let sweep = breakEven.sweep.range
    let times = UnitText.times(all.count - 1)
    return wordings + [
      "Which offer is cheapest changes \(times) from \(short(sweep.lowerBound)) to "
        + "\(short(sweep.upperBound)) \(unit)"
    ]
  }

  /// Who certainly is the cheapest where, and on what it depends elsewhere.
  private func certainParts(_ main: [CheapestStretch]) -> [String] {
    let open = main.filter { !$0.isCertain }
    let certain = main.filter(\.isCertain)
    let depends = "it depends on \(why(open))"
    let sweep = breakEven.sweep.range
    guard let first = certain.first, let last = certain.last else {
      let count = Set(open.flatMap(\.offers)).count
      let which = "Which of \(count) offers is cheapest"
      let range = "from \(short(sweep.lowerBound)) to \(short(sweep.upperBound)) \(unit)"
      return ["\(which) \(range) depends on \(why(open))", "\(which) depends on \(why(open))"]
    }
    let start = "\(spoken(first)) \(isTie(first) ? "are" : "is") cheapest"
    let (from, to) = (short(first.range.lowerBound), short(first.range.upperBound + 1))
    if certain.count == 1 {
      if first == main.last, first.range.upperBound == sweep.upperBound {
        return ["\(start) from \(from) \(unit) on; below, \(depends)"]
      }
      return first == main.first && first.range.lowerBound == sweep.lowerBound
        ? ["\(start) below \(to) \(unit); from there on, \(depends)"]
        : ["\(start) from \(from) to \(to) \(unit); elsewhere \(depends)"]
    }
    guard certain.count == 2, first == main.first, last == main.last else { return [] }
    return [
      "\(start) below \(to) \(unit), \(spoken(last)) from "
        + "\(short(last.range.lowerBound)) on; between, \(depends)"
    ]
  }

  /// Every stretch with its bounds, the unit and the verb once: `A is cheapest below 72M tokens a month,
  /// then B to 80M, C from 2B on`.
  private func said(_ main: [CheapestStretch], open: (CheapestStretch) -> String) -> String {
    main.enumerated().map { index, stretch in
      let name = stretch.isCertain ? certain(stretch) : open(stretch)
      let end = short(stretch.range.upperBound + 1)
      let isLast = index + 1 == main.count
      guard index > 0 else {
        let verb = isTie(stretch) ? "are cheapest" : "is cheapest"
        return "\(name) \(verb)\(start(of: stretch)) \(end) \(unit)"
      }
      let start = short(stretch.range.lowerBound)
      let follows = short(main[index - 1].range.upperBound + 1) == start
      if follows { return isLast ? "then \(name)" : "then \(name) to \(end)" }
      return isLast ? "\(name) from \(start) on" : "\(name) from \(start) to \(end)"
    }.joined(separator: ", ").capitalisedSentence
  }

  /// `below`, or where the first stretch begins if the axis begins before it.
  private func start(of stretch: CheapestStretch) -> String {
    stretch.range.lowerBound == breakEven.sweep.range.lowerBound
      ? " below" : " from \(short(stretch.range.lowerBound)) to"
  }

  // MARK: Words

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
