import CivilTime
import Publishing

extension Law {
  /// An event counts one version more exactly when a reader sees another, and else does not change
  /// by a byte; versions never go back.
  static let versions = Law("versions") { step in
    let stamp = "\(step.after.release.time)".filter { !"-:".contains($0) }
    return step.after.all.events.flatMap { event -> [String] in
      func stated(_ violation: String) -> String { "\(event.uid) \(violation)" }
      let old = step.before?.all.byUID[event.uid]
      if let old, old.face == event.face {
        return old.text == event.text ? [] : [stated("looks the same, and is another text")]
      }
      var violations: [String] = []
      if event.value("DTSTAMP") != stamp || event.value("LAST-MODIFIED") != stamp {
        violations.append(stated("changed, and is dated \(event.value("DTSTAMP")), not \(stamp)"))
      }
      let last = step.memory.versions[event.uid]
      let expected = last.map { $0.sequence + 1 } ?? 0
      if event.sequence != expected {
        violations.append(stated("has the version \(event.sequence), not \(expected)"))
      }
      if let last, last.stamp >= event.value("DTSTAMP") {
        violations.append(stated("is not dated later than before"))
      }
      return violations
    }
  }

  /// An event is the same bytes in every feed.
  static let sameInAllFeeds = Law("same in all feeds") { step in
    let all = step.after.all.byUID
    return step.after.feeds.flatMap { path, feed in
      feed.events.compactMap { event in
        all[event.uid]?.text == event.text ? nil : "\(event.uid) is another in \(path)"
      }
    }
  }

  /// What lies before the day from which the schedule may change is as it was, to the byte.
  static let pastStands = Law("the past stands") { step in
    let before = step.before?.all.byUID ?? [:]
    let changed = before.values.filter { old in
      guard step.after.isPast(old, in: step.before), let new = step.after.all.byUID[old.uid] else {
        return false
      }
      return new.text != old.text
    }
    let new = step.after.all.events.filter { event in
      guard step.before != nil, let day = event.day else { return false }
      return day < step.after.from(step.after.events[event.uid]?.kind) && before[event.uid] == nil
    }
    return changed.map { "\($0.uid) of \($0.start) changed" }
      + new.map { "\($0.uid) of \($0.start) is new" }
  }

  /// Where nothing changed but the day, every event that takes place stays as it is.
  static let quietWithoutChange = Law("quiet without a change") { step in
    guard step.isQuiet, let before = step.before else { return [] }
    return before.all.events.filter { !$0.isCancelled }.compactMap { old in
      step.after.all.byUID[old.uid]?.text == old.text ? nil : "\(old.uid) of \(old.start) changed"
    }
      + step.after.all.events.compactMap { event in
        before.all.byUID[event.uid] == nil ? "\(event.uid) of \(event.start) is new" : nil
      }
  }
}
