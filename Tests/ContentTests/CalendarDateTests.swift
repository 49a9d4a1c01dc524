import Content
import Pricing
import Testing

@Suite("Calendar date")
struct CalendarDateTests {
  @Test(arguments: ["2026-11-20", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func readsDaysOfTheCalendar(text: String) throws {
    #expect(try CalendarDate(reading: text).description == text)
  }

  @Test(arguments: [
    "2025-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "0000-01-01",
  ])
  func refusesDaysNoCalendarHas(text: String) {
    #expect(throws: Mistake("'\(text)' is not in the calendar", hint: "check month and day")) {
      try CalendarDate(reading: text)
    }
  }

  @Test(arguments: [
    "", "20.11.2026", "2026-1-2", "2026-11-20T00:00:00Z", "26-11-2020", "-026-11-20",
  ])
  func refusesOtherForms(text: String) {
    #expect(throws: Mistake.self) { try CalendarDate(reading: text) }
  }

  @Test(arguments: [
    ("2026-11-20", "2026-11-19"), ("2026-03-01", "2026-02-28"), ("2024-03-01", "2024-02-29"),
    ("2026-01-01", "2025-12-31"), ("2026-12-01", "2026-11-30"), ("2026-08-01", "2026-07-31"),
  ])
  func knowsTheDayBefore(day: String, before: String) throws {
    #expect(try CalendarDate(reading: day).dayBefore == CalendarDate(reading: before))
  }

  @Test func aMonthAloneComesAfterTheLastDayOfTheOneBefore() throws {
    #expect(CalendarDate.month("2026-01")?.dayBefore?.description == "2025-12-31")
    #expect(try CalendarDate(reading: "0001-01-01").dayBefore == nil)
  }

  @Test func ordersByDay() throws {
    #expect(try CalendarDate(reading: "2025-12-31") < CalendarDate(reading: "2026-01-01"))
    #expect(try CalendarDate(reading: "2026-01-31") < CalendarDate(reading: "2026-02-01"))
  }
}
