"""The log: one line a request, with nothing that others could make of it what they like."""

import re

import pytest
import site_folder
import wire

FEED = f"/{site_folder.PLAN}/station.ics"


def agent():
    """A User-Agent that no other request has."""
    agent.number = getattr(agent, "number", 0) + 1
    return f"agent-{agent.number:04}"


def test_a_request_is_one_line_that_says_all_of_it(server):
    name = agent()
    body = wire.ask(server.port, "GET", f"{FEED}?secret=query", {"User-Agent": name}).body
    [line] = server.log_of(name)
    line = line.decode()
    for word in "GET", FEED, "200", str(len(body)), "127.0.0.1", name:
        assert word in line, word
    assert re.search(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", line)
    assert "secret" not in line and "query" not in line


def test_every_kind_of_answer_is_logged(server):
    kinds = [
        ("GET", FEED, 304), ("HEAD", FEED, 200), ("GET", "/nothing", 404), ("PUT", FEED, 405),
        ("GET", f"/{site_folder.PLAN}", 301), ("GET", f"/{site_folder.PLAN}/releases/0001.json", 404),
    ]
    name = agent()
    for method, target, status in kinds:
        fields = {"User-Agent": name} | ({"If-None-Match": "*"} if status == 304 else {})
        assert wire.ask(server.port, method, target, fields).status == status
    lines = server.log_of(name, count=len(kinds))
    assert len(lines) == len(kinds)
    for line, words in zip(lines, kinds):
        assert all(str(word) in line.decode() for word in words), (line, words)


HOSTILE = [
    "\x1b[31mred", "a\tb", "\x7f", "\u202eright to left", "\u2028next", "a\u0301\u0323", "\x85", '" 200 "', "%s%n",
    "\udcff\udcfe", "x" * 5000,
]


def test_what_comes_from_outside_is_printable_in_the_log(server):
    name = agent()
    for text in HOSTILE:
        # Both an agent and an address; what is refused is not logged, or as it should be.
        data = wire.request("GET", f"/{name}-{text}".replace("\t", "%09"), {"User-Agent": f"{name} {text}"})
        with wire.Connection(server.port) as connection:
            connection.send(data)
            try:
                connection.answer()
            except wire.Torn:
                pass
    wire.ask(server.port, "GET", FEED, {"User-Agent": f"{name} last"})
    assert server.log_of(f"{name} last")
    for line in server.log_of(name):
        shown = line.decode()
        assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", shown), line


def test_a_line_cannot_be_forged(server):
    name = agent()
    for separator in "%0a", "%0d%0a", "%E2%80%A8", "%C2%85", "%0b":
        wire.ask(server.port, "GET", f"/x{separator}{name}-forged", {"User-Agent": f"{name}-true"})
    lines = server.log_of(f"{name}-true", count=5)
    assert len(lines) == 5
    for line in server.log_of(name):
        assert line.count(b"-true") == 1


@pytest.mark.ours("nginx is told by its configuration whom it may believe")
@pytest.mark.parametrize("behind_proxy", [False, True])
def test_a_client_is_believed_behind_a_proxy_alone(kind, site, behind_proxy):
    with kind(site, behind_proxy=behind_proxy) as server:
        name = agent()
        fields = {"User-Agent": name, "X-Forwarded-For": "6.6.6.6, 203.0.113.9"}
        wire.ask(server.port, "GET", FEED, fields)
        [line] = server.log_of(name)
        # The last address is the one that the proxy itself has seen.
        assert (b"203.0.113.9" in line) == behind_proxy
        assert b"6.6.6.6" not in line
        name = agent()
        for forged in "\x1b[31m, <x>", "", ",", "x" * 3000, "\u202e", '" 200 "':
            wire.ask(server.port, "GET", FEED, {"User-Agent": name, "X-Forwarded-For": forged})
        wire.ask(server.port, "GET", FEED, {"User-Agent": f"{name} last"})
        assert server.log_of(f"{name} last")
        for line in server.log_of(name):
            assert not re.search("[\x00-\x1f\x7f-\x9f\u202e]", line.decode()) and len(line) < 1000


def test_everything_is_written_at_the_end(kind, site):
    with kind(site) as server:
        names = [agent() for _ in range(200)]
        with wire.Connection(server.port) as connection:
            for name in names:
                connection.ask("GET", FEED, {"User-Agent": name})
        server.stop()
        log = b"\n".join(server.log()).decode()
        assert [name for name in names if name not in log] == []
