import Diagnostics
import Pricing
import Testing

@testable import Content

@Suite("The catalogue of SkyPilot")
struct SkyPilotTests {
  private static let table = """
    InstanceType,vCPUs,MemoryGiB,AcceleratorName,AcceleratorCount,GpuInfo,Region,Price,SpotPrice
    1H100,16.0,200,H100,1.0,"{""Gpus"": [{""Name"": ""H100""}]}",eu-1,2.95,1.25
    1H100,16.0,200,H100,1.0,"{'Gpus': 1,
    2}",us-1,3,
    8H100,128,1600,H100,8,,eu-1,,10.00
    cpu,4,16,,,,eu-1,0.0992,
    half,4,16,L4,0.5,,eu-1,0.4,
    free,4,16,H200,1,,eu-1,0.0,
    silent,4,16,H200,1,,eu-1,,
    ,,,A100,2,,eu-1,5.9,
    """

  private static func trial(
    _ table: String, path: String = "catalogs/v8/acme/vms.csv"
  ) throws -> ImportTrial {
    try ImportTrial(ImportTrial.list(table, .skypilot, path: path))
  }

  private static func rates(_ trial: ImportTrial, _ id: String) throws -> [String] {
    try #require(trial.content.listedOffer(id)?.offer).rates.map { rate in
      rate.condition.choices.map(\.value).joined(separator: "+")
        + " \(rate.price?.low.dollarText ?? "?")"
    }
  }

  @Test("Machines by the hour, in their regions and as spot")
  func machines() throws {
    let trial = try Self.trial(Self.table)
    #expect(
      trial.offers == [
        "skypilot-acme-1h100", "skypilot-acme-8h100", "skypilot-acme-cpu", "skypilot-acme-a100-2",
      ])
    #expect(
      try Self.rates(trial, "skypilot-acme-1h100") == ["eu-1 2.95", "us-1 3", "eu-1+spot 1.25"])
    // A blank is no price, and not one of 0.
    #expect(try Self.rates(trial, "skypilot-acme-8h100") == ["eu-1+spot 10"])
    let machines = try trial.offers.map {
      try #require(trial.content.listedOffer($0)?.offer.goods?.machine)
    }
    #expect(machines.map(\.name) == ["H100", "H100", "cpu", "A100"])
    #expect(machines.map(\.count) == [1, 8, 1, 2])
    #expect(
      machines.map(\.detail) == [
        "1H100, 16 vCPUs, 200 GiB of memory", "8H100, 128 vCPUs, 1600 GiB of memory",
        "cpu, 4 vCPUs, 16 GiB of memory", "without a machine",
      ])
  }

  @Test("What cannot be expressed is named, and what states no price is not counted")
  func refused() throws {
    let list = try ImportTrial.list(Self.table, .skypilot, path: "acme/vms.csv")
    #expect((list.expressedCount, list.pricedCount) == (4, 6))
    #expect(
      list.unexpressed.map(\.key) == ["AcceleratorCount that is no whole number", "Price of 0"])
  }

  @Test("An hour of a machine of eight costs what the table says, where it says so")
  func prices() throws {
    let trial = try Self.trial(Self.table)
    let offer = try #require(trial.content.listedOffer("skypilot-acme-8h100")?.offer)
    let workload = Workload(
      id: "w", name: "w", period: .once, traffic: .hours(Bounds(Ratio(1))))
    func total(_ choices: [Choice]) throws -> String? {
      try offer.choosing(choices).quote(for: workload).invoice?.high?.dollarText
    }
    #expect(try total([Choice(.region, "eu-1"), Choice(.tier, "spot")]) == "10")
    #expect(try total([Choice(.region, "eu-1")]) == nil)
    #expect(try total([]) == nil)
  }

  @Test("Zones stand for their region where their prices differ")
  func zones() throws {
    let trial = try Self.trial(
      """
      InstanceType,AcceleratorName,AcceleratorCount,Region,AvailabilityZone,Price,SpotPrice
      big,H100,8,us-east-1,us-east-1a,55.04,20.5
      big,H100,8,us-east-1,us-east-1b,55.04,21
      """)
    #expect(
      try Self.rates(trial, "skypilot-acme-big") == [
        "us-east-1 55.04", "us-east-1a+spot 20.5", "us-east-1b+spot 21",
      ])
  }

  @Test(
    "A table that is not whole is refused on its line",
    arguments: [("a,b\n1,2\n1\n", 3), ("a,b\r\n1,\"2\r\n", 2), ("a\n1,2\n", 2)])
  func broken(text: String, line: Int) {
    let error = #expect(throws: PriceListError.self) {
      try ImportTrial.list(text, .skypilot, path: "acme/vms.csv")
    }
    #expect(error?.finding.location.line == line)
  }

  @Test("Cells between quotes hold quotes, commas and line ends")
  func cells() throws {
    let rows = try SeparatedRows(Array("\"a\",b\r\n\"\"\"x\"\", y\n\",\r\n,\"\"\n".utf8))
    #expect(rows.count == 2)
    #expect(rows[0, "a"] == "\"x\", y\n" && rows[0, "b"] == nil && rows[1, "a"] == nil)
  }
}
