import Pricing

/// What data files say about cost curves, and how to evaluate them.
enum CurveFields {
  /// The members of a scenario; a chart of curves has them too.
  static let members: [DataField] = [
    .optional("driver", .choice(Driver.allCases.map(\.rawValue)), "What the curves run over."),
    .optional(
      "driver_unit", .choice(["token", "hour", "month"]),
      "What one unit of it is; of a share, a month that is busy throughout."),
    .optional(
      "driver_step", .decimal, "How far the next place is away; every place is a multiple of it."),
    .optional(
      "curves", .list(.object(curve)),
      "The cost of each offer as a function of the driver; two curves where it is a range."),
    DataField("crossings", .list(.object(crossing)), "Where the order of two offers changes."),
    .optional(
      "cheapest", .list(.object(stretch)),
      "Which offers cost least, or may, on which stretch; inputs that offers share can rule some out that the ranges alone would not."
    ),
    .optional("without_curve", .list(.object(gap)), "Offers that have no curve."),
  ]

  static let curve = DataShape(
    "curve", "A cost curve. Its value at x is that of the piece whose range x is in.",
    [
      DataField("curve", .id, "The id of the curve."),
      DataField("offer", .id, "The id of the offer."),
      .optional("name", .text, "What it is called, in charts."),
      .optional(
        "end", .choice(["low", "high"]),
        "Which end of the offer's range it is; missing where the cost is exact."),
      .optional(
        "held", .flag,
        "True for a curve with an input held that two offers share; only crossings refer to it."),
      .optional(
        "capacity", .decimal, "Where the offer's replicas are all busy, if the curve stops there."),
      DataField(
        "pieces", .list(.object(piece)), "The formulas, which follow each other without a gap."),
      DataField(
        "vectors", .list(.object(point)),
        "Values to try an evaluation with, rounded to whole picodollars, half to even."),
    ])

  private static let formula: [DataField] = [
    DataField("base_usd", .exact, "The part that does not depend on x."),
    DataField("usd_per_unit", .exact, "The part that each unit of the driver adds."),
    .optional(
      "power", .list(.object(tier)),
      "Two points of a power law that is added: y₀ · (x ÷ x₀)^b with b = log(y₁ ÷ y₀) ÷ log(x₁ ÷ x₀), exact at both points."
    ),
  ]

  private static let piece = DataShape(
    "piece",
    "A stretch with one formula: base_usd + usd_per_unit · x + power + everything in rounded_up.",
    [
      DataField("from", .decimal, "Its first place."), DataField("to", .decimal, "Its last place."),
    ] + formula + [
      .optional("rounded_up", .list(.object(steps)), "Parts that come in whole steps."),
      DataField("extrapolated", .flag, "Whether it lies beyond what the sources state."),
    ])

  private static let steps = DataShape(
    "steps",
    "A part of a curve in whole steps: base_usd + usd_per_unit · x + power, rounded up to a multiple of step_usd.",
    [DataField("step_usd", .exact, "The height of a step.")] + formula)

  private static let tier = DataShape(
    "tier", "A point of a power law.",
    [DataField("at", .decimal, "x."), DataField("usd", .exact, "y.")])

  private static let point = DataShape(
    "point", "A point of a curve.",
    [
      DataField("at", .decimal, "The place."),
      DataField("usd", .dollars, "The cost there."),
    ])

  private static let meeting: [DataField] = [
    DataField(
      "curves", .list(.id), "The two curves; the second one is the cheaper one from here on."),
    DataField("at", .decimal, "The first place at which the second one is no dearer."),
    DataField(
      "usd", .dollars,
      "The cost of the second one there; of a crossing that begins before the range the greater of the two costs at its start."
    ),
  ]

  private static let crossing = DataShape(
    "crossing",
    "Where the order of two offers changes: one place if both costs are exact, else from the first place where that may be to the last.",
    [
      DataField("driver", .choice(Driver.allCases.map(\.rawValue)), "What the curves run over."),
      DataField("between", .list(.id), "The two offers."),
    ] + meeting + [
      .optional("certain_at", .decimal, "From where on it is certain; missing for a single place."),
      .optional(
        "certain_usd", .dollars,
        "What the cheaper offer costs there at most: of the two curves the smaller cost."),
      .optional("certain_curves", .list(.id), "The two curves there, in the same order."),
      .optional(
        "ends", .list(.object(DataShape("end", "Where the curves of two ends meet.", meeting))),
        "Where each pair of ends meets."),
      DataField(
        "decides", .flag,
        "Whether the cheapest offer of all changes here, at least for some inputs."),
      .optional("at_edge", .flag, "True if it reaches an end of the range."),
    ])

  private static let stretch = DataShape(
    "stretch", "A stretch on which the same offers cost least, or may.",
    [
      .optional("group", .text, "Among which offers, where there are several groups."),
      DataField("from", .decimal, "Its first place."), DataField("to", .decimal, "Its last place."),
      DataField("offers", .list(.id), "The ids of the offers."),
      DataField(
        "certain", .flag,
        "Whether they cost least for every value of every input; else one of them does."),
    ])

  private static let gap = DataShape(
    "curveless", "An offer without a curve.",
    [DataField("offer", .id, "The id of the offer."), DataField("reason", .text, "Why.")])
}
