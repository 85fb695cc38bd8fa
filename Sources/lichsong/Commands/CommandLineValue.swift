internal import ArgumentParser
internal import CivilTime
internal import Publishing

/// Reads values from the command line.
enum CommandLineValue {
  /// Reads a day.
  static func day(_ text: String) throws -> CivilDate {
    guard let day = CivilDate(text) else {
      throw ValidationError("Expected a day such as 2024-06-11.")
    }
    return day
  }

  /// Reads a moment in UTC.
  static func moment(_ text: String) throws -> Timestamp {
    guard let moment = Timestamp(text) else {
      throw ValidationError("Expected a moment in UTC such as 2024-03-06T00:00:00Z.")
    }
    return moment
  }
}
