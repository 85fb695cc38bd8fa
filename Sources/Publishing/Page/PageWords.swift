internal import CivilTime
internal import Scheduling

/// The words of the page in both languages.
///
/// Templates and the page's script name them by property: the script knows no words of its own, and
/// numbers replace `{n}` and `{of}`, days `{day}`.
struct PageWords: Sendable {
  // MARK: All pages

  let skip = Bilingual("Đến nội dung chính", "Skip to the content")
  let language = Bilingual("Ngôn ngữ", "Language")
  let brand = Bilingual("Lịch sóng", "Broadcast schedule")
  let sections = Bilingual("Các phần của trang", "Parts of this page")
  let madeBy = Bilingual(
    "Lịch do LichSong lập từ kế hoạch. Các tệp khác:",
    "Scheduled from the plan by LichSong. Other files:"
  )
  let allPlans = Bilingual("Tất cả kế hoạch", "All plans")
  let plans = Bilingual("Các kế hoạch", "Plans")
  let noPlans = Bilingual("Chưa có kế hoạch nào được công bố.", "No plan has been published yet.")
  let nextDate = Bilingual("Kỳ tới:", "Next:")
  let weekdays = Weekday.allCases.map(Bilingual.weekday)

  // MARK: The next dates

  let next = Bilingual("Sắp tới", "Next")
  let asOf = Bilingual("Tính đến ngày công bố,", "As of the day of publication,")
  let todayIs = Bilingual("Hôm nay:", "Today:")
  let nothingNext = Bilingual(
    "Không còn số nào sắp tới: kế hoạch đã hết kỳ.",
    "Nothing is still to come: the plan’s period is over."
  )
  let today = Bilingual("hôm nay", "today")
  let tomorrow = Bilingual("ngày mai", "tomorrow")
  let inDays = Bilingual("còn {n} ngày", "in {n} days")

  // MARK: The year

  let year = Bilingual("Cả kỳ kế hoạch", "The whole period")
  let printHint = Bilingual(
    "In trang này ra khổ A4 ngang: mỗi nửa năm một tờ.",
    "Prints on A4, landscape: one sheet for each half-year."
  )
  let printButton = Bilingual("In lịch", "Print")

  // MARK: The agenda

  let agenda = Bilingual("Lịch chi tiết", "Agenda")
  let again = Bilingual("Phát lại", "Again")
  let minutes = Bilingual("phút", "minutes")
  let clause = Bilingual("mục", "clause")
  let clauseHeading = Bilingual("Điều khoản", "Clause")
  let cancelled = Bilingual("Đã hủy", "Cancelled")
  let gone = Bilingual("Không còn trong lịch", "No longer scheduled")
  let backToYear = Bilingual("Về đầu trang", "Back to the top")

  // MARK: The filter

  let filter = Bilingual("Lọc lịch", "Filter")
  let outlet = Bilingual("Nơi phát, đăng", "Outlet")
  let theme = Bilingual("Chủ đề", "Theme")
  let all = Bilingual("Tất cả", "All")
  let allThemes = Bilingual("Tất cả chủ đề", "All themes")
  let reset = Bilingual("Bỏ lọc", "Clear")
  let shown = Bilingual("Đang xem {n} trong {of} số", "Showing {n} of {of} issues")
  let shownAll = Bilingual("Đang xem tất cả {of} số", "Showing all {of} issues")

  // MARK: Activities

  let activities = Bilingual("Hoạt động của kế hoạch", "Activities of the plan")
  let activity = Bilingual("Hoạt động", "Activity")
  let time = Bilingual("Thời gian", "Time")
  let inCharge = Bilingual("Phụ trách", "In charge")
  let wholePeriod = Bilingual("Trong cả kỳ kế hoạch", "Any time in the period")
  let until = Bilingual("Đến hết", "Until")
  let from = Bilingual("Từ", "From")

  // MARK: Limits and changes

  let limits = Bilingual("Quy định của kế hoạch", "Limits of the plan")
  let limitsNote = Bilingual(
    "Lịch được đối chiếu với từng điều khoản của kế hoạch.",
    "The schedule is held against the plan, clause by clause."
  )
  let limit = Bilingual("Quy định", "Limit")
  let found = Bilingual("Trong lịch", "In the schedule")
  let result = Bilingual("Kết quả", "Result")
  let held = Bilingual("Đạt", "Held")
  let broken = Bilingual("Chưa đạt", "Not held")
  let changes = Bilingual("Thay đổi gần đây", "What changed lately")
  let allChanges = Bilingual("Toàn bộ thay đổi", "All changes")
  let followChanges = Bilingual(
    "Theo dõi thay đổi (Atom)",
    "Follow the changes (Atom)"
  )

  // MARK: Subscriptions

  let subscribe = Bilingual("Đăng ký nhận lịch", "Subscribe")
  let subscribeWhy = Bilingual(
    "Đăng ký một lần, lịch tự cập nhật trong điện thoại và máy tính của bạn. "
      + "Đừng “nhập” (import) tệp: bản nhập đứng yên, không biết khi một số dời ngày hay bị hủy.",
    "Subscribe once, and your phone and computer keep up to date by themselves. "
      + "Do not “import” the file: what is imported stands still and never hears that an issue moved "
      + "or was cancelled."
  )
  let subscribeReach = Bilingual(
    "Google và Outlook tải lịch từ máy chủ của họ, nên địa chỉ phải mở được từ Internet.",
    "Google and Outlook fetch from their own servers, so the address must be open to the Internet."
  )
  let wholePlan = Bilingual("Toàn bộ kế hoạch", "Everything")
  let activitiesFeed = Bilingual("Hoạt động", "Activities")
  let themes = Bilingual("Theo chủ đề", "By theme")
  let events = Bilingual("mục", "entries")
  let ways = Bilingual("Đăng ký bằng", "Subscribe with")
  let apple = Bilingual("Apple (iPhone, Mac)", "Apple (iPhone, Mac)")
  let address = Bilingual(
    "Thunderbird và phần mềm khác: chép địa chỉ",
    "Thunderbird and others: the address"
  )
  let copy = Bilingual("Chép", "Copy")
  let copied = Bilingual("Đã chép", "Copied")
  let copyFailed = Bilingual("Hãy chọn và chép địa chỉ", "Select and copy the address")
  let file = Bilingual("Tệp lịch", "The calendar file")
  let fileNote = Bilingual(
    "Chép địa chỉ của liên kết này vào phần mềm lịch của bạn, mục “đăng ký theo URL”.",
    "Copy the address of this link into your calendar program, under “subscribe by URL”."
  )
  let code = Bilingual(
    "Đang xem trên máy tính? Quét mã QR bằng điện thoại để mở đúng lịch ấy trên điện thoại.",
    "Reading on a computer? Scan a QR code with your phone to open that calendar there."
  )
  let refresh = Bilingual("Bao lâu thì lịch cập nhật?", "How soon do changes arrive?")
  let refreshNote = Bilingual(
    "Mỗi phần mềm tự quyết định khi nào tải lại; chúng tôi không thúc được. "
      + "Việc gấp xin gọi điện.",
    "Each program decides for itself when it looks again; nothing here can hurry it. "
      + "For what is urgent, call."
  )
  let program = Bilingual("Phần mềm", "Program")
  let looksAgain = Bilingual("Tải lại sau khoảng", "Looks again after about")
  let refreshTimes = [
    Refresh(
      "Google Calendar",
      Bilingual("8 đến 24 giờ, có khi lâu hơn", "8 to 24 hours, at times longer")
    ),
    Refresh(
      "Outlook.com, Microsoft 365",
      Bilingual("3 giờ, có khi đến một ngày", "3 hours, at times a day")
    ),
    Refresh(
      "Apple",
      Bilingual("1 giờ trên Mac; iPhone tùy cài đặt", "an hour on a Mac; as set on an iPhone")
    ),
    Refresh(
      "Thunderbird",
      Bilingual("30 đến 60 phút khi đang mở", "30 to 60 minutes while it runs")
    ),
  ]

  /// How often a program looks at a feed again.
  ///
  /// Vendors name no times, or others than users see: these are what users and operators of feeds report.
  struct Refresh: Sendable {
    let program: String
    let time: Bilingual

    init(_ program: String, _ time: Bilingual) {
      (self.program, self.time) = (program, time)
    }
  }
}

// MARK: Counts

extension Bilingual {
  /// How many issues.
  static func issues(_ count: Int) -> Bilingual {
    Bilingual("\(count) số", count.of("issue"))
  }

  /// How many entries of a calendar.
  static func entries(_ count: Int) -> Bilingual {
    Bilingual("\(count) mục", count == 1 ? "1 entry" : "\(count) entries")
  }

  /// That there are more changes.
  static func more(_ count: Int) -> Bilingual {
    Bilingual("và \(count) thay đổi khác", "and \(count) more")
  }

  /// Which release it is, and of which day.
  static func release(_ number: Int, of day: Bilingual) -> Bilingual {
    Bilingual("Công bố lần \(number), \(day.vi)", "Release \(number), \(day.en)")
  }

  /// What the months of a period are called.
  static func heading(of year: Int) -> Bilingual {
    Bilingual("Cả năm \(year)", "The year \(year)")
  }
}
