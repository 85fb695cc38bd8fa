public import CivilTime

/// A change of one line of a plan.
///
/// Lines without identifiers are meant by what they say, so that a change stays the same where
/// another was made before it.
public enum PlanChange: Sendable, Hashable {
  /// A number that a plan states, or that is derived where it states none.
  public enum Number: Sendable, Hashable {
    /// The fewest issues of a series in a month.
    case perMonthLeast(series: String)
    /// The most issues of a series in a month.
    case perMonthMost(series: String)
    /// The fewest issues of a series in the period.
    case perYearLeast(series: String)
    /// The most issues of a series in the period.
    case perYearMost(series: String)
    /// How many issues of a series are wanted.
    case aim(series: String)
    /// The fewest days between two issues of a series.
    case minGap(series: String)
    /// The fewest days between issues of different series.
    case apart(Separation)
    /// The fewest times that a theme must come.
    case themeLeast(String)
    /// The most times that a theme may come.
    case themeMost(String)
  }

  /// A number becomes another.
  case number(Number, from: Int, to: Int)
  /// An issue is pinned to another day.
  case movePin(Pin, to: CivilDate)
  /// A pin is left out.
  case removePin(Pin)
  /// A pin no longer names its theme.
  case removePinnedTheme(Pin)
  /// An issue is pinned to a day that was no slot; the calendar that took the day out, if one did.
  case addPin(Pin, avoidedBy: String?)
  /// A ban is left out.
  case removeBan(Ban)
  /// A series no longer avoids a calendar.
  case useCalendar(String, series: String)
  /// Series no longer keep apart.
  case removeSeparation(Separation)
  /// A theme may come in one series more.
  case addSeries(String, theme: String)
  /// A theme may come on more days.
  case widenWindow(theme: String, from: ClosedRange<CivilDate>, to: ClosedRange<CivilDate>)
  /// The schedule may change from an earlier day on, which no line of a plan says.
  case changeFrom(CivilDate, insteadOf: CivilDate)
}

extension PlanChange {
  /// The line of a plan that is changed; `nil` for what no line of the plan says, or none says yet.
  ///
  /// - Parameter plan: The plan, without the change.
  /// - Returns: The line.
  public func line(in plan: Plan) -> PlanLine? {
    switch self {
    case .number(let number, _, _): number.line(in: plan)
    case .movePin(let pin, _), .removePin(let pin), .removePinnedTheme(let pin):
      plan.pins.firstIndex(of: pin).map { .pin($0) }
    case .addPin(let pin, let calendar):
      .series(pin.series, calendar == nil ? .slots : .avoid)
    case .removeBan(let ban): plan.bans.firstIndex(of: ban).map { .ban($0) }
    case .useCalendar(_, let series): .series(series, .avoid)
    case .removeSeparation(let separation):
      plan.separations.firstIndex(of: separation).map { .separation($0) }
    case .addSeries(_, let theme): .theme(theme, .series)
    case .widenWindow(let theme, _, _): .theme(theme, .window)
    case .changeFrom: nil
    }
  }

  /// A plan with the change; as it is where it has nothing of what would be changed.
  ///
  /// - Parameter plan: The plan.
  /// - Returns: The changed plan, its citations with it.
  public func applied(to plan: Plan) -> Plan {
    var plan = plan
    switch self {
    case .number(let number, _, let value):
      number.set(value, in: &plan)
    case .movePin(let pin, let date):
      if let index = plan.pins.firstIndex(of: pin) { plan.pins[index].date = date }
    case .removePin(let pin):
      if let index = plan.pins.firstIndex(of: pin) {
        plan.pins.remove(at: index)
        plan.closeGap(at: index, of: plan.pins.count) { .pin($0) }
      }
    case .removePinnedTheme(let pin):
      if let index = plan.pins.firstIndex(of: pin) { plan.pins[index].theme = nil }
    case .addPin(let pin, _):
      plan.pins.append(pin)
    case .removeBan(let ban):
      if let index = plan.bans.firstIndex(of: ban) {
        plan.bans.remove(at: index)
        plan.closeGap(at: index, of: plan.bans.count) { .ban($0) }
      }
    case .useCalendar(let calendar, let id):
      plan.changeSeries(id) { $0.avoid.removeAll { $0 == calendar } }
    case .removeSeparation(let separation):
      if let index = plan.separations.firstIndex(of: separation) {
        plan.separations.remove(at: index)
        plan.closeGap(at: index, of: plan.separations.count) { .separation($0) }
      }
    case .addSeries(let series, let id):
      plan.changeTheme(id) { $0.series?.append(series) }
    case .widenWindow(let id, _, let window):
      plan.changeTheme(id) { $0.window = window }
    case .changeFrom: break
    }
    return plan
  }
}

extension PlanChange {
  /// The one change that is as much as another and then this one; `nil` where they change different
  /// things.
  func following(_ earlier: PlanChange) -> PlanChange? {
    switch (earlier, self) {
    case (.number(let number, let from, let between), .number(let next, _, let value))
    where next == number || next == number.changed(to: between):
      .number(number, from: from, to: value)
    case (.widenWindow(let theme, let from, _), .widenWindow(let next, _, let window))
    where next == theme:
      .widenWindow(theme: theme, from: from, to: window)
    case (.movePin(let pin, let date), .movePin(let moved, let last))
    where moved.series == pin.series && moved.date == date:
      .movePin(pin, to: last)
    default: nil
    }
  }
}

extension PlanChange.Number {
  /// How the number is called once it has another value.
  fileprivate func changed(to value: Int) -> PlanChange.Number {
    guard case .apart(var separation) = self else { return self }
    separation.days = value
    return .apart(separation)
  }
}

extension PlanChange.Number {
  fileprivate func line(in plan: Plan) -> PlanLine? {
    switch self {
    case .perMonthLeast(let id), .perMonthMost(let id): .series(id, .perMonth)
    case .perYearLeast(let id), .perYearMost(let id): .series(id, .perYear)
    case .aim(let id): .series(id, .aim)
    case .minGap(let id): .series(id, .minGap)
    case .apart(let separation):
      plan.separations.firstIndex(of: separation).map { .separation($0) }
    case .themeLeast(let id): .theme(id, .atLeast)
    case .themeMost(let id): .theme(id, .atMost)
    }
  }

  fileprivate func set(_ value: Int, in plan: inout Plan) {
    switch self {
    case .perMonthLeast(let id): plan.changeSeries(id) { $0.perMonth.min = value }
    case .perMonthMost(let id): plan.changeSeries(id) { $0.perMonth.max = value }
    case .perYearLeast(let id): plan.changeSeries(id) { $0.perYear.min = value }
    case .perYearMost(let id): plan.changeSeries(id) { $0.perYear.max = value }
    case .aim(let id): plan.changeSeries(id) { $0.aim = value }
    case .minGap(let id): plan.changeSeries(id) { $0.minGap = value }
    case .apart(let separation):
      if let index = plan.separations.firstIndex(of: separation) {
        plan.separations[index].days = value
      }
    case .themeLeast(let id): plan.changeTheme(id) { $0.atLeast = value }
    case .themeMost(let id): plan.changeTheme(id) { $0.atMost = value }
    }
  }
}

extension Plan {
  fileprivate mutating func changeSeries(_ id: String, _ change: (inout Series) -> Void) {
    if let index = series.firstIndex(where: { $0.id == id }) { change(&series[index]) }
  }

  fileprivate mutating func changeTheme(_ id: String, _ change: (inout Theme) -> Void) {
    if let index = themes.firstIndex(where: { $0.id == id }) { change(&themes[index]) }
  }

  /// Lets each line behind one that was removed be cited where it is written.
  fileprivate mutating func closeGap(
    at index: Int,
    of count: Int,
    line: (Int) -> PlanLine
  ) {
    for position in index..<count { citations[line(position)] = citations[line(position + 1)] }
    citations[line(count)] = nil
  }
}
