"""Heads of requests that are malformed, too large, or mean one thing to one program and another to the next."""

import pytest
import site_folder
import wire

FEED = f"/{site_folder.PLAN}/station.ics"
# What a smuggled request would get; nothing else is answered so.
PREY = "GET /robots.txt HTTP/1.1\r\nHost: x\r\n\r\n"


def exchange(connection, data):
    """Sends bytes and reads all answers until the server closes the connection, or has no more to say."""
    connection.send(data)
    connection.socket.settimeout(5)
    answers = []
    try:
        while True:
            answers.append(connection.answer())
            if answers[-1].is_last:
                break
    except (wire.Torn, TimeoutError):
        pass
    return answers


@pytest.mark.parametrize("version", ["HTTP/1.2", "HTTP/1.9"])
def test_a_later_minor_version_is_understood_or_refused(ask, version):
    assert ask(version=version).status in {200, 400, 505}


@pytest.mark.parametrize(
    "version",
    ["HTTP/0.9", "HTTP/2.0", "HTTP/3", "HTTP/1", "HTTP/1.", "HTTP/11", "HTTP/1.1.1", "http/1.1", "HTTP/-1.1",
     "HTTP/1.1x", "ICY/1.1", "HTTP/999999999999.1", "HTTP\\1.1", "/1.1", "HTTP/1.\u0661"],
)
def test_what_is_no_version_is_refused(connect, version):
    answers = exchange(connect(), wire.request("GET", FEED, version=version))
    assert all(answer.status in {400, 505} for answer in answers)
    assert len(answers) <= 1


@pytest.mark.ours("nginx answers HTTP/0.9, with the file and nothing said of it")
def test_a_request_without_a_version_gets_no_calendar(connect):
    connection = connect()
    connection.send(f"GET {FEED}\r\n\r\n".encode())
    assert [answer.status for answer in exchange(connection, b"")] in ([], [400], [505])
    assert b"BEGIN:VCALENDAR" not in connection.buffer
    assert connection.ends()


def test_version_1_0_closes_unless_it_is_asked_not_to(connect):
    connection = connect()
    assert connection.ask("GET", FEED, version="HTTP/1.0").status == 200
    assert connection.ends()
    connection = connect()
    for _ in range(2):
        assert connection.ask("GET", FEED, {"Connection": "keep-alive"}, version="HTTP/1.0").status == 200


def test_a_connection_closes_where_that_is_asked_for(connect):
    connection = connect()
    answer = connection.ask("GET", FEED, {"Connection": "close"})
    assert answer.status == 200 and answer.is_last
    assert connection.ends()


def test_a_host_is_needed_once(connect):
    for data in (
        wire.request("GET", FEED, {"Connection": "close"}, host=None),
        wire.request("GET", FEED, [("Host", "a"), ("Connection", "close")], host="b"),
    ):
        answers = exchange(connect(), data)
        assert [answer.status for answer in answers] in ([], [400]), data


@pytest.mark.parametrize("size", [9_000, 70_000, 3_000_000])
def test_a_request_line_has_an_end(server, connect, size):
    connection = connect()
    answers = exchange(connection, wire.request("GET", "/" + "a" * size))
    assert [answer.status for answer in answers] in ([], *([status] for status in server.statuses_of_long_lines))
    assert connection.ends()
    assert wire.ask(server.port, "GET", f"{FEED}?{'x' * 6_000}").status == 200


@pytest.mark.parametrize(
    "fields",
    [
        [("X-Long", "a" * 20_000)],
        [("X-Long", "a" * 3_000_000)],
        [("X" * 20_000, "a")],
        [(f"X-{number}", "a" * 4_000) for number in range(6)],
        [("Cookie", "a=b; " * 800)] * 8,
    ],
    ids=["a field", "a huge field", "a name", "many together", "cookies"],
)
def test_a_head_has_an_end(server, connect, fields):
    connection = connect()
    answers = exchange(connection, wire.request("GET", FEED, fields))
    assert [answer.status for answer in answers] in ([], *([status] for status in server.statuses_of_long_heads))
    assert connection.ends()


@pytest.mark.ours("nginx limits the number of fields from 1.29 on; before, their bytes alone are limited")
@pytest.mark.parametrize("count", [101, 1_000, 5_000])
def test_fields_are_counted(server, connect, count):
    fields = [(f"X-{number}", "") for number in range(count)]
    assert [answer.status for answer in exchange(connect(), wire.request("GET", FEED, fields))] in ([], [431])
    assert wire.ask(server.port, "GET", FEED, fields[:90]).status == 200


@pytest.mark.parametrize(
    "line",
    ["NoColon", ": no name", "Na me: x", "Name : x", "Na\0me: x", "X: a\0b", "X: a\rb", "(X): y", "X\u00e9: y",
     " folded: x", "\tfolded: x", "X: a\r\n b", "Host : evil.example", "\r: x"],
)
def test_a_malformed_field_is_refused_or_of_no_account(connect, line):
    data = f"GET {FEED} HTTP/1.1\r\nHost: x\r\n{line}\r\nConnection: close\r\n\r\n".encode()
    answers = exchange(connect(), data)
    assert [answer.status for answer in answers] in ([], [400], [200])


SMUGGLING = {
    "both, chunked last": "Content-Length: {n}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{prey}",
    "both, length last": "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n{prey}",
    "two lengths": "Content-Length: {n}\r\nContent-Length: 0\r\n\r\n{prey}",
    "two lengths, the first smaller": "Content-Length: 0\r\nContent-Length: {n}\r\n\r\n{prey}",
    "lengths in a list": "Content-Length: 0, {n}\r\n\r\n{prey}",
    "a length with a sign": "Content-Length: +{n}\r\n\r\n{prey}",
    "a negative length": "Content-Length: -1\r\n\r\n{prey}",
    "a length in hexadecimal": "Content-Length: 0x10\r\n\r\n{prey}",
    "a length too large": "Content-Length: 99999999999999999999999\r\n\r\n{prey}",
    "a length with a space": "Content-Length: 1 0\r\n\r\n{prey}",
    "a space before the colon": "Content-Length : {n}\r\n\r\n{prey}",
    "another encoding": "Transfer-Encoding: xchunked\r\nContent-Length: {n}\r\n\r\n{prey}",
    "an encoding after chunked": "Transfer-Encoding: chunked, identity\r\nContent-Length: {n}\r\n\r\n{prey}",
    "chunked twice": "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{prey}",
    "a tab before chunked": "Transfer-Encoding:\x0bchunked\r\nContent-Length: {n}\r\n\r\n{prey}",
    "a folded encoding": "Transfer-Encoding:\r\n chunked\r\nContent-Length: {n}\r\n\r\n{prey}",
    "a chunk too large": "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{prey}",
    "a chunk of no number": "Transfer-Encoding: chunked\r\n\r\n-1\r\n{prey}",
    "a chunk with an extension": "Transfer-Encoding: chunked\r\n\r\n1;x=\n2\r\nx\r\n0\r\n\r\n{prey}",
    "a bare line feed": "Content-Length: 0\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{prey}",
}


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("form", SMUGGLING)
def test_a_request_within_a_request_is_not_taken_for_two_by_one_reading_alone(connect, form, method):
    """Where a length is said twice or wrongly, what follows is answered by no server: the connection ends.

    Forms that RFC 9112 lets a server read (chunked wins over a length) may be read so, if what follows is then refused
    or is the next request by that reading.
    """
    rest = SMUGGLING[form].format(n=len(PREY), prey=PREY)
    data = f"{method} {FEED} HTTP/1.1\r\nHost: x\r\n{rest}".encode()
    answers = exchange(connect(), data)
    assert all(answer.status in {200, 400, 405, 411, 413, 414, 431, 501} for answer in answers)
    by_rfc_9112_two = {"a chunk with an extension"}
    if form not in by_rfc_9112_two:
        assert not any(b"User-agent" in answer.body for answer in answers), answers


def test_requests_that_are_sent_together_are_answered_in_order(connect, site):
    connection = connect()
    plan = site / site_folder.PLAN
    names = ["station.ics", "all.ics", "changes.atom", "newspaper.ics"] * 10
    connection.send(b"".join(wire.request("GET", f"/{site_folder.PLAN}/{name}") for name in names))
    for name in names:
        assert connection.answer().body == (plan / name).read_bytes()


def test_a_thousand_requests_in_one_go_do_not_fill_the_memory(server, connect):
    before = server.memory()
    connection = connect(receive=4096)
    connection.socket.settimeout(1)
    try:
        for _ in range(1000):
            connection.socket.sendall(wire.request("GET", f"/{site_folder.PLAN}/large.ics"))
    except TimeoutError:
        pass
    assert server.memory() - before < 200


@pytest.mark.parametrize(
    "data",
    [b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(256)), b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
     b"\x00" * 5000, b"\xff" * 5000, b"\r\n" * 5000, b"GET", b"\n\n\n", b"EHLO x\r\n", b"\x05\x01\x00",
     b"GET / HTTP/1.1\r\n" + b"\x80" * 9000],
    ids=["TLS", "HTTP2", "nulls", "ones", "empty lines", "a piece", "line feeds", "SMTP", "SOCKS", "a high head"],
)
def test_what_is_no_http_gets_an_error_or_nothing(connect, data):
    for answer in exchange(connect(), data):
        assert answer.status in {400, 408, 414, 431, 505}


def test_empty_lines_before_a_request_are_of_no_account(connect):
    connection = connect()
    connection.send(b"\r\n")
    assert connection.ask("GET", FEED).status == 200


def test_a_protocol_to_change_to_is_of_no_account(ask):
    for fields in (
        {"Connection": "Upgrade, HTTP2-Settings", "Upgrade": "h2c", "HTTP2-Settings": "AAMAAABkAAQAAP__"},
        {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="},
    ):
        assert ask("GET", FEED, fields).status == 200
