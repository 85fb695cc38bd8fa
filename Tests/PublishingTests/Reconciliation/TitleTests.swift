import CivilTime
import ICalendar
import Publishing
import Scheduling
import TestSupport
import Testing

/// Which series of the real plan a title names.
struct TitleTests {
  /// A calendar with one event, held against the real plan.
  private static func reconcile(
    _ title: String,
    calendar name: String? = nil,
    file: String = "lich.ics",
    date: CivilDate = CivilDate(dayNumber: 19_736),
    location: String? = nil
  ) throws -> Reconciliation {
    var calendar = Calendar(productID: "-//Đài//Lịch//VI", name: name)
    calendar.events = [
      Event(
        uid: "1@dai.example",
        stamp: CivilDateTime(date, .midnight),
        start: .floating(CivilDateTime(date, TimeOfDay(hour: 20, minute: 15) ?? .midnight)),
        duration: 720,
        summary: title,
        location: location
      )
    ]
    return try Reconciliation(
      of: [ReceivedFeed(name: file, calendar: calendar)],
      with: try RealPlan.plan(),
      after: nil,
      today: RealPlan.over
    )
  }

  private static let station = "Lịch của Đài Phát thanh và Truyền hình Kiên Giang"
  private static let newspaper = "BÁO KIÊN GIANG - lịch ra báo"

  @Test(
    arguments: [
      ("CM Thi đua là yêu nước số 3", "segment"),
      ("Chuyên mục: THI ĐUA LÀ YÊU NƯỚC (số 03/2024)", "segment"),
      ("Chuyen muc thi dua la yeu nuoc", "segment"),
      ("Thi đua là yêu nước: Người tốt, việc tốt", "segment"),
      ("TRUYỀN HÌNH - “Thi đua là yêu nước”", "segment"),
      ("Chuyên trang “Thi đua là yêu nước, yêu nước thì phải thi đua”", "page"),
      ("Thi đua là yêu nước - yêu nước thì phải thi đua, kỳ 2 tháng 3", "page"),
      // One word is left out.
      ("CT Thi đua là yêu nước, yêu nước phải thi đua", "page"),
      // Other programmes of the same field.
      ("Hội nghị thi đua yêu nước cụm đồng bằng", nil),
      ("Ngày truyền thống thi đua yêu nước 11/6", nil),
      ("Tuyên dương điển hình thi đua", nil), ("Yêu nước là thi đua", nil),
      ("Thi đua yêu nước là trách nhiệm của mỗi người dân yêu nước", nil),
      ("Thời sự", nil), ("", nil),
    ] as [(String, String?)]
  )
  func `a title names a series, or none`(title: String, series: String?) throws {
    let reconciliation = try Self.reconcile(title)
    #expect(reconciliation.issues.map(\.series) == (series.map { [$0] } ?? []))
    #expect(reconciliation.others.count == (series == nil ? 1 : 0))
    #expect(reconciliation.unclear.isEmpty)
  }

  @Test
  func `of which outlet a calendar is, its name, its file or the place of the event tells`() throws
  {
    let title = "Thi đua là yêu nước"
    #expect(try Self.reconcile(title, calendar: Self.station).series == ["segment"])
    #expect(try Self.reconcile(title, file: "tai-ve/station.ics").series == ["segment"])
    #expect(try Self.reconcile("Thời sự", calendar: Self.newspaper).series == ["page"])
    // What is found in a calendar tells too; where nothing does, it may be that of all.
    #expect(try Self.reconcile(title).series == ["segment"])
    #expect(try Self.reconcile("Thời sự").series == ["segment", "page"])
    let placed = try Self.reconcile(title, location: "Báo Kiên Giang")
    #expect(placed.issues.isEmpty)
    #expect(placed.unclear.count == 1)
  }

  @Test(
    arguments: [
      // The station announces the newspaper's page; the newspaper shortens its name.
      ("Thi đua là yêu nước, yêu nước thì phải thi đua", station, "called like page of the outlet"),
      ("Chuyên trang Thi đua là yêu nước", newspaper, "called like segment of the outlet station"),
      ("Chuyên trang Thi đua là yêu nước", "Lịch", "its kind is that of page"),
    ]
  )
  func `what is not clear is said, and not counted`(
    title: String,
    calendar: String,
    reason: String
  ) throws {
    let reconciliation = try Self.reconcile(title, calendar: calendar)
    #expect(reconciliation.issues.isEmpty)
    #expect(reconciliation.unclear.count == 1)
    #expect(try #require(reconciliation.unclear.first).reason.contains(reason))
  }

  @Test(arguments: ["[HỦY] ", "Đã hủy: ", "Canceled: ", "(HOÃN) "])
  func `a title that says so is that of something that does not take place`(mark: String) throws {
    #expect(try Self.reconcile(mark + "Thi đua là yêu nước").issues.isEmpty)
    #expect(try Self.reconcile("Huy: Thi đua là yêu nước!").issues.isEmpty)
    #expect(try Self.reconcile("Huy chương: Thi đua là yêu nước").issues.count == 1)
  }
}
