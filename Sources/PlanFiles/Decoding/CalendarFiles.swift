internal import CivilTime
internal import ICalendar
internal import Scheduling

/// The days and times of an iCalendar file that a plan names.
struct LoadedCalendar {
  /// The identifier by which the plan names the calendar.
  var id: String
  /// The days that its events cover, each with their names.
  var days: [CivilDate: String] = [:]
  /// The days of its events that say that they are worked in exchange for another.
  var workedInExchange: Set<CivilDate> = []
  /// The days of its events with the times at which they begin, in ascending order.
  var candidates: [SlotRule.Candidate] = []
}

/// Why an iCalendar file cannot be used, with the place in it where there is one.
struct CalendarFileError: Error {
  var message: String
  var notes: [Diagnostic.Note] = []
}

/// Reads the iCalendar files that a plan names.
struct CalendarFiles {
  /// Gives the bytes of a file.
  let load: PlanReader.Loader

  /// Reads one file.
  ///
  /// Events that are cancelled are left out. An event of several days covers each; events of one
  /// day have their names joined in the order of the file. An event of the category `Làm bù` or `Working
  /// day` is no day off but a day that is worked in exchange for one.
  ///
  /// - Parameters:
  ///   - path: The path of the file, from the folder of the plan.
  ///   - id: The identifier by which the plan names the calendar.
  ///   - days: The days that are wanted.
  ///   - zone: The IANA name of the time zone in which days and times are meant.
  /// - Returns: The days and the times.
  /// - Throws: ``CalendarFileError`` where the file cannot be had or read.
  func calendar(
    at path: String,
    as id: String,
    over days: ClosedRange<CivilDate>,
    in zone: String
  ) throws(CalendarFileError) -> LoadedCalendar {
    let input: PlanReader.Input
    do {
      input = try load(path)
    } catch {
      throw CalendarFileError(message: error.description)
    }
    let instances: [Instance]
    do {
      instances = try Calendar(parsing: input.bytes).instances(over: days, in: zone)
    } catch {
      throw CalendarFileError(error, in: input)
    }
    var calendar = LoadedCalendar(id: id)
    var names: [CivilDate: [String]] = [:]
    var candidates: Set<SlotRule.Candidate> = []
    for instance in instances where !instance.isCancelled {
      guard !instance.event.isWorkedInExchange else {
        calendar.workedInExchange.formUnion(instance.days.clamped(to: days))
        continue
      }
      let name = instance.event.summary ?? ""
      for day in instance.days.clamped(to: days) {
        if !names[day, default: []].contains(name) { names[day, default: []].append(name) }
        // An event with an hour is a slot when it begins, one without on each of its days.
        if instance.start == nil { candidates.insert(SlotRule.Candidate(date: day)) }
      }
      if let start = instance.start, days.contains(start.date) {
        candidates.insert(SlotRule.Candidate(date: start.date, time: start.time))
      }
    }
    calendar.days = names.mapValues { names in
      names.filter { !$0.isEmpty }.joined(separator: ", ")
    }
    calendar.candidates = candidates.sorted {
      ($0.date, $0.time ?? .midnight) < ($1.date, $1.time ?? .midnight)
    }
    return calendar
  }
}

extension Event {
  /// Whether its days are worked in exchange for a day off.
  fileprivate var isWorkedInExchange: Bool {
    categories.contains { ["làm bù", "working day"].contains($0.lowercased()) }
  }
}

extension CalendarFileError {
  /// The most problems of one file that are told.
  private static let mostNotes = 5

  fileprivate init(_ error: ICalendarError, in input: PlanReader.Input) {
    message = "it cannot be read"
    for problem in error.problems.prefix(Self.mostNotes) {
      let location: Diagnostic.Location
      if let line = problem.line, let text = input.bytes.line(line) {
        var report = Report()
        let shown = SourceText.decoding(text, of: input.name, into: &report)
        location = shown?.location(ofLine: line) ?? Diagnostic.Location(file: input.name)
      } else {
        location = Diagnostic.Location(file: input.name)
      }
      let remedy = problem.advice.map { "; \($0)" } ?? ""
      notes.append(Diagnostic.Note("\(problem.message)\(remedy)", at: location))
    }
    let others = error.problems.count - notes.count
    if others > 0 { message += ", for these reasons and \(others.grouped) more" }
  }
}

extension SourceText {
  /// The whole of a single line, as the line of another text from which it was taken.
  fileprivate func location(ofLine line: Int) -> Diagnostic.Location {
    let whole = Extent(start: Position(line: 0, offset: 0), length: lines[0].count)
    var location = location(of: whole)
    location.span?.line = line
    return location
  }
}

extension [UInt8] {
  /// A line of a text, without its line feed; `nil` where there are not so many.
  ///
  /// Only the line is looked for: a list of all would take many times the memory of a file of empty ones.
  ///
  /// - Parameter number: The number of the line, from 1.
  /// - Returns: The line.
  /// - Complexity: O(n) for n bytes.
  fileprivate func line(_ number: Int) -> ArraySlice<UInt8>? {
    var rest = self[...]
    for _ in 1..<number {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      rest = rest[(end + 1)...]
    }
    return rest.prefix { $0 != UInt8(ascii: "\n") }
  }
}
