import Content
import Messages
import Pricing
import Wording

/// Prices to come, in words; they price nothing.
enum AnnouncedText {
  /// `announced: $4.20 per GPU-hour from 1 December 2026`; `nil` where nothing is.
  static func rates(_ announcement: Announcement) -> String? {
    let texts = announcement.rates.map { rate in
      let price =
        rate.price.map { AmountText.exactRange($0.low, $0.high) } ?? localized("no price stated")
      let day = TimeText.date(rate.day.date)
      return localized("\(price) \(UnitText.per(rate.unit)) from \(day)")
    }
    return texts.isEmpty ? nil : localized("announced: \(texts.joined(separator: ", "))")
  }
}
