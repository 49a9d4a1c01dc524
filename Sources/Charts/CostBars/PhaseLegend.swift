/// How a reader learns what the colours mean: by a name in a bar, or by a line above the bars.
struct PhaseLegend {
  /// The widest part of a phase, which carries the phase's name.
  struct Carrier: Hashable {
    let row: Int
    let phase: CostBarsChart.Phase
  }

  /// The line above the bars: all phases, where a bar has no room to name one of them.
  let swatches: SwatchLegend

  /// The parts that carry a name.
  private(set) var carriers: Set<Carrier> = []

  /// Where the legend ends, in pixels.
  var bottom: Double { swatches.bottom }

  init(_ rows: [CostBarExtent], _ layout: ChartLayout, top: Double) {
    var phases: [CostBarsChart.Phase] = []
    var widest: [CostBarsChart.Phase: (row: Int, width: Double)] = [:]
    for (index, row) in rows.enumerated() {
      for segment in row.parts {
        let phase = segment.part.phase
        if !phases.contains(phase) { phases.append(phase) }
        // A part that says something else does not say its name.
        let width = segment.right - segment.left
        guard segment.part.label == nil, width > widest[phase]?.width ?? -1 else { continue }
        widest[phase] = (index, width)
      }
    }
    for phase in phases {
      guard let place = widest[phase], Self.fits(phase.name, place.width) else { continue }
      carriers.insert(Carrier(row: place.row, phase: phase))
    }
    let named = Set(carriers.map(\.phase))
    let isWhole = phases.allSatisfy(named.contains)
    swatches = SwatchLegend(
      (isWhole ? [] : phases).map { ($0.colourClass, $0.name) }, layout, top: top)
  }

  /// Whether a text can stand in a part of a bar.
  static func fits(_ text: String, _ width: Double) -> Bool {
    TextStyle.name.width(of: text) + 10 <= width
  }

  var lines: [PlacedLine] { swatches.lines }
}
