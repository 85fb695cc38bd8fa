internal import CivilTime
internal import Foundation
internal import TestSupport
internal import Testing

@Suite struct TimeOfDayTests {
  @Test func everySecondOfADayIsATime() throws {
    var expected = 0
    for hour in 0..<24 {
      for minute in 0..<60 {
        for second in 0..<60 {
          let time = try #require(TimeOfDay(hour: hour, minute: minute, second: second))
          guard time.secondsSinceMidnight == expected else {
            Issue.record("\(time) is \(time.secondsSinceMidnight) s after midnight")
            return
          }
          expected += 1
        }
      }
    }
    #expect(expected == 86_400)
    #expect(TimeOfDay.midnight == TimeOfDay(hour: 0, minute: 0))
  }

  @Test func onlyTimesOfAClockAreMade() {
    for (hour, minute, second) in [
      (24, 0, 0), (-1, 0, 0), (0, 60, 0), (0, -1, 0), (0, 0, 60), (0, 0, -1), (Int.max, 0, 0),
    ] {
      #expect(TimeOfDay(hour: hour, minute: minute, second: second) == nil)
    }
  }

  @Test func textLeadsBackToTheTime() {
    for second in stride(from: 0, to: 86_400, by: 7) {
      let time = CivilDateTime(secondsSinceEpoch: second).time
      #expect(TimeOfDay(time.description) == time)
    }
    #expect(TimeOfDay("20:15")?.description == "20:15")
    #expect(TimeOfDay("20:15:00")?.description == "20:15")
    #expect(TimeOfDay("05:07:09")?.description == "05:07:09")
  }

  @Test(arguments: [
    "", "20", "2015", "20:5", "8:15", "24:00", "20:60", "20:15:60", "20:15:", ":20:15", "20:15:0",
    "20:15:00:00", "20.15", " 20:15", "20:15 ", "+8:15", "20:15Z", "２０:15", "20::15",
  ])
  func otherTextIsRejected(text: String) {
    #expect(TimeOfDay(text) == nil)
  }

  @Test func timesAreOrderedWithinADay() throws {
    let times = ["00:00", "00:00:01", "00:01", "01:00", "20:15", "23:59:59"].compactMap {
      TimeOfDay($0)
    }
    #expect(times.count == 6)
    #expect(times.reversed().sorted() == times)
  }

  @Test func jsonLeadsBackToTheTime() throws {
    let json = Data(#"["00:00","20:15","23:59:59"]"#.utf8)
    let times = try JSONDecoder().decode([TimeOfDay].self, from: json)
    #expect(try JSONEncoder().encode(times) == json)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([TimeOfDay].self, from: Data(#"["24:00"]"#.utf8))
    }
  }
}

@Suite struct CivilDateTimeTests {
  /// Moments all over the range, as many before 1970 as after it, and those around midnights.
  static let sample: [Int] = {
    var generator = SeededGenerator(seed: 5)
    let first = CivilDate.min.dayNumber * 86_400
    let last = CivilDate.max.dayNumber * 86_400 + 86_399
    let random = (0..<10_000).flatMap { _ in
      [Int.random(in: first...last, using: &generator), .random(in: first...0, using: &generator)]
    }
    let midnights = [first, -86_400, 0, 86_400, last + 1].flatMap { [$0 - 1, $0, $0 + 1] }
    return (random + midnights).filter { first...last ~= $0 }
  }()

  @Test func secondsLeadBackToTheMoment() {
    for seconds in Self.sample {
      let moment = CivilDateTime(secondsSinceEpoch: seconds)
      guard moment.secondsSinceEpoch == seconds,
        moment.date.dayNumber == Int((Double(seconds) / 86_400).rounded(.down))
      else {
        Issue.record("\(seconds) s is taken for \(moment)")
        return
      }
    }
  }

  @Test func aroundTheEpoch() {
    #expect(CivilDateTime(secondsSinceEpoch: 0).description == "1970-01-01T00:00")
    #expect(CivilDateTime(secondsSinceEpoch: -1).description == "1969-12-31T23:59:59")
    #expect(CivilDateTime(secondsSinceEpoch: -86_400).description == "1969-12-31T00:00")
    #expect(CivilDateTime(secondsSinceEpoch: -86_401).description == "1969-12-30T23:59:59")
  }

  @Test func textLeadsBackToTheMoment() {
    for seconds in Self.sample {
      let moment = CivilDateTime(secondsSinceEpoch: seconds)
      guard CivilDateTime(moment.description) == moment else {
        Issue.record("\(seconds) s is written \(moment)")
        return
      }
    }
  }

  @Test(arguments: [
    "", "T", "2024-06-11", "2024-06-11T", "T20:15", "2024-06-11 20:15", "2024-06-11t20:15",
    "2024-06-11T20:15Z", "2024-06-11T24:00", "2024-02-30T20:15", "2024-06-11TT20:15",
  ])
  func otherTextIsRejected(text: String) {
    #expect(CivilDateTime(text) == nil)
  }

  @Test func arithmeticAndOrderAreThoseOfSeconds() {
    for (a, b) in zip(Self.sample, Self.sample.dropFirst()) {
      let (first, second) = (
        CivilDateTime(secondsSinceEpoch: a), CivilDateTime(secondsSinceEpoch: b)
      )
      guard first.advanced(bySeconds: b - a) == second, (first < second) == (a < b) else {
        Issue.record("\(first) and \(second) are \(b - a) s apart")
        return
      }
    }
  }

  @Test func jsonLeadsBackToTheMoment() throws {
    let json = Data(#"["1969-12-31T23:59:59","2024-06-11T20:15"]"#.utf8)
    let moments = try JSONDecoder().decode([CivilDateTime].self, from: json)
    #expect(moments.map(\.secondsSinceEpoch) == [-1, 1_718_136_900])
    #expect(try JSONEncoder().encode(moments) == json)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CivilDateTime].self, from: Data(#"["2024-06-11"]"#.utf8))
    }
  }
}
