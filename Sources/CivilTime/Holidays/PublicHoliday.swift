/// A day on which Viet Nam does not work by law.
public struct PublicHoliday: Sendable, Hashable {
  /// What is celebrated.
  public enum Occasion: String, Sendable, CaseIterable {
    case newYear
    case lunarNewYear
    case hungKings
    case reunification
    case labour
    case nationalDay
    case culture

    /// What the law calls it, in Vietnamese.
    public var vietnameseName: String {
      switch self {
      case .newYear: "Tết Dương lịch"
      case .lunarNewYear: "Tết Nguyên đán"
      case .hungKings: "Giỗ Tổ Hùng Vương"
      case .reunification: "Ngày Chiến thắng"
      case .labour: "Ngày Quốc tế Lao động"
      case .nationalDay: "Quốc khánh"
      case .culture: "Ngày Văn hóa Việt Nam"
      }
    }

    /// What it is called in English.
    public var englishName: String {
      switch self {
      case .newYear: "New Year's Day"
      case .lunarNewYear: "Lunar New Year"
      case .hungKings: "Hùng Kings' Commemoration Day"
      case .reunification: "Reunification Day"
      case .labour: "International Labour Day"
      case .nationalDay: "National Day"
      case .culture: "Vietnamese Culture Day"
      }
    }
  }

  /// Why a day is off.
  public enum Kind: Sendable, Hashable {
    /// The law names the day, or it was chosen where the law leaves a choice.
    case statutory
    /// The holiday fell on a weekly rest day, in whose place this one is off (nghỉ bù).
    case compensation(for: CivilDate)
  }

  /// The day.
  public var date: CivilDate
  /// What is celebrated.
  public var occasion: Occasion
  /// Why the day is off.
  public var kind: Kind

  /// Creates a public holiday.
  public init(date: CivilDate, occasion: Occasion, kind: Kind = .statutory) {
    self.date = date
    self.occasion = occasion
    self.kind = kind
  }

  /// The name in Vietnamese, such as `Quốc khánh` or `Quốc khánh (nghỉ bù)`.
  public var vietnameseName: String {
    kind == .statutory ? occasion.vietnameseName : "\(occasion.vietnameseName) (nghỉ bù)"
  }

  /// The name in English, such as `National Day` or `National Day (day in lieu)`.
  public var englishName: String {
    kind == .statutory ? occasion.englishName : "\(occasion.englishName) (day in lieu)"
  }
}
