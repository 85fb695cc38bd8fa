import CivilTime
import Publishing
import Testing

struct TimestampTests {
  @Test(arguments: ["2024-03-06T00:00:00Z", "1969-12-31T23:59:59Z", "9999-12-31T23:59:01Z"])
  func `a moment reads back from its text`(text: String) {
    #expect(Timestamp(text)?.description == text)
  }

  @Test
  func `seconds may be left out`() {
    #expect(Timestamp("2024-03-06T07:05Z")?.description == "2024-03-06T07:05:00Z")
  }

  @Test(arguments: ["2024-03-06T00:00:00", "2024-03-06", "2024-02-30T00:00:00Z", "TZ", "ZT", ""])
  func `other texts are no moments`(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test
  func `moments count from 1970`() {
    #expect(Timestamp(secondsSinceEpoch: 0).description == "1970-01-01T00:00:00Z")
    #expect(Timestamp(secondsSinceEpoch: 1_709_683_200).description == "2024-03-06T00:00:00Z")
  }
}
