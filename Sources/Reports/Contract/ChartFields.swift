import Pricing

/// What is in `charts/<id>.json`.
enum ChartFields {
  static let chart = DataShape(
    "chart", "The numbers behind a chart.",
    [
      DataField("chart", .id, "The id of the chart, which is the name of its files."),
      DataField("scenario", .id, "The id of the scenario."),
      DataField("title", .text, "What the chart found."),
      DataField("unit", .choice(["USD"]), "The currency."),
      DataField("sources", .text, "Where the rates come from, as the chart says it."),
      .optional("workload", .id, "The workload, of a chart that is about one."),
    ] + CurveFields.members.map { .optional($0.key, $0.type, "Chart of curves: \($0.description)") }
      + [
        .optional(
          "bars", .list(.object(bar)),
          "Chart of costs: every invoice of the workloads that are drawn."),
        .optional(
          "shares", .list(.object(share)), "Chart of phases: what of an invoice is paid for what."),
        .optional("rates", .list(.object(rate)), "Chart of a price's history: every stated price."),
        .optional("winner", .id, "Chart of assumptions: the offer that is cheapest as assumed."),
        .optional("runner_up", .id, "Chart of assumptions: the next offer."),
        .optional("base", outcome, "Chart of assumptions: every total as assumed."),
        .optional(
          "assumptions", .list(.object(assumption)), "Chart of assumptions: what each end changes."),
        .optional("always_on", .id, "Heat map: the machine."),
        .optional("tokens", .id, "Heat map: the offer that is charged by the token."),
        .optional(
          "least_busy_share", .nullable(.exact),
          "Heat map: the least share from which on the machine can be the cheaper one; null if it never is."
        ),
        .optional("rows", .list(.object(row)), "Heat map: one row for each busy share."),
      ])

  private static let bar = DataShape(
    "bar", "An invoice.",
    [
      DataField("workload", .id, "The id of the workload."),
      DataField("offer", .id, "The id of the offer."),
      DataField("low_usd", .dollars, "The least that it may cost."),
      DataField(
        "high_usd", .nullable(.dollars), "The most that it may cost; null if nobody states it."),
    ])

  private static let share = DataShape(
    "share", "What is paid for what, at the low end of an invoice.",
    [
      DataField("offer", .id, "The id of the offer."),
      DataField("low_usd", .dollars, "The total."),
      DataField(
        "phases",
        .list(
          .object(
            DataShape(
              "phase", "What is paid for one thing.",
              [
                DataField("phase", .id, "What is counted, or what machines do meanwhile."),
                DataField("usd", .dollars, "How much."),
              ]))), "The parts, which add up to the total."),
    ])

  private static let rate = DataShape(
    "price", "A price and its day.",
    [
      DataField("offer", .id, "The id of the offer."),
      DataField("unit", CommonFields.unit, "What is charged for."),
    ] + CommonFields.day + [DataField("usd", .dollars, "Dollars a unit, the low end.")])

  private static let outcome = DataType.list(
    .object(
      DataShape(
        "total", "What an offer costs.",
        [
          DataField("offer", .id, "The id of the offer."),
          DataField("usd", .nullable(.dollars), "The total; null if it cannot be priced."),
        ])))

  private static let assumption = DataShape(
    "assumption", "An input at its ends, all else as assumed.",
    [
      DataField("assumption", .text, "What it is about."),
      DataField("range", .text, "Its ends in words."),
      DataField("low", .exact, "Its low end."), DataField("base", .exact, "As assumed."),
      DataField("high", .exact, "Its high end."),
      DataField(
        "assumed_spread", .flag, "Whether the ends are a fifth down and up, and nobody states them."
      ),
      DataField("at_low", outcome, "Every total at the low end."),
      DataField("at_high", outcome, "Every total at the high end."),
      DataField("flips_winner", .flag, "Whether another offer is cheapest at an end."),
    ])

  private static let row = DataShape(
    "heat-map-row", "A busy share.",
    [
      DataField("busy_share", .exact, "The share of time that machines are busy."),
      DataField(
        "cells",
        .list(
          .object(
            DataShape(
              "cell", "A volume.",
              [
                DataField("tokens", .decimal, "Tokens a month."),
                DataField(
                  "usd_per_million", .list(.nullable(.exact)),
                  "Dollars a million tokens: of the machine, of the other offer."),
                DataField("cheapest", .list(.id), "The cheaper one; both if they cost the same."),
              ]))), "One for each volume."),
      DataField(
        "changes",
        .list(
          .object(
            DataShape(
              "change", "Where the cheaper one changes.",
              [
                DataField("at", .decimal, "Tokens a month."),
                DataField("from", .list(.id), "Who is cheaper below."),
                DataField("to", .list(.id), "Who is cheaper from there on."),
              ]))), "Where the cheaper one changes."),
    ])
}
