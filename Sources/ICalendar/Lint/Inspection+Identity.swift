extension Inspection {
  /// Checks that no other component has the identity, and remembers it.
  mutating func checkIdentity(of component: LintComponent, in calendar: inout LintCalendar) {
    guard let uid = component.first("UID"), !uid.text.isEmpty else { return }
    let recurrenceID = component.first("RECURRENCE-ID")
    let identity = LintCalendar.Identity(uid: uid.text, recurrenceID: recurrenceID?.line.value)
    if let first = calendar.identities[identity] {
      report(
        .repeatedUID,
        uid,
        "the UID \(uid.text.utf8.shown) is that of the component of line \(first) too",
        advice: "give each an identity of its own; a changed instance of a recurring event has a "
          + "RECURRENCE-ID that no other has"
      )
    } else {
      calendar.identities[identity] = component.place.line
    }
    let startIsDay = component.first("DTSTART")?.time?.isDay
    if let recurrenceID {
      calendar.overrides.append(
        LintCalendar.Override(uid: uid.text, recurrenceID: recurrenceID, startIsDay: startIsDay)
      )
    } else if let startIsDay {
      calendar.mastersAreDays[uid.text] = startIsDay
    }
  }

  /// Checks that changed instances name the instance in the form of the start of the recurring event, or, where
  /// that is in another file, of their own start.
  mutating func checkOverrides(_ calendar: LintCalendar) {
    for override in calendar.overrides {
      guard let isDay = override.recurrenceID.time?.isDay,
        let expected = calendar.mastersAreDays[override.uid] ?? override.startIsDay,
        isDay != expected
      else { continue }
      report(
        .recurrenceIDType,
        override.recurrenceID,
        "RECURRENCE-ID is \(isDay ? "a day" : "a time"), and the event begins at "
          + (expected ? "a day" : "a time"),
        advice: "name the instance by its start, in the same form"
      )
    }
  }
}
