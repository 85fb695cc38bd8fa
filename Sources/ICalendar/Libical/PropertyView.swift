internal import CLibical
internal import CivilTime

/// A property lent for reading.
@safe struct PropertyView {
  private let pointer: OpaquePointer

  @unsafe init(_ pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  /// What the property is.
  var kind: icalproperty_kind { unsafe icalproperty_isa(pointer) }

  /// The name of an `X-` property.
  var extensionName: String? {
    guard let name = unsafe icalproperty_get_x_name(pointer) else { return nil }
    return unsafe String(cString: name)
  }

  /// The value as text, without its escapes.
  var text: String? {
    guard let value = unsafe icalproperty_get_value(pointer) else { return nil }
    let text: UnsafePointer<CChar>?
    switch unsafe icalvalue_isa(value) {
    case ICAL_TEXT_VALUE: unsafe text = icalvalue_get_text(value)
    case ICAL_URI_VALUE: unsafe text = icalvalue_get_uri(value)
    case ICAL_X_VALUE: unsafe text = icalvalue_get_x(value)
    default:
      guard let written = unsafe icalvalue_as_ical_string_r(value) else { return nil }
      defer { unsafe icalmemory_free_buffer(written) }
      return unsafe String(cString: written)
    }
    guard let text = unsafe text else { return nil }
    return unsafe String(cString: text)
  }

  /// The value as a whole number.
  var integer: Int {
    Int(unsafe icalvalue_get_integer(icalproperty_get_value(pointer)))
  }

  /// The value as seconds east of UTC.
  var offset: Int {
    Int(unsafe icalvalue_get_utcoffset(icalproperty_get_value(pointer)))
  }

  /// The value as a duration in seconds.
  var seconds: Int {
    unsafe icalvalue_get_duration(icalproperty_get_value(pointer)).totalSeconds
  }

  /// The value as a duration before the start, for a trigger that is one.
  var secondsBeforeStart: Int? {
    let trigger = unsafe icalvalue_get_trigger(icalproperty_get_value(pointer))
    guard unsafe icaltime_is_null_time(trigger.time) != 0 else { return nil }
    if let related = unsafe icalproperty_get_first_parameter(pointer, ICAL_RELATED_PARAMETER),
      unsafe icalparameter_get_related(related) == ICAL_RELATED_END
    {
      return nil
    }
    return unsafe -trigger.duration.totalSeconds
  }

  /// The value as a day or a time, with the zone that its parameter names.
  var time: EventTime? {
    guard let value = unsafe icalproperty_get_value(pointer) else { return nil }
    switch unsafe icalvalue_isa(value) {
    case ICAL_DATE_VALUE, ICAL_DATETIME_VALUE:
      return unsafe eventTime(icalvalue_get_datetime(value))
    default:
      return nil
    }
  }

  /// The value as a period with an end, for a property that has one.
  var period: Event.Period? {
    guard let value = unsafe icalproperty_get_value(pointer),
      unsafe icalvalue_isa(value) == ICAL_PERIOD_VALUE
    else { return nil }
    let period = unsafe icalvalue_get_period(value)
    guard let start = unsafe eventTime(period.start) else { return nil }
    if let end = unsafe eventTime(period.end) { return Event.Period(start: start, end: end) }
    let seconds = unsafe period.duration.totalSeconds
    return start.advanced(bySeconds: seconds).map { Event.Period(start: start, end: $0) }
  }

  private var timeZoneID: String? {
    guard let parameter = unsafe icalproperty_get_first_parameter(pointer, ICAL_TZID_PARAMETER),
      let id = unsafe icalparameter_get_tzid(parameter)
    else { return nil }
    return unsafe String(cString: id)
  }

  private func eventTime(_ time: icaltimetype) -> EventTime? {
    guard
      let date = unsafe CivilDate(year: Int(time.year), month: Int(time.month), day: Int(time.day))
    else { return nil }
    if unsafe time.is_date != 0 { return .day(date) }
    guard
      let clock = unsafe TimeOfDay(
        hour: Int(time.hour),
        minute: Int(time.minute),
        second: Swift.min(Int(time.second), 59)
      )
    else { return nil }
    let moment = CivilDateTime(date, clock)
    if unsafe icaltime_is_utc(time) != 0 { return .utc(moment) }
    return timeZoneID.map { .zoned(moment, zone: $0) } ?? .floating(moment)
  }
}
