internal import CivilTime
internal import Scheduling

extension PlanDecoder {
  /// Decodes the calendars of a plan, and reads their files.
  ///
  /// - Parameters:
  ///   - value: The list.
  ///   - zone: The time zone of the plan.
  ///   - files: Reads the files.
  /// - Returns: The calendars, without days where a file could not be read.
  mutating func calendars(
    _ value: Value?,
    in zone: String,
    from files: CalendarFiles
  ) -> [LoadedCalendar] {
    var known: [String: SourceText.Extent] = [:]
    return elements(of: value, "calendars", 0...Limits.calendars).compactMap {
      element -> LoadedCalendar? in
      guard let fields = fields(of: element, as: CalendarKey.self) else { return nil }
      let id = identifier(fields[.id], among: &known)
      let path = path(fields[.file])
      guard let id else { return nil }
      cite(.calendar(id), at: fields[.id], clause: nil)
      guard let path, let file = fields[.file], let period else { return LoadedCalendar(id: id) }
      do throws(CalendarFileError) {
        let days = period.lowerBound - Limits.lookBack...period.upperBound
        let calendar = try files.calendar(at: path, as: id, over: days, in: zone)
        if !calendar.days.keys.contains(where: period.contains) {
          warn(
            "the calendar has no event from \(period.lowerBound) to \(period.upperBound)",
            at: file.node.extent
          )
        }
        return calendar
      } catch {
        fail("calendar \(quoted(path)): \(error.message)", at: file.node.extent, notes: error.notes)
        return LoadedCalendar(id: id)
      }
    }
  }

  /// A path from the folder of the plan, so that plans can be moved and shared with what they name.
  private mutating func path(_ value: Value?) -> String? {
    let expected = "a path from the folder of the plan, such as ../vietnam/public-holidays.ics"
    guard let value, let path = text(value) else { return nil }
    guard !path.hasPrefix("/"), !path.contains("://"), !path.contains("\\") else {
      fail(
        "\(quoted(path)) is not a path from the folder of the plan",
        at: value.node.extent,
        expected: expected,
        suggestion: path.contains("://") ? "download the calendar beside the plan" : nil
      )
      return nil
    }
    return path
  }
}
