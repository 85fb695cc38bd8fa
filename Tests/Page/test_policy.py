"""The policy of a page lets nothing run or load but what the program wrote."""

import pytest

INJECTED = {
    "script": "<script>window.ran = true</script>",
    "handler": '<img src="data:," onerror="window.ran = true">',
    "style": "<style>h1 { color: rgb(1, 2, 3) !important }</style>",
    "attribute": '<p id="styled" style="color: rgb(1, 2, 3)">x</p>',
    "picture": '<img src="http://192.0.2.1/x.png">',
    "base": '<base href="http://192.0.2.1/">',
    "frame": '<iframe srcdoc="<script>parent.ran = true</script>"></iframe>',
}


@pytest.mark.parametrize("kind", INJECTED)
def test_what_is_injected_does_nothing(visit, sites, kind):
    clean = sites.file().read_text(encoding="utf-8")
    file = sites.file().with_name(f"injected-{kind}.html")
    file.write_text(clean.replace("<main", INJECTED[kind] + "<main", 1), encoding="utf-8")
    page = visit(sites.page().replace("index", f"injected-{kind}"), complains=True)
    assert page.evaluate("window.ran") is None
    color = "node => getComputedStyle(node).color"
    assert page.locator("h1").evaluate(color) != "rgb(1, 2, 3)"
    if kind == "attribute":
        assert page.locator("#styled").evaluate(color) != "rgb(1, 2, 3)"
    assert page.evaluate("document.baseURI").startswith("http://127.0.0.1")
    assert page.locator(".today").count() == 1, "the page's own script runs"
