internal import CLibical

/// Where the system keeps its time zones.
enum ZoneFolder {
  /// The folder, such as `/usr/share/zoneinfo`; `nil` where libical finds none.
  ///
  /// libical remembers the folder without a lock, so that it is asked once, before any other.
  static let path: String? = {
    guard let path = unsafe icaltzutil_get_zone_directory() else { return nil }
    return unsafe String(cString: path)
  }()
}
