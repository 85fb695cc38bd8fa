import CivilTime
import Foundation
import Scheduling
import TestSupport
import Testing

@testable import Publishing

/// Laws of the pages of plans and of the list of plans.
struct PageTests {
  private static let raw = [PageTemplates.styleSheet, PageTemplates.script]

  private static func markup(of html: String) throws -> PageMarkup {
    try PageMarkup(html, without: raw)
  }

  /// The text of a page without its style sheet and its script.
  private static func text(of html: String) -> String {
    raw.reduce(html) { $0.replacing($1, with: "") }
  }

  private static func release(
    of plan: Plan,
    after previous: Release? = nil,
    at day: String = "2024-04-01",
    address: String? = "https://lich.example.vn/"
  ) throws -> Release {
    let schedule = try Scheduler.optimal(
      for: plan,
      keeping: previous?.released ?? ReleasedSchedule()
    )
    let time = Timestamp.at(day)
    return Release(
      schedule,
      of: plan,
      after: previous,
      at: Release.Occasion(time: time, today: time.utc.date),
      address: address.flatMap { PublicAddress($0) }
    )
  }

  /// The sample plan, and then a release that cancels an issue of it.
  private static func releases(
    _ plan: Plan = .sample,
    address: String? = "https://lich.example.vn/"
  ) throws -> [Release] {
    let first = try release(of: plan, address: address)
    var fewer = plan
    fewer.series[1].perMonth = CountLimit(min: 0, max: 1)
    fewer.series[1].aim = 1
    fewer.series[1].slotRules[0].candidates.removeFirst()
    return [first, try release(of: fewer, after: first, at: "2024-04-20", address: address)]
  }

  private static func page(_ releases: [Release]) throws -> String {
    PlanPage(try #require(releases.last), after: releases.dropLast()).html
  }

  private static func realRelease() throws -> Release {
    try release(of: RealPlan.plan(), at: "2023-12-01")
  }

  // MARK: Places

  @Test
  func `every event's address is a place of the page`() throws {
    for releases in [try Self.releases(), [try Self.realRelease()]] {
      let identifiers = Set(try Self.markup(of: Self.page(releases)).identifiers)
      let events = try #require(releases.last).events
      #expect(events.contains { $0.kind == .activity } && events.contains { $0.kind == .airing })
      for event in events {
        let url = try #require(event.url)
        let place = try #require(url.split(separator: "#").last)
        #expect(identifiers.contains(String(place)), "\(url)")
      }
    }
  }

  @Test
  func `identifiers are unique, and whatever names one finds it`() throws {
    for html in [try Self.page(Self.releases()), try Self.page([Self.realRelease()])] {
      let markup = try Self.markup(of: html)
      let identifiers = markup.identifiers
      #expect(Set(identifiers).count == identifiers.count)
      for tag in markup.tags {
        let names =
          [tag["for"], tag["aria-labelledby"]].compactMap(\.self)
          + (tag["href"].flatMap { $0.hasPrefix("#") ? [String($0.dropFirst())] : nil } ?? [])
        for name in names { #expect(identifiers.contains(name), "\(name)") }
      }
    }
  }

  @Test
  func `a cancelled issue is there, and named as such`() throws {
    let markup = try Self.markup(of: Self.page(Self.releases()))
    let cancelled = markup.tags.filter { $0["class"] == "entry cancelled" }
    #expect(cancelled.count == 1)
    #expect(try Self.page(Self.releases()).contains("Đã hủy"))
    #expect(try !Self.page([Self.release(of: .sample)]).contains("entry cancelled"))
  }

  // MARK: Safety

  /// Texts with everything that could become markup, a tag of a template, or turn the text around.
  private static let hostile =
    "</script></style><script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;\"\u{301}<\u{338}b "
    + "{{title}}{{{title}}}{{#w}}{{>js}} \u{202E}\u{2066}\u{7}\u{0}\u{FEFF}]]><!-- `${x}` \r\n javascript:"

  private static func plan(adding text: String) -> Plan {
    var plan = Plan.sample
    plan.title += text
    plan.source?.number += text
    for index in plan.outlets.indices { plan.outlets[index].name += text }
    for index in plan.series.indices {
      plan.series[index].title += text
      plan.series[index].clause? += text
      for airing in plan.series[index].repeats.indices {
        plan.series[index].repeats[airing].channel? += text
      }
    }
    for index in plan.themes.indices {
      plan.themes[index].title += text
      plan.themes[index].clause? += text
    }
    for index in plan.activities.indices {
      plan.activities[index].title += text
      plan.activities[index].clause? += text
      plan.activities[index].owner? += text
    }
    return plan
  }

  /// The releases with a text added to whatever the plan's texts do not reach.
  private static func releases(adding text: String) throws -> [Release] {
    try releases(plan(adding: text)).map { release in
      var release = release
      release.message = "Đợt" + text
      release.plan.daysOff = [.init(date: release.plan.from, title: "Nghỉ" + text)]
      release.plan.observances = [.init(date: release.plan.to, title: "Kỷ niệm" + text)]
      release.plan.limits = [
        .init(
          clause: "I" + text,
          subject: ["Chuyên mục" + text],
          rule: .init { _ in "rule" + text },
          found: .init { _ in "found" + text },
          holds: false
        )
      ]
      for index in release.events.indices {
        release.events[index].note = "Thay đổi" + text
        release.events[index].zone = "Asia/Tokyo" + text
        release.events[index].location? += text
      }
      return release
    }
  }

  @Test
  func `texts of a plan have no part in the markup`() throws {
    let (tame, wild) = (try Self.releases(adding: "x"), try Self.releases(adding: Self.hostile))
    for (one, other) in [
      (try Self.page(tame), try Self.page(wild)),
      (IndexPage(of: [tame[1]]).html, IndexPage(of: [wild[1]]).html),
    ] {
      #expect(try Self.markup(of: one).skeleton == Self.markup(of: other).skeleton)
      let text = Self.text(of: other)
      #expect(!text.contains("{{"))
      let forbidden = text.unicodeScalars.filter { scalar in
        scalar != "\n"
          && (scalar.properties.generalCategory == .control
            || ["\u{202E}", "\u{2066}", "\u{FEFF}"].contains(scalar))
      }
      #expect(forbidden.isEmpty)
    }
  }

  @Test
  func `markup has no inline style, no handler, and fetches nothing`() throws {
    for html in [try Self.page([Self.realRelease()]), IndexPage(of: [try Self.realRelease()]).html]
    {
      let tags = try Self.markup(of: html).tags
      #expect(tags.count { $0.name == "style" } == 1 && tags.count { $0.name == "script" } == 1)
      for tag in tags {
        #expect(!["img", "iframe", "object", "embed", "base", "audio", "video"].contains(tag.name))
        #expect(!tag.attributes.contains { $0.name == "style" || $0.name.hasPrefix("on") })
        #expect(tag["src"] == nil && tag["action"] == nil)
        if tag.name == "link" {
          #expect(tag["rel"] == "alternate" || tag["href"]?.hasPrefix("data:") == true)
        }
        if let link = tag["href"] { #expect(!link.hasPrefix("javascript:")) }
      }
      let policy = try #require(tags.first { $0["http-equiv"] != nil }?["content"])
      #expect(policy.hasPrefix("default-src &#39;none&#39;; style-src &#39;sha256-"))
    }
  }

  @Test
  func `what is for those who make the issues alone is not on the page`() throws {
    let releases = try Self.releases()
    let paths = try #require(releases.last.map(Feed.feeds)).filter(\.isPrivate).map(\.path)
    let html = try Self.page(releases)
    #expect(!paths.isEmpty && !html.contains("production/") && !html.contains("Duyệt kịch bản"))
  }

  // MARK: Stability

  @Test
  func `a page is a function of the releases, and small`() throws {
    let release = try Self.realRelease()
    let html = try Self.page([release])
    #expect(html == (try Self.page([release])))
    #expect(html == html.precomposedStringWithCanonicalMapping)
    #expect(html.utf8.count < 250_000)
  }

  @Test
  func `releases of earlier versions have a page`() throws {
    var release = try Self.release(of: .sample)
    release.plan.limits = nil
    release.plan.daysOff = nil
    release.plan.observances = nil
    release.plan.activities = nil
    let identifiers = try Self.markup(of: Self.page([release])).identifiers
    #expect(identifiers.contains("segment.1") && !identifiers.contains("limits"))
    #expect(identifiers.contains("activity.contest.start"))
  }

  // MARK: Subscriptions

  @Test
  func `with an address all ways to subscribe are there, without one the file is`() throws {
    let known = try Self.page(Self.releases())
    let address = "https%3A%2F%2Flich.example.vn%2Fmau-2024%2Fstation.ics"
    #expect(
      known.contains("https://outlook.live.com/calendar/0/addfromweb?url=\(address)&amp;name=")
    )
    #expect(
      known.contains(
        "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Flich.example.vn%2Fmau-2024%2F"
      )
    )
    #expect(known.contains("href=\"webcal://lich.example.vn/mau-2024/all.ics\""))
    #expect(known.contains("class=\"code\""))
    let unknown = try Self.page(Self.releases(address: nil))
    #expect(!unknown.contains("https://lich.example.vn/") && !unknown.contains("class=\"code\""))
    #expect(unknown.contains("<p class=\"plain\"><a href=\"station.ics\">"))
  }

  @Test
  func `the list of plans links each, the newest first`() throws {
    let (old, new) = (try Self.release(of: .sample), try Self.realRelease())
    var later = new
    later.plan.id = "later"
    later.plan.to = later.plan.to + 1
    later.plan.from = later.plan.to
    let tags = try Self.markup(of: IndexPage(of: [old, later]).html).tags
    #expect(
      tags.compactMap { $0.name == "a" ? $0["href"] : nil } == ["#main", "later/", "mau-2024/"]
    )
    #expect(try Self.markup(of: IndexPage(of: []).html).tags.contains { $0["class"] == "nothing" })
  }
}

/// How outlets are told apart.
struct OutletMarkTests {
  @Test
  func `no two outlets of a plan have the same letter, or up to six the same shape`() {
    let kinds = ["broadcaster", "newspaper", "website", "unknown"]
    var random = SeededGenerator(seed: 6)
    for count in 0...12 {
      let outlets = (0..<count).map { index in
        Release.Plan.Outlet(
          id: "o\(index)",
          kind: kinds.randomElement(using: &random) ?? "website",
          name: ["Báo Kiên Giang", "Đài", "Bản tin", "12", ""].randomElement(using: &random) ?? ""
        )
      }
      let marks = OutletMark.marks(of: outlets)
      #expect(Set(marks.values.map(\.letter)).count == count)
      #expect(Set(marks.values.map(\.style)).count == min(count, 6))
    }
  }
}
