import Content
import Pricing

extension SiteContext {
  /// The day on which a price was last seen before the next one, where no source tells on which day
  /// that began; `nil` where one does, and where no day lies between.
  func lastSeen(_ old: Rate, before new: Rate) -> DayNumber? {
    guard new.day.began == nil else { return nil }
    let source = content.source(old.citation.source)
    let (first, last) = (DayNumber(old.day.date), DayNumber(new.day.date))
    let since = min(last, max(first, source.map { DayNumber($0.day.date) } ?? first))
    return since.value + 1 < last.value ? since : nil
  }
}
