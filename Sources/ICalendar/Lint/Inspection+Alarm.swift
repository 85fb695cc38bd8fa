extension Inspection {
  /// Checks what an alarm needs beside its action and its trigger.
  mutating func checkAlarm(_ alarm: LintComponent) {
    let action = alarm.first("ACTION")?.line.value.uppercased()
    let needed: [String] =
      switch action {
      case "DISPLAY": ["DESCRIPTION"]
      case "EMAIL": ["DESCRIPTION", "SUMMARY", "ATTENDEE"]
      default: []
      }
    for name in needed where alarm.first(name) == nil {
      report(
        .missingProperty,
        at: alarm.place,
        reference: alarm.definition?.reference,
        "an alarm with ACTION:\(action ?? "") has no \(name)"
      )
    }
    let (pause, number) = (alarm.first("DURATION"), alarm.first("REPEAT"))
    if let alone = pause ?? number, pause == nil || number == nil {
      report(
        .alarmRepeat,
        at: alone.place,
        "the alarm has \(alone.name) without \(pause == nil ? "DURATION" : "REPEAT")",
        advice: "write both, or neither"
      )
    }
  }
}
