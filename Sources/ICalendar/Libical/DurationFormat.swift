internal import CLibical

/// The durations of RFC 5545, section 3.3.6.
enum DurationFormat {
  /// The longest that is read and written, in seconds: more than 60 years, less than libical's
  /// 32 bits.
  static let longest = 2_000_000_000

  /// The duration as libical writes it, such as `PT1H`.
  static func text(ofSeconds seconds: Int) -> String {
    let duration = icaldurationtype_from_int(CInt(seconds))
    guard let text = unsafe icaldurationtype_as_ical_string_r(duration) else { return "" }
    defer { unsafe icalmemory_free_buffer(text) }
    return unsafe String(cString: text)
  }

  /// The seconds of a duration such as `PT1H`; `nil` where the text is none.
  static func seconds(of text: String) -> Int? {
    guard Array(text.utf8)[...].isDuration else { return nil }
    return unsafe icaldurationtype_from_string(text).totalSeconds
  }
}

extension icaldurationtype {
  /// The whole length in seconds, negative where the duration is.
  var totalSeconds: Int {
    let length =
      (Int(weeks) * 7 + Int(days)) * 86_400 + Int(hours) * 3_600 + Int(minutes) * 60 + Int(seconds)
    return is_neg != 0 ? -length : length
  }
}
