"""The server that clients subscribe to: what feeds ask of HTTP."""

import http.client
import urllib.parse

import pytest

from feed_server import matches


@pytest.fixture
def ask(server):
    """Sends a request and returns the answer and its body."""

    def ask(method, path="/all.ics", **headers):
        address = urllib.parse.urlsplit(server.base_url)
        connection = http.client.HTTPConnection(address.hostname, address.port, timeout=30)
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    return ask


def test_a_feed_is_text_calendar_with_a_strong_tag(ask, server):
    answer, body = ask("GET")
    assert answer.status == 200
    assert body == (server.folder / "all.ics").read_bytes()
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["ETag"].startswith('"')
    assert answer.headers["Last-Modified"]
    assert ask("HEAD")[0].headers["ETag"] == answer.headers["ETag"]


def test_who_has_the_bytes_gets_304(ask):
    tag = ask("GET")[0].headers["ETag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        answer, body = ask("GET", If_None_Match=known)
        assert (answer.status, body, answer.headers["ETag"]) == (304, b"", tag)
    assert ask("GET", If_None_Match='"other"')[0].status == 200
    assert not matches("", tag)


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PROPFIND", "OPTIONS"])
def test_nothing_can_be_written(ask, method):
    answer, _ = ask(method)
    assert answer.status == 405
    assert answer.headers["Allow"] == "GET, HEAD"


def test_nothing_outside_of_the_folder_is_served(ask):
    assert ask("GET", "/../../plan/plan.yaml")[0].status == 404
    assert ask("GET", "/%2e%2e/%2e%2e/plan/plan.yaml")[0].status == 404


def test_what_is_not_ready_answers_503(ask, server):
    with server.not_ready():
        answer, _ = ask("GET")
        assert answer.status == 503
        assert answer.headers["Retry-After"]
    assert ask("GET")[0].status == 200
