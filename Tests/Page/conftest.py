"""What the tests of the pages share: published plans, a server for them, and Chromium."""

import functools
import http.server
import os
import pathlib
import shutil
import subprocess
import threading

import pytest
from playwright.sync_api import sync_playwright

CHECKOUT = pathlib.Path(__file__).parents[2]
PLAN = "kien-giang-2024"
ADDRESS = "https://lich.example.vn/"

#: A day in the plan's period, early in the morning in Việt Nam and still the day before in Europe.
NOW = "2024-06-08T22:00:00Z"


def lichsong():
    """The program: that of a test run where there is one, or the optimised one."""
    named = os.environ.get("LICHSONG")
    builds = [named] if named else [CHECKOUT / ".build" / kind / "lichsong" for kind in ("debug", "release")]
    found = [build for build in builds if pathlib.Path(build).exists()]
    assert found, "build the program first: swift build --product lichsong"
    return max(found, key=lambda build: pathlib.Path(build).stat().st_mtime)


def chromium():
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found, "Chromium is missing: install the package chromium"
    return found


def publish(exports, *options, calendars=CHECKOUT / "calendars", now="2023-12-01T00:00:00Z"):
    subprocess.run(
        [lichsong(), "publish", calendars / PLAN, "--yes", "--exports", exports, "--now", now, *options],
        check=True, capture_output=True,
    )


def publish_and_shorten(exports, calendars):
    """Publishes the sample plan, and again with two special pages fewer."""
    publish(exports)
    shutil.copytree(CHECKOUT / "calendars", calendars)
    plan = calendars / PLAN / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    assert "aim: 24 " in text
    plan.write_text(text.replace("aim: 24 ", "aim: 22 "), encoding="utf-8")
    publish(exports, calendars=calendars, now="2023-12-02T00:00:00Z")


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def sites(tmp_path_factory):
    """The addresses under which the exports are served, by what is known of the public address."""
    folder = tmp_path_factory.mktemp("sites")
    publish(folder / "known", "--base-url", ADDRESS)
    publish(folder / "unknown")
    publish_and_shorten(folder / "shortened", folder / "calendars")
    handler = functools.partial(Handler, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Sites(folder, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()


class Sites:
    def __init__(self, folder, address):
        self.folder, self.address = folder, address

    def page(self, site="known"):
        return f"{self.address}/{site}/{PLAN}/index.html"

    def index(self, site="known"):
        return f"{self.address}/{site}/index.html"

    def file(self, site="known"):
        return self.folder / site / PLAN / "index.html"


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser):
    """Opens a page; at the end no page may have complained, or asked for anything but itself."""
    contexts, faults = [], []

    def visit(address, *, complains=False, **options):
        options = {"viewport": {"width": 1280, "height": 900}, "timezone_id": "Europe/Berlin", **options}
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.clock.set_fixed_time(NOW)
        if not complains:
            page.on("console", lambda message: faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        own = address.split("#")[0].split("?")[0]

        def judge(route):
            if route.request.url.split("#")[0].split("?")[0] == own:
                route.continue_()
            else:
                faults.append(f"request: {route.request.url}")
                route.abort()

        context.route("**/*", judge)
        page.goto(address)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert not faults
