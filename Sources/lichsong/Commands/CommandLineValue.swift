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

  /// Reads the address of a site.
  static func address(_ text: String) throws -> SiteAddress {
    if text == "none" { return .none }
    guard let address = PublicAddress(text) else {
      throw ValidationError(
        "Expected the address of a folder such as https://lich.example.vn/, or none."
      )
    }
    return .at(address)
  }

  /// Reads a moment in UTC.
  static func moment(_ text: String) throws -> Timestamp {
    guard let moment = Timestamp(text) else {
      throw ValidationError("Expected a moment in UTC such as 2024-03-06T00:00:00Z.")
    }
    return moment
  }
}

/// Where `exports/` is published, as the command line says it.
enum SiteAddress {
  /// Nowhere that is known.
  case none
  /// At an address.
  case at(PublicAddress)

  /// The address, where there is one.
  var address: PublicAddress? {
    switch self {
    case .none: nil
    case .at(let address): address
    }
  }
}
