import Publishing
import Scheduling
import Testing

/// The identifiers of owners, which name feeds.
struct OwnerTests {
  /// The owners of a release of the sample plan with these names, after another.
  private static func owners(
    _ names: [String],
    after previous: Release? = nil
  ) throws -> Release {
    var plan = Plan.sample
    plan.series[0].deadlines = names.enumerated().map { index, name in
      Deadline(id: "d\(index)", title: "Hạn", before: 1, owner: name)
    }
    return try Release(of: plan, after: previous, at: previous == nil ? "2024-04-01" : "2024-04-02")
  }

  @Test(arguments: [
    ("Sở Nội vụ", "so-noi-vu"), ("ĐÀI PT-TH", "dai-pt-th"), ("  Báo & Đài  ", "bao-dai"),
    ("Ủy ban MTTQ, Hội Nông dân", "uy-ban-mttq-hoi-nong-dan"), ("電視", "owner"),
    ("Đường Đức", "duong-duc"),
  ])
  func `a name in letters of addresses`(name: String, id: String) throws {
    #expect(try Self.owners([name]).plan.owners?.map(\.id) == [id])
  }

  @Test
  func `a long name is cut short`() throws {
    let id = try Self.owners([String(repeating: "Sở Nội vụ ", count: 20)]).plan.owners?.first?.id
    #expect(id?.count == 59 && id?.hasSuffix("-") == false)
  }

  @Test
  func `names that differ in marks alone are told apart, and stay so`() throws {
    let first = try Self.owners(["Sở", "Sơ"])
    #expect(first.plan.owners?.map(\.id) == ["so", "so-2"])
    let second = try Self.owners(["Sơ", "Sở"], after: first)
    #expect(second.plan.owners?.map(\.id) == ["so-2", "so"])
    let third = try Self.owners(["Số", "Sơ"], after: second)
    #expect(third.plan.owners?.map(\.id) == ["so", "so-2"])
  }
}
