import Content
import Messages
import Pricing
import Wording

/// Where along their curves the cheaper one of two offers changes.
struct PairHeadline {
  let view: ScenarioView
  let breakEven: BreakEven

  /// The axis as far as all curves rest on what is stated.
  let sweep: Sweep

  /// What is stated, where curves go on beyond it.
  let stated: StatedPart?

  private var unit: String { DriverText.unit(sweep.driver) }

  /// Where two offers change places; `nil` if they do not, or more than once.
  func wordings(_ pair: AskedQuestion.Pair) -> [String]? {
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
    let continued = stated.words(whole.range) ?? localized("extrapolated")
    let shorter = wordings.map { localized("\($0), extrapolated") }
    let all = wordings.map { "\($0), \(continued)" } + shorter
    guard UseOfMachine(pair, view).machineOfOne == nil else { return all }
    let (less, more) = (view.spoken(place.before), view.spoken(place.after))
    let start = "\(AxisText(whole).before(short(place.first.x))) \(unit)"
    return all + [localized("\(less) costs less than \(more) \(start), extrapolated")]
  }

  /// The same for as much of the axis as is spoken of.
  private func between(
    _ pair: AskedQuestion.Pair, _ place: Crossing, on sweep: Sweep
  ) -> [String] {
    let axis = AxisText(sweep)
    let edge = sweep == breakEven.sweep && axis.end != nil ? AxisText.edge : nil
    let (less, more) = (view.spoken(place.before), view.spoken(place.after))
    let (start, end) = (short(place.first.x), short(place.last.x))
    let below = "\(axis.before(start)) \(unit)"
    if let machine = UseOfMachine(pair, view).machineOfOne {
      let one = view.spoken(machine)
      // Where both cost the same, neither is the dearer one.
      guard machine == place.after else {
        return [localized("\(one), at full speed, costs less than \(more) \(below)")]
      }
      let rightOf = axis.words(place.last.x...sweep.range.upperBound, unit: unit)
      let words = localized("\(one), at full speed, costs no more than \(less) \(rightOf)")
      guard start == end else { return [localized("\(words), perhaps from \(start) on")] }
      let toEdge = edge.map {
        localized("\(one), at full speed, costs no more than \(less) \(rightOf), \($0)")
      }
      return [toEdge, words].compactMap(\.self)
    }
    guard start != end else { return change(less, more, below, to: axis.end, edge) }
    let why = Dependence(of: [pair.first, pair.second], view).words
    let words =
      axis.end.map {
        localized("\(less) costs less than \(more) \(below), no less from \(end) to \($0)")
      } ?? localized("\(less) costs less than \(more) \(below), no less from \(end) on")
    return [localized("\(words); between, it depends on \(why)"), words]
  }

  /// Where one offer costs less than another, which it does no longer from the end of that place on.
  private func change(
    _ less: String, _ more: String, _ below: String, to end: String?, _ edge: String?
  ) -> [String] {
    guard let end else {
      return [localized("\(less) costs less than \(more) \(below), no less from there on")]
    }
    let toEdge = edge.map {
      localized("\(less) costs less than \(more) \(below), no less from there to \(end), \($0)")
    }
    let words = localized("\(less) costs less than \(more) \(below), no less from there to \(end)")
    return [toEdge, words].compactMap(\.self)
  }

  private func short(_ x: Int) -> String { DriverText.short(x, sweep.driver) }
}
