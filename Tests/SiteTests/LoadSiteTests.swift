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
    let requests =
      #""sessions":"2","sessions_high":"6","requests_per_hour":"900","requests_per_hour_high":"1800","#
      + #""request_seconds":"8","request_seconds_high":"12""#
    #expect(json.contains(requests))
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
      "How many sessions a replica serves at once is not stated: at the low end one replica serves all of them",
      "1 to 3 replicas serve 3 sessions at once, 1 to 3 on each, at every hour.",
      "1 to 2 replicas serve the peak of 2 to 6 requests at once (900 to 1,800 an hour of 8 s to 12 s each), 4 on each",
    ] {
      #expect(week.contains(part), "\(part)")
    }
    let provider = try Self.text("providers/delta-metal/index.html", of: site)
    #expect(provider.contains("Sessions at once on a replica"))
  }

  @Test("Says how often an autoscaler decides wherever somebody states it")
  func decisions() async throws {
    let site = try FixtureSite(adding: "loads")
    try site.replace(
      "idle_timeout: 6 min\n", with: "idle_timeout: 6 min\n      decision_interval: 60 s\n",
      in: "content/rate-cards/delta-metal.yaml")
    #expect(try await site.build().transcript == "")
    let week = try Self.text("scenarios/week/invoices/index.html", of: site)
    for part in [
      "(360 s (idle timeout) + 60 s (until a decision)) × 27 starts × 168 h (month) ÷ 168 h (week)",
      "An idle replica goes at the first decision after its timeout, of which there is one every 1 min",
    ] {
      #expect(week.contains(part), "\(part)")
    }
    let page = try Self.text("scenarios/week/index.html", of: site)
    #expect(page.contains("depending on the hours of work and when an autoscaler decides"))
    let provider = try Self.text("providers/delta-metal/index.html", of: site)
    #expect(provider.contains("1 min: an idle replica stays up to that much longer"))
    let rules = try #require(site.published("tables/billing-rules.csv"))
      .replacing("\u{A0}", with: " ").split(separator: "\n")
    #expect(rules.first?.contains("idle_timeout,decision_interval,") == true)
    #expect(rules.contains { $0.hasPrefix("Delta Metal,") && $0.contains(",6 min,1 min,") })
    #expect(rules.contains { $0.contains("never,not stated,") })
    let data = try #require(site.published("data/providers/delta-metal.json"))
    #expect(data.contains(##""decision-interval":{"value":"1\##u{A0}min""##))
  }

  @Test("Says nothing about decisions where nobody does")
  func noDecisions() async throws {
    let site = try FixtureSite()
    #expect(try await site.build().transcript == "")
    let rules = try #require(site.published("tables/billing-rules.csv"))
    #expect(rules.contains("idle_timeout") && !rules.contains("decision"))
    let data = try #require(site.published("data/providers/alpha-cloud.json"))
    #expect(data.contains("idle-timeout") && !data.contains("decision"))
    #expect(try !Self.text("providers/alpha-cloud/index.html", of: site).contains("Decision"))
  }
}
