/// What of a workload decides which machines run for its work, whatever the amount.
struct WorkTiming {
  let period: Workload.Period
  let traffic: Workload.Traffic
  var requests: Int?
  var runs: Workload.Runs?
  var deadline: Ratio?
}

extension WorkTiming {
  init(_ workload: Workload) {
    (period, traffic, deadline) = (workload.period, workload.traffic, workload.deadline)
    (requests, runs) = (workload.requests, workload.runs)
  }
}
