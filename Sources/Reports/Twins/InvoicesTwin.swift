import Encoders
import Messages

extension InvoicesPage: TwinnedPage {
  var twinTitle: String { localized("\(title): the invoices") }

  func write(to twin: inout Twin) {
    twin.say(standfirst)
    twin.page.paragraph([twin.link(scenario)])
    twin.say(basis)
    if !workloads.isEmpty { twin.part(localized("The workloads")) }
    for workload in workloads {
      twin.page.heading(workload.name, level: 3)
      twin.inputs(workload.inputs)
    }
    for offer in offers {
      twin.part(offer.name)
      for invoice in offer.invoices {
        twin.page.heading("\(invoice.workload): \(invoice.total)", level: 3)
        twin.steps(invoice.steps)
        for remark in invoice.remarks { twin.say(remark) }
        twin.inputs(invoice.inputs)
      }
      if !offer.inputs.isEmpty {
        twin.page.heading(localized("For several workloads"), level: 3)
      }
      for remark in offer.remarks { twin.say(remark) }
      twin.inputs(offer.inputs)
    }
    twin.part(localized("Data"), files.map { [twin.link($0)] })
  }
}
