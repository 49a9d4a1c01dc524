import Foundation
import Site
import TestSupport
import Testing

/// Work in GPU-hours, sessions at once and jobs with a deadline, wherever they are shown.
@Suite("A site with machines of several GPUs and a week of sessions")
struct LoadSiteTests {
  private static func text(_ path: String, of site: FixtureSite) throws -> String {
    try PublishedPage(try #require(site.published(path)), path: path).root.wholeText
      .replacing("\u{2060}", with: "").replacing("\u{A0}", with: " ")
  }

  @Test("Is published, says how full machines are, and adds up by blocks of the week")
  func isPublished() async throws {
    let site = try FixtureSite(adding: "loads")
    #expect(try await site.build().transcript == "")
    try expectAmounts(site)
    try expectWords(site)
  }

  private func expectAmounts(_ site: FixtureSite) throws {
    let data = try #require(site.published("data/scenarios/gpus.json"))
    for part in [
      #""gpu_hours":"1500""#, #""gpu_hours_high":"6000""#, #""within_seconds":"86400""#,
      #""offer":"delta-eight","workload":"some","low_usd":"14400","high_usd":"14400""#,
      #""machines":1,"filled":"25/96""#,
      #""machines":1,"machines_high":2,"filled":"125/144","filled_high":"25/48""#,
      // Eight machines for a day, of which each works 23.4375 hours.
      #""offer":"delta-eight","workload":"job","low_usd":"3750","high_usd":"3750""#,
      #""machines":8,"filled":"0.9765625""#,
    ] {
      #expect(data.contains(part), "\(part)")
    }
    let week = try #require(site.published("tables/week/invoices.csv")).split(separator: "\n")
    #expect(
      week.filter { $0.hasPrefix("delta-single,week,") } == [
        "delta-single,week,loading,0.208333333333,0.225,gpu-hour,3,,0.625,0.675,",
        "delta-single,week,active,225,,gpu-hour,3,,675,,",
        "delta-single,week,active,40,,gpu-hour,3,,120,,",
        "delta-single,week,active,0,12,gpu-hour,3,,0,36,",
        "delta-single,week,idle-tail,2.5,2.7,gpu-hour,3,,7.5,8.1,",
        "delta-single,week,scaled-to-zero,572.291666666667,560.075,gpu-hour,0,,0,,",
      ])
    #expect(
      week.filter { $0.hasPrefix("delta-eight,week,") }.last
        == "delta-eight,week,kept-warm,472,460,replica-hour,20,,9440,9200,")
    let json = try #require(site.published("data/scenarios/week.json"))
    let block =
      #"{"block":"Sat, Sun 10:00–16:00","hours_a_week":"12","sessions":"0","sessions_high":"6"}"#
    #expect(json.contains(block))
  }

  private func expectWords(_ site: FixtureSite) throws {
    let gpus = try Self.text("scenarios/gpus/invoices/index.html", of: site)
    for part in [
      "1,500 GPU-h ÷ 8 GPUs = 187.5 replica-hours",
      "1,500 GPU-hours fill 26.04 % of one machine (8 GPUs × 720 h = 5,760 GPU-hours).",
      "1,000,000,000 tokens ÷ 500 tokens/s ÷ 8 GPUs",
      "1,500 GPU-hours fill 97.66 % of 8 machines (8 × 8 GPUs × 24 h = 1,536 GPU-hours), the least that do the work in time.",
    ] {
      #expect(gpus.contains(part), "\(part)")
    }
    let week = try Self.text("scenarios/week/invoices/index.html", of: site)
    for part in [
      "45 h (Mon–Fri 09:00–18:00) × 5 replicas × 168 h (month) ÷ 168 h (week)",
      "27 starts × 360 s (idle timeout) × 168 h (month) ÷ 168 h (week)",
      "5 replicas serve the peak of 40 sessions at once, 8 on each; none are needed at the quietest hour.",
      "4 replicas serve the peak of 40 sessions at once, 10 on each, and stay at every hour, because they do not scale.",
      "4 to 5 replicas serve 40 sessions at once, 8 to 10 on each, at every hour.",
    ] {
      #expect(week.contains(part), "\(part)")
    }
    let provider = try Self.text("providers/delta-metal/index.html", of: site)
    #expect(provider.contains("Sessions at once on a replica"))
  }
}
