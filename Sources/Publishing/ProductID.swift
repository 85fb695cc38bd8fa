/// The identity of this program as a maker of calendars (`PRODID`, RFC 5545, section 3.7.3).
package enum ProductID {
  /// The identity without a version: a new version of the program is no change of a feed.
  package static let lichsong = "-//LichSong//LichSong//VI"
}
