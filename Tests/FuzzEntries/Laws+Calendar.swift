internal import CivilTime
internal import ICalendar

extension Laws {
  /// The laws of reading, writing and expanding a calendar.
  mutating func checkCalendar(_ bytes: [UInt8]) {
    guard let calendar = readTwice(bytes) else { return }
    checkWriting(of: calendar)
    checkInstances(of: calendar, in: "Asia/Ho_Chi_Minh")
  }

  /// What is read is read in the same way again; what is refused is refused with lines of the file.
  mutating func readTwice(_ bytes: [UInt8]) -> Calendar? {
    do throws(ICalendarError) {
      let calendar = try Calendar(parsing: bytes)
      hold((try? Calendar(parsing: bytes)) == calendar, "a second reading is another")
      return calendar
    } catch {
      let lines = 1 + bytes.count { $0 == UInt8(ascii: "\n") }
      for problem in error.problems {
        hold(problem.line.map { 1...lines ~= $0 } ?? true, "no such line: \(problem)")
        hold(!problem.message.isEmpty, "nothing is said of \(problem.rule)")
      }
      return nil
    }
  }

  /// What can be written is read back equal, and then written to the same bytes.
  private mutating func checkWriting(of calendar: Calendar) {
    guard let text = try? calendar.serialized() else { return }
    do throws(ICalendarError) {
      let again = try Calendar(parsing: Array(text.utf8))
      hold(again == calendar, "read back as another calendar: \(text.debugDescription)")
      let second = try again.serialized()
      hold(
        second == text,
        "written anew as \(second.debugDescription), not \(text.debugDescription)"
      )
    } catch {
      hold(false, "what was written is refused: \(error)\n\(text.debugDescription)")
    }
  }

  /// Instances are in order, touch the days asked for, and those of fewer days are among them.
  mutating func checkInstances(of calendar: Calendar, in zone: String) {
    guard let first = CivilDate("2024-01-01") else { return }
    let year = first...(first + 365)
    let month = (first + 31)...(first + 59)
    guard let instances = try? calendar.instances(over: year, in: zone) else { return }
    hold(
      (try? calendar.instances(over: year, in: zone)) == instances,
      "a second expansion is another"
    )
    for instance in instances {
      hold(instance.days.overlaps(year), "outside: \(instance)")
      hold((instance.start == nil) == (instance.end == nil), "start without end: \(instance)")
      if let start = instance.start, let end = instance.end {
        hold(start <= end && start.date == instance.firstDay, "ends before it begins: \(instance)")
      }
    }
    let starts = instances.map { $0.start ?? CivilDateTime($0.firstDay, .midnight) }
    hold(zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }, "not in order: \(starts)")
    let expected = instances.filter { $0.days.overlaps(month) }
    let found = try? calendar.instances(over: month, in: zone)
    hold(
      found == expected,
      "in a month, \(found.map(\.count) ?? -1) of \(expected.count) instances"
    )
  }
}
