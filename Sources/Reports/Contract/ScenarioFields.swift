import Pricing

/// What is in `data/scenarios/<id>.json`.
enum ScenarioFields {
  static let scenario = DataShape(
    "scenario", "A scenario and everything worked out for it.",
    [
      DataField("scenario", .id, "The id of the scenario."),
      DataField("title", .text, "Its title."),
      DataField("month_hours", .number, "The length of a month in hours."),
      .optional("prices_on", .date, "The day whose rates hold."),
      DataField("workloads", .list(.object(workload)), "What is asked for."),
      DataField(
        "invoices", .list(.object(invoice)),
        "One for each offer and workload that it can be priced for."),
      DataField("rates", .list(.object(rate)), "What lines of invoices are charged at, once each."),
      DataField("citations", .list(.object(citation)), "Who states the figures, once each."),
      .optional(
        "left_out", .list(.object(leftOut)), "Offers that the author compares with nothing."),
      .optional(
        "groups", .list(.object(group)),
        "Offers that can take each other's place, where not all can."),
      DataField("notes", .list(.text), "What is said about invoices, once each."),
      DataField("not_applicable", .list(.object(gap)), "Where there is no invoice, and why."),
      DataField(
        "comparisons", .list(.object(comparison)), "Who is cheapest, for each workload and group."),
      DataField(
        "recommendations", .list(.object(recommendation)),
        "What to take, by what an offer must be able to do."),
    ] + CurveFields.members)

  private static let workload = DataShape(
    "workload", "What is asked of every offer.",
    [
      DataField("id", .id, "The id of the workload."), DataField("name", .text, "Its name."),
      DataField("period", .choice(["month", "once"]), "Whether it is asked every month or once."),
      .optional("tokens", .decimal, "Tokens in and out together."),
      .optional("input_tokens", .decimal, "Tokens in, where they are told apart."),
      .optional("output_tokens", .decimal, "Tokens out, where they are told apart."),
      .optional("requests", .decimal, "Requests."),
      DataField(
        "traffic", .choice(WorkloadTraffic.allCases.map(\.rawValue)),
        "When machines work: not at all, for some hours, also of GPUs, or a share of the month, in bursts, for one session, for sessions at once, as long as the tokens take at full speed or evenly over the period, or nobody says."
      ),
      .optional("hours", .exact, "Hours of work; the fewest of a range."),
      .optional("hours_high", .exact, "The most hours of a range."),
      .optional("gpu_hours", .exact, "GPU-hours of work; the fewest of a range."),
      .optional("gpu_hours_high", .exact, "The most GPU-hours of a range."),
      .optional(
        "busy_share", .exact, "The share of the month in which there is work; the least of a range."
      ),
      .optional("busy_share_high", .exact, "The largest share of a range."),
      .optional("burst_seconds", .exact, "Seconds of work in a burst."),
      .optional("burst_every_seconds", .exact, "Seconds from the start of one burst to the next."),
      .optional("bursts", .whole, "How many bursts; as many as fit into the month if missing."),
      .optional("session_seconds", .exact, "Seconds of a session."),
      .optional(
        "sessions_at_once", .list(.object(block)),
        "How many sessions there are, by hours of the week."
      ),
      .optional(
        "concurrency", .exact, "How many of them a replica serves; the fewest of a range."),
      .optional("concurrency_high", .exact, "The most sessions of a range."),
      .optional("within_seconds", .exact, "Seconds within which a job is to be done."),
      .optional("runs", .whole, "In how many runs the work comes."),
      .optional("tokens_per_second", .exact, "The speed of one replica; the slow end of a range."),
      .optional("tokens_per_second_high", .exact, "The fast end of a range."),
      .optional("speed_per_gpu", .flag, "True where the speed is that of one GPU of a replica."),
      .optional("evidence", .map(.whole), "Places in citations, by the figure that is stated."),
    ])

  private static let block = DataShape(
    "block", "Hours of a week with the same number of sessions at once.",
    [
      DataField("block", .text, "Its days and hours; `else` for all that no other block has."),
      DataField("hours_a_week", .exact, "How long it is in a week."),
      DataField("sessions", .exact, "Sessions at once; the fewest of a range."),
      .optional("sessions_high", .exact, "The most sessions of a range."),
      .optional(
        "requests_per_hour", .exact,
        "Requests an hour that the sessions are, where these are counted; the fewest of a range."),
      .optional("requests_per_hour_high", .exact, "The most requests of a range."),
      .optional("request_seconds", .exact, "Seconds of each; the shortest of a range."),
      .optional("request_seconds_high", .exact, "The longest seconds of a range."),
    ])

  static let invoice = DataShape(
    "invoice", "What one offer charges for one workload.",
    [
      DataField("offer", .id, "The id of the offer."),
      DataField("workload", .id, "The id of the workload."),
      DataField("low_usd", .dollars, "The least that it may cost."),
      DataField(
        "high_usd", .nullable(.dollars),
        "The most that it may cost; null if nobody states a price that is in it."),
      .optional("fits", .flag, "False if the offer's replicas are not enough for the work."),
      .optional("notes", .list(.whole), "Places in notes."),
      .optional(
        "machines", .whole, "The least machines that hold work in GPU-hours, or do a job in time."),
      .optional("machines_high", .whole, "How many hold the most of it, where these are others."),
      .optional("filled", .exact, "The share of these machines' time that the work takes."),
      .optional("filled_high", .exact, "The same for the most work, where it is another share."),
      DataField("lines", .list(.object(line)), "What adds up to the total."),
    ])

  private static let line = DataShape(
    "line",
    "A line of an invoice: quantity times rate, rounded once to whole picodollars, half to even.",
    [
      DataField(
        "phase", .choice(LineItem.Kind.all.map(\.id)),
        "What is counted, or what a machine does meanwhile."),
      DataField("quantity", .exact, "How much, in the unit of the rate."),
      .optional("quantity_high", .exact, "The high end, where it is another one."),
      .optional(
        "discount", .text,
        "The discount of the site's own that is taken off: quantity and amount are negative, the rate "
          + "is the list price."),
      DataField("rate", .whole, "A place in rates."),
      .optional(
        "rate_usd", .nullable(.dollars),
        "The price of this line, where it is not that of the rate: what is free."),
      .optional(
        "rate_high_usd", .nullable(.dollars), "The high end of that price, where it is another one."
      ),
      DataField(
        "usd", .nullable(.dollars), "The amount at the low end; null if nobody states the price."),
      .optional(
        "high_usd", .nullable(.dollars),
        "The amount at the high end, where it is another one; null if nobody states it."),
    ])

  private static let rate = DataShape(
    "rate", "A price for a unit.",
    [
      DataField("unit", CommonFields.unit, "What is charged for."),
      DataField(
        "usd", .nullable(.dollars), "Dollars a unit, the low end; null if nobody states it."),
      .optional("high_usd", .nullable(.dollars), "The high end, where it is another one."),
      .optional("rounded_up", .flag, "True where a unit begun costs as much as a whole one."),
    ] + CommonFields.term + CommonFields.day
      + [DataField("citation", .whole, "A place in citations.")]
      + CommonFields.foreign + [
        .optional(
          "exchange_citation", .whole, "Who states the exchange rate: a place in citations."),
        .optional(
          "possible", .list(.object(possible)),
          "The prices of which one holds, where the workload does not say which."),
      ])

  private static let possible = DataShape(
    "possible-price", "One of several prices of which nobody says which holds.",
    [
      DataField(
        "usd", .nullable(.dollars), "Dollars a unit, the low end; null if nobody states it."),
      .optional("high_usd", .nullable(.dollars), "The high end, where it is another one."),
      .optional("condition", .text, "When it holds instead of the others, in words."),
    ] + CommonFields.day + [DataField("citation", .whole, "A place in citations.")])

  private static let citation = DataShape("citation", "Who states a figure.", CommonFields.evidence)

  private static let leftOut = DataShape(
    "left-out", "An offer that is compared with nothing.",
    [
      DataField("offer", .id, "The id of the offer."),
      DataField("reason", .text, "Why, in the author's words."),
    ])

  private static let group = DataShape(
    "group", "Offers that can take each other's place.",
    [
      DataField("group", .text, "What they are called together."),
      DataField("offers", .list(.id), "The ids of the offers."),
      .optional("because", .text, "Why they can, where they are not the same thing."),
    ])

  private static let gap = DataShape(
    "gap", "An offer that cannot be priced for a workload.",
    [
      DataField("offer", .id, "The id of the offer."),
      DataField("workload", .id, "The id of the workload."),
      DataField(
        "reason",
        .choice([
          "needs-tokens", "needs-requests", "needs-count", "no-price", "needs-traffic",
          "needs-throughput", "needs-gpus", "no-rate",
        ]),
        "What the workload does not say, or that the offer has no rate."),
    ])

  private static let comparison = DataShape(
    "comparison", "Who is cheapest for a workload.",
    [
      DataField("workload", .id, "The id of the workload."),
      .optional("group", .text, "Among which offers, where there are several groups."),
      DataField(
        "cheapest", .list(.id),
        "Who costs least for every value of every input; several if they cost the same."),
      DataField(
        "candidates", .list(.id),
        "Who may cost least, where that depends on where in their ranges inputs lie."),
    ])

  private static let requirements = DataType.list(.choice(Requirement.allCases.map(\.rawValue)))

  private static let recommendation = DataShape(
    "recommendation", "What to take under one set of requirements.",
    [
      .optional("group", .text, "Among which offers, where there are several groups."),
      DataField("requires", requirements, "What an offer must be able to do."),
      DataField("choices", .list(.object(choice)), "One for each workload."),
      DataField("excluded", .list(.object(exclusion)), "Who is out."),
    ])

  private static let choice = DataShape(
    "choice", "What to take for a workload.",
    [
      DataField("workload", .id, "The id of the workload."),
      DataField(
        "choice", .choice(["cheapest", "one-of", "only", "none"]),
        "Whether it is settled, open, the only offer left, or there is none."),
      DataField("offers", .list(.id), "The ids of the offers."),
    ])

  private static let exclusion = DataShape(
    "exclusion", "An offer that is out.",
    [
      DataField("offer", .id, "The id of the offer."),
      DataField("lacks", requirements, "What it does not do."),
      DataField("not_stated", requirements, "What nobody says that it does."),
    ])
}
