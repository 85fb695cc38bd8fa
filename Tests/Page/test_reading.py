"""What readers do with the page of a plan."""

import io
import json
import re

import pypdf
import pytest
from playwright.sync_api import expect

from conftest import ADDRESS, PLAN


def entries(page):
    return page.locator(".agenda .entry:visible")


def test_next_is_what_comes_after_the_day_in_the_zone_of_the_plan(visit, sites):
    page = visit(sites.page())
    assert page.locator("#as-of").inner_text() == "Hôm nay: Chủ nhật, 09/06/2024"
    cards = page.locator("#next .entry")
    assert cards.count() == 4
    assert cards.evaluate_all("nodes => nodes.map(node => node.dataset.date)")[0] == "2024-06-09"
    assert "hôm nay" in cards.first.inner_text()
    assert page.locator(".today").all_inner_texts() == [page.locator('a.dot[href="#segment.6"]').inner_text()]
    assert page.locator("#next .entry[id]").count() == 0, "a copy has the place of no entry"


def test_without_javascript_next_is_as_of_the_release_and_says_so(visit, sites):
    page = visit(sites.page(), java_script_enabled=False)
    assert "Tính đến ngày công bố" in page.locator("#as-of").text_content()
    assert page.locator("#next .entry").count() == 4
    assert not page.locator("#filter").is_visible()
    assert not page.locator(".copy").first.is_visible()
    assert not page.locator("#print").is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_language_is_switched_with_javascript_and_without(visit, sites, scripts):
    page = visit(sites.page(), java_script_enabled=scripts)
    assert page.locator("#agenda-name").inner_text() == "Lịch chi tiết"
    page.locator('label[for="lang-en"]').click()
    assert page.locator("#agenda-name").inner_text() == "Agenda"
    # innerText leaves out what is not shown.
    shown = page.locator("body").inner_text()
    assert "Sunday" in shown and "Chủ nhật" not in shown
    assert page.locator("#segment\\.6 h4").inner_text() == "“Người tốt, việc tốt”"
    if scripts:
        assert page.evaluate("document.documentElement.lang") == "en"
        page.reload()
        assert page.locator("#agenda-name").inner_text() == "Agenda"


def test_a_mark_leads_to_its_issue(visit, sites):
    page = visit(sites.page())
    for mark in page.locator("a.dot").all()[:3]:
        mark.click()
        place = mark.get_attribute("href")[1:]
        assert page.url.endswith("#" + place)
        page.locator(f'[id="{place}"]').wait_for(state="visible")
    assert page.locator("a.dot").count() == entries(page).count() == 36


def test_the_filter_shows_what_is_asked_counts_it_and_keeps_it_in_the_address(visit, sites):
    page = visit(sites.page())
    page.locator('label[for="outlet_station"]').click()
    assert entries(page).count() == 12
    assert page.locator("#count").inner_text() == "Đang xem 12 trong 36 số"
    assert page.locator("#count").get_attribute("role") == "status"
    assert page.url.endswith("?outlet=station")
    page.locator("#theme").select_option("law")
    both = entries(page).count()
    assert 0 < both < 12 and "theme=law" in page.url
    assert page.locator(".dot:not(.dimmed)").count() == both
    page.goto(page.url)
    assert entries(page).count() == both
    page.locator('#filter button[type="reset"]').click()
    page.wait_for_function("!location.search")
    assert entries(page).count() == 36
    assert page.locator("#count").inner_text() == "Đang xem tất cả 36 số"


def test_a_filter_that_is_not_there_is_none(visit, sites):
    page = visit(sites.page() + '?outlet=<b>&theme="]')
    assert entries(page).count() == 36


def test_a_place_is_shown_whatever_the_filter(visit, sites):
    page = visit(sites.page() + "?outlet=station")
    page.evaluate("location.hash = 'page.3'")
    page.locator("#page\\.3").wait_for(state="visible")


def test_an_address_with_a_place_and_a_filter_shows_the_place(visit, sites):
    page = visit(sites.page() + "?outlet=station#page.3")
    # It scrolls there, which takes a while.
    expect(page.locator("#page\\.3")).to_be_in_viewport()


def test_an_address_with_a_malformed_place_is_one_without(visit, sites):
    page = visit(sites.page() + "?outlet=station#%E0%A4%A")
    page.evaluate("location.hash = '%'")
    assert entries(page).count() == 12


@pytest.mark.parametrize("scripts", [True, False])
def test_a_cancelled_issue_stays_and_says_so(visit, sites, scripts):
    page = visit(sites.page("shortened"), java_script_enabled=scripts)
    cancelled = page.locator(".agenda .entry.cancelled")
    assert cancelled.count() == 2 and entries(page).count() == 36
    for entry in cancelled.all():
        assert entry.locator(".badge").inner_text().casefold() == "đã hủy"
        assert entry.locator("h4 s").is_visible()
        place = entry.get_attribute("id")
        assert "line-through" in page.locator(f'a.dot[href="#{place}"]').evaluate(
            "mark => getComputedStyle(mark).textDecorationLine"
        )
    assert page.locator(".lines .cancelled").count() == 2
    assert page.locator(".next .cancelled").count() == 0
    assert page.locator(".legend .count").all_inner_texts() == ["12 số", "22 số"]


def links(page):
    return page.locator(".feed").evaluate_all(
        "feeds => Object.fromEntries(feeds.map(feed => [feed.dataset.path, Object.fromEntries("
        "[...feed.querySelectorAll('[data-way]')].map(way => "
        "[way.dataset.way, way.getAttribute('href') || way.textContent]))]))"
    )


def test_the_script_makes_the_links_that_the_program_makes(visit, sites):
    known = links(visit(sites.page(), java_script_enabled=True))
    made = links(visit(sites.page("unknown")))
    own = sites.page("unknown").rsplit("/", 2)[0] + "/"
    assert len(known) == 26 and all(len(ways) == 5 for ways in known.values())

    def moved(text):
        for old, new in ((own, ADDRESS), ("webcal" + own[4:], "webcal" + ADDRESS[5:])):
            for form in (lambda part: part, lambda part: re.sub("[:/]", lambda m: f"%{ord(m[0]):02X}", part)):
                text = text.replace(form(old), form(new))
        return text

    assert json.loads(moved(json.dumps(made))) == known


def test_without_an_address_and_without_javascript_there_is_the_file(visit, sites):
    page = visit(sites.page("unknown"), java_script_enabled=False)
    files = page.locator(".plain a").evaluate_all("nodes => nodes.map(node => node.getAttribute('href'))")
    assert files[0] == "station.ics" and len(files) == 26
    assert all((sites.file("unknown").parent / file).exists() for file in files)


@pytest.mark.parametrize("clipboard", [True, False])
def test_an_address_is_copied(visit, sites, clipboard):
    page = visit(sites.page(), permissions=["clipboard-read", "clipboard-write"])
    if not clipboard:
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.locator(".copy").first.click()
    page.locator(".copied:not(:empty)").first.wait_for()
    assert page.locator(".copied").first.inner_text() == "Đã chép"
    if clipboard:
        assert page.evaluate("navigator.clipboard.readText()") == f"{ADDRESS}{PLAN}/station.ics"
    else:
        assert page.evaluate("String(getSelection())") == f"{ADDRESS}{PLAN}/station.ics"


def words(text):
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_each_half_year_is_a_page_with_all_its_issues(visit, sites, scheme):
    page = visit(sites.page(), color_scheme=scheme)
    issues = page.locator(".agenda .entry").evaluate_all(
        "nodes => nodes.map(node => [node.dataset.date, node.querySelector('h4').textContent])"
    )
    pdf = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(pdf.pages) == 2
    for number, sheet in enumerate(pdf.pages):
        assert sheet.mediabox.width > sheet.mediabox.height
        text = words(sheet.extract_text())
        for date, title in issues:
            if (int(date[5:7]) > 6) == (number == 1):
                assert words(title) in text, title
        assert words("Lịch chi tiết") not in text and words("Đăng ký nhận lịch") not in text


def test_the_list_of_plans_leads_to_the_plan_and_says_what_is_next(visit, sites):
    page = visit(sites.index())
    assert page.locator(".plan a").get_attribute("href") == f"{PLAN}/"
    assert page.locator(".soon").inner_text() == "Kỳ tới: Chủ nhật, 09/06/2024 (hôm nay)"
    page = visit(sites.index(), java_script_enabled=False)
    assert "Tính đến ngày công bố" in page.locator(".soon").inner_text()
