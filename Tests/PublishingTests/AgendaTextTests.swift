import Publishing
import Scheduling
import Testing

/// The agenda as plain text.
struct AgendaTextTests {
  private func agenda(of release: Release) throws -> String {
    let files = try ExportedFile.files(of: release, after: [])
    return try #require(files.first { $0.path == "agenda.txt" }).text
  }

  @Test
  func `it tells every issue by month, and where to subscribe`() throws {
    var release = try Release(of: .sample, at: "2024-04-01")
    release.plan.address = PublicAddress("https://lich.example.vn")
    let text = try agenda(of: release)
    #expect(
      text == """
        Tuyên truyền thi đua, khen thưởng (64/KH-UBND)
        Lần công bố 1, 01/04/2024

        Tháng 5/2024
          CN 12/05/2024  20:15  Luật Thi đua, khen thưởng
                                Chuyên mục “Thi đua”, Đài Kiên Giang
          T3 14/05/2024         Người tốt, việc tốt
                                Chuyên trang; số đặc biệt, Báo Kiên Giang

        Tháng 6/2024
          CN 09/06/2024  20:15  Người tốt, việc tốt
                                Chuyên mục “Thi đua”, Đài Kiên Giang
          T3 11/06/2024         Luật Thi đua, khen thưởng
                                Chuyên trang; số đặc biệt, Báo Kiên Giang

        Đăng ký theo dõi (đừng nhập tệp một lần):
          https://lich.example.vn/mau-2024/station.ics
          https://lich.example.vn/mau-2024/newspaper.ics
          https://lich.example.vn/mau-2024/all.ics
          https://lich.example.vn/mau-2024/activities.ics

        """
    )
  }

  @Test
  func `texts of a plan stay in their line and do nothing to a terminal`() throws {
    var plan = Plan.sample
    plan.title = "Một\nhai\u{2028}\u{202E}ba"
    let lines = try agenda(of: Release(of: plan)).split(separator: "\n")
    #expect(lines.first == "Một hai ba (64/KH-UBND)")
  }

  @Test
  func `a cancelled issue says so`() throws {
    let first = try Release(of: .sample)
    var plan = Plan.sample
    plan.series.removeAll { $0.id == "page" }
    let second = try Release(of: plan, after: first, at: "2024-04-20")
    let text = try agenda(of: second)
    #expect(text.contains("  T3 14/05/2024         [HỦY] "))
  }
}
