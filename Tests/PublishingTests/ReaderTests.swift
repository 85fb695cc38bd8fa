import CivilTime
import Foundation
import PlanFiles
import Publishing
import Scheduling
import TestSupport
import Testing

/// Our feeds as khal, icalendar and recurring-ical-events read them.
struct ReaderTests {
  /// What a reader found in a file.
  private struct Reading: Decodable {
    var reader: String
    var file: String
    var complaints: [String]
    var events: [[String]]
  }

  /// The events that a feed should show: start, end, identity, title, as the readers write them.
  private static func expected(_ release: Release, outlet: String?) -> [[String]] {
    release.events.filter { outlet == nil ? $0.kind != .deadline : $0.outlet == outlet }
      .map { event in
        guard let time = event.time else {
          return ["\(event.date)", "\(event.date + 1)", event.uid, event.summary]
        }
        let begin = CivilDateTime(event.date, time)
        let end = begin.advanced(bySeconds: (event.minutes ?? 0) * 60)
        return [begin, end].map { "\($0):00+07:00" } + [event.uid, event.summary]
      }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The real plan's release, and the folder that it was published to.
  private static func withRealPlan(_ body: (Release, URL) throws -> Void) throws {
    let plan = try PlanFile(at: Checkout.url("calendars/kien-giang-2024").path).plan()
    let release = try Release(of: plan)
    try withTemporaryFolder { exports in
      let folder = ExportFolder(plan: plan.id, in: exports)
      _ = try folder.publish(release)
      try body(release, folder.url)
    }
  }

  @Test
  func `icalendar and recurring-ical-events list the same events, without a complaint`() throws {
    try Self.withRealPlan { release, folder in
      let files = ["station.ics", "newspaper.ics", "all.ics"]
      let script = Checkout.url("Tests/PublishingTests/Clients/list_events.py").path
      let outcome = try Program.python("python").run(
        [script, "2023-01-01", "2025-12-31"] + files.map { folder.appending(path: $0).path }
      )
      #expect(outcome.status == 0, "\(outcome.errors)")
      let readings = try outcome.output.split(separator: "\n")
        .map { try JSONDecoder().decode(Reading.self, from: Data($0.utf8)) }
      #expect(readings.count == 6)
      for reading in readings {
        let outlet = reading.file == "all.ics" ? nil : String(reading.file.dropLast(4))
        #expect(reading.complaints.isEmpty)
        #expect(reading.events == Self.expected(release, outlet: outlet), "\(reading.reader)")
      }
    }
  }

  @Test(arguments: ["station", "newspaper", nil])
  func `khal takes in and lists the same events`(outlet: String?) throws {
    try Self.withRealPlan { release, folder in
      try withTemporaryFolder { home in
        let config = home.appending(path: "config")
        try Data(
          """
          [calendars]
          [[lich]]
          path = \(home.path)/lich
          type = calendar
          [locale]
          timeformat = %H:%M
          dateformat = %Y-%m-%d
          longdateformat = %Y-%m-%d
          datetimeformat = %Y-%m-%dT%H:%M
          longdatetimeformat = %Y-%m-%dT%H:%M
          default_timezone = Asia/Ho_Chi_Minh
          local_timezone = Asia/Ho_Chi_Minh
          [sqlite]
          path = \(home.path)/khal.db
          [default]
          default_calendar = lich

          """.utf8
        ).write(to: config)
        func khal(_ arguments: [String]) throws -> Program.Outcome {
          try Program.python("khal").run(
            ["--config", config.path] + arguments,
            environment: ["HOME": home.path, "XDG_DATA_HOME": home.path, "LC_ALL": "C.UTF-8"]
          )
        }
        let feed = folder.appending(path: "\(outlet ?? "all").ics").path
        let imported = try khal(["import", "--batch", "--include-calendar", "lich", feed])
        #expect(imported.status == 0, "\(imported.errors)")
        let listed = try khal([
          "list", "--day-format", "", "--format", "{start-long}|{end-long}|{uid}|{title}",
          "2023-12-01", "2025-02-28",
        ])
        #expect(listed.status == 0, "\(listed.errors)")
        let events = listed.output.split(separator: "\n")
          .map { $0.split(separator: "|", maxSplits: 3).map(String.init) }
        let expected = Self.expected(release, outlet: outlet).map { row in
          // khal shows whole days by their last day, and times without the zone that is its own.
          row[0].contains("T")
            ? [row[0].dropLast(9), row[1].dropLast(9)].map(String.init) + row[2...]
            : [row[0], row[0]] + row[2...]
        }
        #expect(
          events.sorted { $0.lexicographicallyPrecedes($1) }
            == expected.sorted { $0.lexicographicallyPrecedes($1) }
        )
      }
    }
  }
}
