internal import CLibical
internal import CivilTime

/// The owner of a property of libical, until it is added to a component.
///
/// Values are taken as they are: whoever makes a property has seen to it that libical writes them
/// so that they can be read back.
@safe struct Property: ~Copyable {
  private let pointer: OpaquePointer

  /// Makes a property of a kind and a value; `nil` where libical has no memory for it.
  private init?(_ kind: icalproperty_kind, _ value: OpaquePointer?) {
    guard let value = unsafe value else { return nil }
    guard let property = unsafe icalproperty_new(kind) else {
      unsafe icalvalue_free(value)
      return nil
    }
    unsafe icalproperty_set_value(property, value)
    unsafe pointer = property
  }

  deinit {
    unsafe icalproperty_free(pointer)
  }

  /// Gives the property up to a component.
  consuming func relinquish() -> OpaquePointer {
    let pointer = unsafe self.pointer
    discard self
    return unsafe pointer
  }

  /// A text, which libical escapes.
  init?(_ kind: icalproperty_kind, text: String) {
    unsafe self.init(kind, icalvalue_new_text(text))
  }

  /// The address of something.
  init?(_ kind: icalproperty_kind, uri: String) {
    unsafe self.init(kind, icalvalue_new_uri(uri))
  }

  /// The status of an event.
  init?(_ status: Event.Status) {
    let value =
      switch status {
      case .tentative: ICAL_STATUS_TENTATIVE
      case .confirmed: ICAL_STATUS_CONFIRMED
      case .cancelled: ICAL_STATUS_CANCELLED
      }
    unsafe self.init(ICAL_STATUS_PROPERTY, icalvalue_new_status(value))
  }

  /// Whether an event makes its reader busy.
  init?(_ transparency: Event.Transparency) {
    let value =
      switch transparency {
      case .opaque: ICAL_TRANSP_OPAQUE
      case .transparent: ICAL_TRANSP_TRANSPARENT
      }
    unsafe self.init(ICAL_TRANSP_PROPERTY, icalvalue_new_transp(value))
  }

  /// Who may see an event.
  init?(_ classification: Event.Classification) {
    let value =
      switch classification {
      case .public: ICAL_CLASS_PUBLIC
      case .private: ICAL_CLASS_PRIVATE
      case .confidential: ICAL_CLASS_CONFIDENTIAL
      }
    unsafe self.init(ICAL_CLASS_PROPERTY, icalvalue_new_class(value))
  }

  /// The action of an alarm.
  init?(_ action: icalproperty_action) {
    unsafe self.init(ICAL_ACTION_PROPERTY, icalvalue_new_action(action))
  }

  /// A whole number.
  init?(_ kind: icalproperty_kind, integer: Int) {
    unsafe self.init(kind, icalvalue_new_integer(CInt(integer)))
  }

  /// A duration in seconds.
  init?(_ kind: icalproperty_kind, seconds: Int) {
    unsafe self.init(kind, icalvalue_new_duration(icaldurationtype_from_int(CInt(seconds))))
  }

  /// A duration before the start of an event, in seconds.
  init?(_ kind: icalproperty_kind, secondsBeforeStart: Int) {
    unsafe self.init(
      kind,
      icalvalue_new_trigger(icaltriggertype_from_int(CInt(-secondsBeforeStart)))
    )
  }

  /// An offset in seconds east of UTC.
  init?(_ kind: icalproperty_kind, offset: Int) {
    unsafe self.init(kind, icalvalue_new_utcoffset(CInt(offset)))
  }

  /// A recurrence rule in the form of RFC 5545.
  init?(_ kind: icalproperty_kind, rule: String) {
    unsafe self.init(kind, icalvalue_new_recur(icalrecurrencetype_from_string(rule)))
  }

  /// A day or a time, with the zone where it has one.
  init?(_ kind: icalproperty_kind, _ time: EventTime) {
    let value = unsafe icaltimetype(time)
    if time.isDay {
      unsafe self.init(kind, icalvalue_new_date(value))
    } else {
      unsafe self.init(kind, icalvalue_new_datetime(value))
    }
    addTimeZone(of: time)
  }

  /// A period from one time to another.
  init?(_ kind: icalproperty_kind, _ period: Event.Period) {
    var value = unsafe icalperiodtype()
    unsafe value.start = icaltimetype(period.start)
    unsafe value.end = icaltimetype(period.end)
    unsafe self.init(kind, icalvalue_new_period(value))
    addTimeZone(of: period.start)
  }

  /// A property of a name that begins with `X-`, whose value libical does not escape.
  init?(extension name: String, _ text: String) {
    unsafe self.init(ICAL_X_PROPERTY, icalvalue_new_x(text))
    unsafe icalproperty_set_x_name(pointer, name)
  }

  private func addTimeZone(of time: EventTime) {
    guard case .zoned(_, let zone) = time else { return }
    unsafe icalproperty_add_parameter(pointer, icalparameter_new_tzid(zone))
  }
}

extension icaltimetype {
  /// A day or a time, without its zone: that is a parameter of the property.
  fileprivate init(_ time: EventTime) {
    unsafe self.init(day: time.date)
    let clock = time.secondsOnItsClock - time.date.dayNumber * 86_400
    unsafe is_date = time.isDay ? 1 : 0
    unsafe hour = CInt(clock / 3_600)
    unsafe minute = CInt(clock / 60 % 60)
    unsafe second = CInt(clock % 60)
    if case .utc = time { unsafe zone = icaltimezone_get_utc_timezone() }
  }
}
