"""What is answered for what is there: the bytes, and what is said of them."""

import re

import pytest
import site_folder
import wire

PLAN = f"/{site_folder.PLAN}"
TYPES = {
    "station.ics": "text/calendar; charset=utf-8",
    "index.html": "text/html; charset=utf-8",
    "changes.atom": "application/atom+xml; charset=utf-8",
    "schedule.json": "application/json; charset=utf-8",
    "report.md": "text/markdown; charset=utf-8",
    "report.csv": "text/csv; charset=utf-8",
    "agenda.txt": "text/plain; charset=utf-8",
    "data.bin": "application/octet-stream",
}
PAGE_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"


def test_every_file_that_a_publish_wrote_is_served_to_the_byte(server, site):
    served = site_folder.files(site)
    assert f"{PLAN}/themes/law.ics" in served
    with wire.Connection(server.port) as connection:
        for address, content in served.items():
            if not address.isascii() or "/." in address or "link" in address:
                continue
            answer = connection.ask(target=address)
            assert (answer.status, answer.body) == (200, content), address
            assert answer["Content-Length"] == str(len(content))


@pytest.mark.parametrize("name", TYPES)
def test_the_type_is_that_of_the_extension_whatever_is_accepted(ask, name):
    for accepted in None, "*/*", "text/html", "image/png;q=1, */*;q=0":
        answer = ask(target=f"{PLAN}/{name}", fields={"Accept": accepted} if accepted else {})
        assert answer.status == 200
        assert answer["Content-Type"] == TYPES[name]


def test_a_feed_is_shown_under_its_name(ask):
    assert ask()["Content-Disposition"] == 'inline; filename="station.ics"'
    assert ask(target=f"{PLAN}/themes/law.ics")["Content-Disposition"] == 'inline; filename="law.ics"'
    assert ask(target=f"{PLAN}/index.html")["Content-Disposition"] is None


@pytest.mark.parametrize("name", [*TYPES, "", "empty.txt", "nothing.ics", "folder.ics"])
def test_head_says_what_get_says_without_a_body(connect, name):
    connection = connect()
    get = connection.ask("GET", f"{PLAN}/{name}")
    head = connection.ask("HEAD", f"{PLAN}/{name}")
    kept = [field for field in get.fields if field[0].lower() != "date"]
    assert (head.status, [field for field in head.fields if field[0].lower() != "date"]) == (get.status, kept)
    # The next answer begins where the head ended.
    assert connection.ask(target=f"{PLAN}/empty.txt").status == 200


@pytest.mark.parametrize("version", ["HTTP/1.0", "HTTP/1.1"])
def test_nothing_is_compressed_chunked_or_cut(ask, site, version):
    content = (site / site_folder.PLAN / "all.ics").read_bytes()
    for fields in (
        {},
        {"Accept-Encoding": "gzip, deflate, br, zstd"},
        {"Accept-Encoding": "identity;q=0, *;q=0"},
        {"Range": "bytes=0-99"},
        {"Range": "bytes=999999999-"},
        {"Range": "bytes=0-1,5-6", "If-Range": '"x"'},
        {"TE": "trailers, chunked"},
    ):
        answer = ask(target=f"{PLAN}/all.ics", fields=fields, version=version)
        assert (answer.status, answer.body) == (200, content), fields
        for name in "Content-Encoding", "Transfer-Encoding", "Vary", "Content-Range":
            assert answer[name] is None
        assert answer["Accept-Ranges"] in (None, "none")


def test_the_tag_is_strong_and_the_answer_is_to_be_asked_for_again(ask):
    answer = ask()
    assert re.fullmatch(r'"[\x21\x23-\x7e]+"', answer["ETag"])
    assert answer["Last-Modified"] == "Tue, 14 Nov 2023 22:13:20 GMT"
    assert answer["Cache-Control"] == "no-cache"
    assert answer["Date"]


def test_a_query_changes_nothing(ask):
    plain = ask()
    for query in "?", "?x=1", "?../../secret", "?%2e%2e%2f", "?a/b?c":
        answer = ask(target=f"{PLAN}/station.ics{query}")
        assert (answer.status, answer.body, answer["ETag"]) == (200, plain.body, plain["ETag"])


def test_a_folder_is_its_page_and_without_its_slash_leads_there(ask):
    assert ask(target="/").body == ask(target="/index.html").body
    assert ask(target=f"{PLAN}/").body == ask(target=f"{PLAN}/index.html").body
    for host in "lich.example.vn", "evil.example", "a:b@c", "":
        answer = ask(target=PLAN, host=host) if host else ask(target=PLAN, version="HTTP/1.0", host=None)
        assert (answer.status, answer["Location"]) == (301, f"{PLAN}/")
    # A path that begins with two slashes would name another host.
    for target in "//evil.example", "//evil.example/..", "/%2fevil.example", f"/{PLAN}":
        location = ask(target=target)["Location"]
        assert location is None or re.match("/[^/]", location), target


def test_vietnamese_names_are_decoded_once(ask):
    answer = ask(target=f"{PLAN}/Ng%C3%A0y%20l%E1%BB%85.ics")
    assert answer.body == b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
    assert ask(target=f"{PLAN}/Ng%25C3%25A0y%20l%E1%BB%85.ics").status == 404
    assert ask(target=f"{PLAN}/%73tation.ics").status == 200
    assert ask(target=f"{PLAN}/%2573tation.ics").status == 404


KINDS_OF_ANSWERS = {
    "a page": ("GET", "/", {}, 200),
    "a feed": ("GET", f"{PLAN}/station.ics", {}, 200),
    "what somebody has": ("GET", f"{PLAN}/station.ics", {"If-None-Match": "*"}, 304),
    "a page somebody has": ("GET", f"{PLAN}/", {"If-None-Match": "*"}, 304),
    "a folder": ("GET", PLAN, {}, 301),
    "nothing": ("GET", "/nothing.html", {}, 404),
    "something to write": ("PUT", f"{PLAN}/station.ics", {}, 405),
    "something else": ("GET", f"{PLAN}/station.ics", {"If-Match": '"x"'}, 412),
}


@pytest.mark.parametrize("kind_of_answer", KINDS_OF_ANSWERS)
def test_every_answer_is_safe_in_a_browser(ask, kind_of_answer):
    method, target, fields, status = KINDS_OF_ANSWERS[kind_of_answer]
    answer = ask(method, target, fields)
    assert answer.status == status
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    is_page = "page" in kind_of_answer
    assert answer["Content-Security-Policy"] == (PAGE_POLICY if is_page else POLICY)
    assert not re.search(r"\d", answer["Server"] or "")
    if status >= 400:
        # Thunderbird empties itself on a 404: nobody on the way may keep one.
        assert answer["Cache-Control"] == "no-store"
        assert answer["ETag"] is None and answer["Last-Modified"] is None


def test_what_is_not_there_says_so_in_two_languages(ask):
    answer = ask(target="/nothing.ics")
    assert (answer.status, answer["Content-Type"]) == (404, "text/plain; charset=utf-8")
    first, second = answer.body.decode().splitlines()
    assert "Không" in first and re.fullmatch("[A-Z][ -~]+", second)
    assert "nothing.ics" not in answer.body.decode()


def test_robots_may_come(ask):
    answer = ask(target="/robots.txt")
    assert (answer.status, answer["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert answer.body.decode().split("\n")[:2] == ["User-agent: *", "Allow: /"]


def test_a_file_for_robots_goes_before(own_server, own_site):
    (own_site / "robots.txt").write_text("User-agent: x\nDisallow: /\n")
    assert wire.ask(own_server.port, target="/robots.txt").body == b"User-agent: x\nDisallow: /\n"
