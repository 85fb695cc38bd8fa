"""Everybody can read the pages: axe, small screens, the keyboard."""

import pathlib

import axe_playwright_python
import pytest

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


def violations(page):
    page.evaluate(AXE)
    found = page.evaluate(
        "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
        " 'wcag22aa', 'best-practice']})).violations"
    )
    return [(v["id"], [node["target"] for node in v["nodes"]][:5]) for v in found]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_axe_finds_nothing_on_the_page_of_a_plan(visit, sites, size, scheme, language):
    page = visit(sites.page(), viewport=size, color_scheme=scheme)
    page.locator(f'label[for="lang-{language}"]').click()
    assert violations(page) == []
    page.locator("details summary").click()
    page.locator('label[for="outlet_station"]').click()
    page.goto(sites.page() + "?outlet=newspaper#page.3")
    assert violations(page) == []


@pytest.mark.parametrize("site", ["known", "unknown"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_without_javascript(visit, sites, site, scheme):
    page = visit(sites.page(site), color_scheme=scheme, java_script_enabled=False)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_list_of_plans(visit, sites, scheme):
    assert violations(visit(sites.index(), color_scheme=scheme)) == []


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [320, 390, 768, 1024])
def test_nothing_scrolls_sideways(visit, sites, width, language):
    for address in (sites.page(), sites.page("unknown"), sites.index()):
        page = visit(address, viewport={"width": width, "height": 640})
        page.locator(f'label[for="lang-{language}"]').click()
        for details in page.locator("details summary").all():
            details.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_all_that_one_clicks_is_24_pixels_high_and_wide(visit, sites):
    page = visit(sites.page(), viewport=PHONE)
    small = page.evaluate(
        "() => [...document.querySelectorAll('.dot, button, .ways a, .parts a, select, summary, label[for]')]"
        ".filter(node => { const box = node.getBoundingClientRect();"
        " return box.width > 0 && (box.width < 24 || box.height < 24); }).map(node => node.outerHTML)"
    )
    assert small == []


def test_the_keyboard_reaches_the_content_first_and_is_seen(visit, sites):
    page = visit(sites.page())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    focused = page.evaluate(
        "() => { const style = getComputedStyle(document.activeElement);"
        " return [document.activeElement.tagName, style.outlineStyle, style.outlineWidth]; }"
    )
    assert focused == ["A", "solid", "3px"]


def test_the_keyboard_switches_the_language(visit, sites):
    page = visit(sites.page())
    page.locator("#lang-vi").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#next-name").inner_text() == "Next"


def test_motion_is_not_for_those_who_want_none(visit, sites):
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert visit(sites.page(), reduced_motion="reduce").evaluate(behaviour) == "auto"
    assert visit(sites.page(), reduced_motion="no-preference").evaluate(behaviour) == "smooth"
