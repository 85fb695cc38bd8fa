"""Nothing can be written, and whoever tries is told so: Thunderbird probes with PUT and PROPFIND."""

import pytest
import site_folder
import wire

FEED = f"/{site_folder.PLAN}/station.ics"
METHODS = [
    "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT",
    "PROPFIND", "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "REPORT", "MKCALENDAR", "SEARCH",
]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("target", [FEED, "/", "/nothing.ics", f"/{site_folder.PLAN}/releases/0001.json"])
def test_another_method_is_405_wherever_it_goes(ask, method, target):
    answer = ask(method, target)
    assert answer.status == 405
    assert {name.strip() for name in answer["Allow"].split(",")} == {"GET", "HEAD"}


@pytest.mark.parametrize("method", ["FETCH", "X", "GETT", "HEADER", "PRI", "M-SEARCH", "SUBSCRIBE", "QUERY"])
def test_methods_of_others_are_refused(ask, method):
    assert ask(method).status in {400, 405, 501}


@pytest.mark.parametrize("method", ["get", "Get", "G\u00caT", "GE T", "G\0T", "G\tT", "<GET>", "A" * 5000, "", "(GET)"])
def test_what_is_no_method_is_refused(server, method):
    with wire.Connection(server.port) as connection:
        connection.send(wire.request(method))
        try:
            assert connection.answer().status in {400, 405, 414, 431, 501}
        except wire.Torn:
            pass  # Closed without a word.
        assert method in {"get", "Get", "A" * 5000} or connection.ends(5)


def test_options_for_the_whole_server_are_answered(ask):
    assert ask("OPTIONS", "*").status in {400, 405}


@pytest.mark.parametrize("expect", [{}, {"Expect": "100-continue"}])
@pytest.mark.parametrize("size", [5, 100_000, 50_000_000])
def test_a_body_is_not_taken(connect, expect, size, site):
    """A client that sends on and on is answered, or cut off; the next request is not looked for in the body."""
    connection = connect()
    fields = {"Content-Length": str(size), "Content-Type": "text/calendar", **expect}
    connection.send(wire.request("PUT", FEED, fields))
    try:
        answer = connection.answer()
        if answer.status == 100:
            answer = connection.answer()
        assert answer.status in {405, 413}
    except wire.Torn:
        pass
    smuggled = b"GET /robots.txt HTTP/1.1\r\nHost: x\r\n\r\n"
    # What was smuggled would be answered at once; the rest of the body need not come.
    connection.socket.settimeout(0.5)
    sent, answers = 0, []
    try:
        while sent < min(size, 1_000_000):
            sent += connection.socket.send((smuggled * 1000)[: size - sent])
        connection.send(wire.request("GET", FEED, {"Connection": "close"}))
        while True:
            answers.append(connection.answer())
    except (wire.Torn, OSError):
        pass
    assert all(b"User-agent" not in answer.body for answer in answers)
    assert (site / FEED[1:]).read_bytes().startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize("body", [b"x" * 10, b"x" * 20_000])
def test_a_body_of_a_get_is_not_the_next_request(connect, body):
    connection = connect()
    smuggled = b"GET /robots.txt HTTP/1.1\r\nHost: x\r\n\r\n" + body
    connection.send(wire.request("GET", FEED, {"Content-Length": str(len(smuggled))}) + smuggled)
    seen = []
    try:
        for _ in range(2):
            seen.append(connection.answer())
            connection.send(wire.request("GET", FEED))
    except (wire.Torn, OSError):
        pass
    assert all(answer.status in {200, 400, 413} for answer in seen)
    assert all(b"User-agent" not in answer.body for answer in seen)
