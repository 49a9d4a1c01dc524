import Content
import Pricing
import Wording

/// Prices to come, in words; they price nothing.
enum AnnouncedText {
  /// `announced: $4.20 per GPU-hour from 1 December 2026`; `nil` where nothing is.
  static func rates(_ announcement: Announcement) -> String? {
    let texts = announcement.rates.map { rate in
      let price = rate.price.map { AmountText.exactRange($0.low, $0.high) } ?? "no price stated"
      return "\(price) \(UnitText.per(rate.unit)) from \(TimeText.date(rate.day.date))"
    }
    return texts.isEmpty ? nil : "announced: " + texts.joined(separator: ", ")
  }
}
