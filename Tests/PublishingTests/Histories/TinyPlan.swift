import CivilTime
import Scheduling
import TestSupport

extension Plan {
  /// A plan so small that it is solved in a few milliseconds, with something of everything that is
  /// published.
  static func tiny(using random: inout SeededGenerator) -> Plan {
    let first = CivilDate(dayNumber: 19_723 + random.number(0...200))
    let isVietnamese = random.chance(50)
    var plan = Plan(
      id: "tiny",
      title: "Thi đua, khen thưởng",
      source: random.chance(70) ? SourceDocument(number: "64/KH-UBND") : nil,
      period: first...(first + random.number(60...110)),
      language: isVietnamese ? .vietnamese : .english,
      outlets: [
        Outlet(id: "station", kind: .broadcaster, name: "Đài; phát thanh"),
        Outlet(id: "newspaper", kind: .newspaper, name: "Báo"),
      ],
      series: [],
      publishing: PublishingOptions(keepCancelled: random.one(of: [0, 5, 30]) ?? 0)
    )
    plan.calendars = [DayCalendar(id: "holidays", days: [:])]
    for _ in 0..<random.number(2...6) {
      plan.calendars[0].days[plan.someDay(using: &random)] = "Nghỉ lễ \(random.number(1...9))"
    }
    for index in 0..<random.number(2...3) {
      plan.series.append(plan.tinySeries("series\(index)", using: &random))
    }
    for index in 0..<random.number(0...3) {
      plan.themes.append(
        Theme(id: "theme\(index)", title: "Chủ đề, \(index)", clause: "II.\(index)")
      )
    }
    if random.chance(50) { plan.activities = [plan.tinyActivity("activity0", using: &random)] }
    if random.chance(30) {
      plan.separations = [Separation(series: plan.series.prefix(2).map(\.id), days: 2)]
    }
    return plan
  }

  /// A day of the period.
  func someDay(using random: inout SeededGenerator) -> CivilDate {
    period.lowerBound + random.number(0...(dayCount - 1))
  }

  /// A series of a few issues, on one day of each week.
  func tinySeries(_ id: String, using random: inout SeededGenerator) -> Series {
    let isOnAir = random.chance(60)
    var series = Series(
      id: id,
      outlet: outlets[isOnAir ? 0 : min(1, outlets.count - 1)].id,
      title: "Chuyên mục \(id)",
      clause: random.chance(60) ? "III.\(random.number(1...9))" : nil,
      minutes: isOnAir && random.chance(90) ? 12 : nil,
      perMonth: CountLimit(min: 0, max: random.number(1...2)),
      aim: random.number(2...4),
      minGap: random.number(1...6),
      slotRules: [
        SlotRule(candidates: weekly(at: isOnAir ? random.hour() : nil, using: &random))
      ],
      avoid: random.chance(60) ? ["holidays"] : []
    )
    if isOnAir, random.chance(70) {
      series.repeats = [Repeat(after: random.number(0...9), time: random.hour(), channel: "TV")]
    }
    if !series.repeats.isEmpty, random.chance(40) {
      let airing = Repeat(after: random.number(0...9), time: random.hour(), channel: "radio")
      series.repeats.append(airing)
    }
    if random.chance(30) {
      series.deadlines = [Deadline(id: "script", title: "Kịch bản", before: 3, owner: "Sở")]
    }
    return series
  }

  /// One day of each week, also some time before and after the period, which may come to be longer.
  func weekly(
    at time: TimeOfDay?,
    using random: inout SeededGenerator
  ) -> [SlotRule.Candidate] {
    stride(from: random.number(-60 ... -54), to: dayCount + 60, by: 7).map {
      SlotRule.Candidate(date: period.lowerBound + $0, time: time)
    }
  }
}
