internal import ArgumentParser
internal import Foundation
internal import ICalendar
internal import PlanFiles
internal import Publishing

/// An error as the program ends with it: what it says, and its exit status.
///
/// The statuses are those of sysexits.h, where it has one that fits.
struct Failure: Error {
  /// What standard error says.
  let message: String
  /// The exit status.
  let status: Int32

  /// The plan cannot be met, or a limit is broken.
  static let cannotBeMet: Int32 = 1
  /// EX_DATAERR: a file that cannot be understood.
  static let badData: Int32 = 65
  /// EX_NOINPUT: a file that is not there.
  static let noInput: Int32 = 66
  /// EX_CANTCREAT: a file that cannot be written.
  static let cannotWrite: Int32 = 73
  /// EX_TEMPFAIL: somebody else was at it; another try may do.
  static let tryAgain: Int32 = 75

  init(message: String, status: Int32) {
    self.message = message
    self.status = status
  }

  /// What an error ends the program with; `nil` for an error of the command line itself.
  init?(_ error: any Error) {
    switch error {
    case let error as Failure: self = error
    case let error as LedgerError:
      self.init(message: error.description, status: Self.badData)
    case let error as FeedInspection.Refusal:
      self.init(
        message: error.description.split(separator: "\n")
          .map { TerminalText.printable(String($0)) }.joined(separator: "\n"),
        status: Self.badData
      )
    case let error as PlanFileError: self.init(error)
    case let error as DecisionsWriteError:
      self.init(
        message: error.description,
        status: error.reason == nil ? Self.tryAgain : Self.cannotWrite
      )
    case let error as WriteError:
      self.init(message: error.description, status: Self.cannotWrite)
    case let error as ExportsLock.Busy:
      self.init(message: error.description, status: Self.tryAgain)
    case let error as Unschedulable:
      self.init(message: error.message, status: Self.cannotBeMet)
    case let error as ICalendarError:
      self.init(message: error.description, status: Self.badData)
    default: return nil
    }
  }

  /// Says what happened and ends the program.
  func exit() -> Never {
    if !message.isEmpty { Console.errors.line(message) }
    Foundation.exit(status)
  }
}
