/// What the linter remembers of a calendar until its end: what its components say of each other.
struct LintCalendar {
  /// The zones that are defined, with the lines of their definitions.
  var zones: [String: Int] = [:]
  /// The first property that names each zone, in the order of the text.
  var zoneUses: [(zone: String, property: LintProperty)] = []
  /// The zones of ``zoneUses``.
  var usedZones: Set<String> = []
  /// The lines of the components by their identities.
  var identities: [Identity: Int] = [:]
  /// Whether the recurring component of an identity begins on a whole day.
  var mastersAreDays: [String: Bool] = [:]
  /// The changed instances.
  var overrides: [Override] = []
  /// How many events there are.
  var events = 0
  /// The first component without an ORGANIZER.
  var withoutOrganizer: LinePlace?

  /// What tells components apart.
  struct Identity: Hashable {
    var uid: String
    var recurrenceID: String?
  }

  /// A changed instance of a recurring component.
  struct Override {
    var uid: String
    var recurrenceID: LintProperty
    var startIsDay: Bool?
  }
}
