import Charts

extension Samples {
  private static let active = CostBarsChart.Phase(id: "active", name: "active")
  private static let keptWarm = CostBarsChart.Phase(id: "kept-warm", name: "kept warm")
  private static let input = CostBarsChart.Phase(id: "input-tokens", name: "input tokens")
  private static let output = CostBarsChart.Phase(id: "output-tokens", name: "output tokens")

  /// Two replicas that wait all month: one bar is a thousand times another.
  static var idleReplicas: CostBarsChart {
    var chart = CostBarsChart(
      title: "Two warm replicas cost $9,360 a month before the first request",
      subtitle: "A month of a model that is busy two hours a day",
      description: "Bar chart. Baseten $9,360, all of it kept warm; Modal $284.40; an API $10.",
      axisTitle: "Cost a month (US$)")
    chart.groups = [
      CostBarsChart.Group(rows: [
        CostBarsChart.Row(
          label: "Baseten H100", detail: "2 replicas, never scaled to zero", value: "$9,360",
          segments: [CostBarsChart.Segment(keptWarm, 9360)]),
        CostBarsChart.Row(
          label: "Modal H100", detail: "scales to zero after 60 s", value: "$284.40",
          segments: [CostBarsChart.Segment(active, 284.4)]),
        CostBarsChart.Row(
          label: "Per-token API", detail: "$1 per 1M tokens", value: "$10",
          segments: [
            CostBarsChart.Segment(input, 4), CostBarsChart.Segment(output, 6),
          ], isCheapest: true),
      ])
    ]
    chart.notes = ["A month is 720 hours. Source: rate cards read on 2026-11-02. CC BY 4.0."]
    return chart
  }

  /// A job of 20 million tokens: most costs are ranges, one is not stated.
  static var job: CostBarsChart {
    var chart = CostBarsChart(
      title: "A small model does the job for $1.20; on rented GPUs it costs $20 to $130",
      subtitle: "One job of 20M tokens, US dollars; hatched from the low to the high end",
      description: "Bar chart of ten offers in two groups.", axisTitle: "Cost of the job (US$)")
    chart.groups = [
      CostBarsChart.Group(
        heading: "GPUs by the hour",
        rows: [
          gpu("RunPod H100", "5–10 h at $3.98 an hour", 19.9, 39.8, "$19.90–39.80"),
          gpu("Modal H100", "10–20 h at $3.95 an hour", 39.5, 79, "$39.50–79.00"),
          gpu("Baseten H100", "10–20 h at $6.50 an hour", 65, 130, "$65.00–130.00"),
          gpu("GMI H100", "10–20 h at $2.00 an hour", 20, 40, "$20.00–40.00"),
          gpu("GMI H200", "10–20 h at $2.60 an hour", 26, 52, "$26.00–52.00"),
        ]),
      CostBarsChart.Group(
        heading: "APIs by the token",
        rows: [
          CostBarsChart.Row(
            label: "DeepInfra small model", detail: "$0.06 per 1M tokens", value: "$1.20",
            segments: [
              CostBarsChart.Segment(input, 0.5), CostBarsChart.Segment(output, 0.7),
            ], isCheapest: true),
          api("GPT-5.4-nano", 4, 25), api("GPT-5.4-mini", 8, 50),
          api("Gemini 3.1 Flash-Lite", 2, 8),
          CostBarsChart.Row(label: "DeepSeek-V4-Pro", value: "not stated", isStated: false),
        ]),
    ]
    chart.notes = [
      "Ranges: a job of 20M tokens takes 10 to 20 hours on one GPU; token prices depend on the "
        + "share of output. Source: rate cards read on 2026-11-02. CC BY 4.0."
    ]
    return chart
  }

  private static func gpu(
    _ label: String, _ detail: String, _ low: Double, _ high: Double, _ value: String
  ) -> CostBarsChart.Row {
    CostBarsChart.Row(
      label: label, detail: detail, value: value,
      segments: [CostBarsChart.Segment(active, low)], high: high)
  }

  private static func api(_ label: String, _ low: Double, _ high: Double) -> CostBarsChart.Row {
    CostBarsChart.Row(
      label: label, detail: "input or output only", value: "$\(Int(low))–\(Int(high))",
      segments: [CostBarsChart.Segment(input, low)], high: high)
  }
}
