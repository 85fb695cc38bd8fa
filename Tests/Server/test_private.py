"""Feeds for those who owe deadlines, under addresses that nobody can guess."""

import hashlib
import os
import re
import stat

import programs
import pytest
import site_folder
import wire
from serving import LichSongServe, Nginx

PLAN = site_folder.PLAN
OWNER = site_folder.OWNER


def tokens(*words):
    return programs.run(programs.LICHSONG_SERVE, "tokens", *words)


@pytest.fixture
def tokens_file(tmp_path):
    return tmp_path / "tokens"


@pytest.fixture
def token(tokens_file):
    """A token of an owner who has deadlines."""
    return token_in(tokens("add", OWNER, "--tokens", tokens_file))


@pytest.fixture(params=["lichsong-serve", "nginx before lichsong-serve"])
def server(request, own_site, tokens_file, token):
    """lichsong-serve with a tokens file: by itself, or behind nginx."""
    if request.param == "lichsong-serve":
        with LichSongServe(own_site, tokens=tokens_file) as server:
            yield server
    elif not Nginx.program():
        pytest.skip("nginx is not installed")
    else:
        with LichSongServe(own_site, tokens=tokens_file, behind_proxy=True) as upstream:
            with Nginx(own_site, upstream=upstream.port) as server:
                server.upstream = upstream
                yield server


def token_in(text):
    """The token in an address that was printed."""
    found = re.findall(r"/private/([A-Za-z0-9_-]{43})/", text)
    assert len(set(found)) == 1, text
    return found[0]


def status(server, token, plan=PLAN, **more):
    return wire.ask(server.port, target=f"/private/{token}/{plan}.ics", **more).status


def test_an_owner_follows_what_is_owed(server, own_site, token):
    answer = wire.ask(server.port, target=f"/private/{token}/{PLAN}.ics")
    content = (own_site / PLAN / "production" / f"{OWNER}.ics").read_bytes()
    assert (answer.status, answer.body) == (200, content)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert token not in str(answer.fields)
    fields = {"If-None-Match": answer["ETag"]}
    again = wire.ask(server.port, target=f"/private/{token}/{PLAN}.ics", fields=fields)
    assert (again.status, again["Cache-Control"]) == (304, "private, no-cache")
    assert status(server, token, method="HEAD") == 200
    assert status(server, token, method="PUT") == 405


def test_any_other_token_is_as_any_other_address(server, token, tokens_file):
    missing = wire.ask(server.port, target="/private/nothing.ics")
    assert missing.status == 404
    digest = hashlib.sha256(token.encode()).hexdigest()
    wrong = [
        token[:-1], token + "A", token.swapcase(), "A" * 43, token[1:] + token[0], "%41" * 43, digest, OWNER, ".", "..",
        token[:-1] + "%00", f"{token}%20", f"%20{token}", "x" * 4000, "\u0111", "*", f"{token}%0a",
    ]
    for guess in [*wrong, tokens_file.read_text().split()[0]]:
        answer = wire.ask(server.port, target=f"/private/{guess}/{PLAN}.ics")
        assert answer.status in {404, 400}, guess
        if answer.status == 404:
            assert answer.body == missing.body
    for path in "", f"{token}", f"{token}/", f"{token}/.ics", f"{token}/nothing.ics", f"{token}/{PLAN}", f"/{PLAN}.ics":
        assert wire.ask(server.port, target=f"/private/{path}").status == 404
    for plan in "../x", "..%2fx", f"{PLAN}/../{PLAN}", f"{PLAN}/production/{OWNER}", ".hidden", f"{PLAN}%00", f"{PLAN}/station":
        assert status(server, token, plan) in {400, 404}, plan


def test_tokens_come_and_go_while_it_runs(server, token, tokens_file):
    assert status(server, token) == 200
    second = token_in(tokens("add", OWNER, "--tokens", tokens_file))
    assert second != token
    assert [status(server, token), status(server, second)] == [200, 200]
    listed = tokens("list", "--tokens", tokens_file)
    assert listed.count(OWNER) == 2 and token not in listed and second not in listed
    first_id = tokens_file.read_text().splitlines()[0].split()[0]
    tokens("revoke", first_id, "--tokens", tokens_file)
    assert [status(server, token), status(server, second)] == [404, 200]
    tokens_file.unlink()
    assert [status(server, token), status(server, second)] == [404, 404]


def test_a_link_in_the_place_of_the_feed_is_not_followed(server, own_site, token):
    path = own_site / PLAN / "production" / f"{OWNER}.ics"
    path.unlink()
    assert status(server, token) == 404
    path.symlink_to(own_site.parent / "outside/secret.ics")
    assert status(server, token) == 404


def test_what_is_not_ready_takes_no_deadline_away(server, own_site, token):
    own_site.rename(own_site.with_name("away"))
    assert status(server, token) == 503
    own_site.with_name("away").rename(own_site)
    assert status(server, token) == 200


def test_no_token_is_ever_logged(server, token):
    wrong = "WRONG" * 8 + "abc"
    agent = "the-agent-of-the-log"
    for path in (
        f"/private/{token}/{PLAN}.ics", f"/private/{wrong}/{PLAN}.ics", f"/private/{token}/nothing.ics",
        f"/private/{token}", f"/private/{token}?x={token}", f"//private//{token}/{PLAN}.ics",
        f"/%70rivate/{token}/{PLAN}.ics", f"/private/{token}/%zz", f"/private/{token}/{PLAN}.ics%00",
        f"/./private/{token}/{PLAN}.ics", f"http://x/private/{token}/{PLAN}.ics", f"/x/../private/{token}/{PLAN}.ics",
        f"/Private/{token}/{PLAN}.ics", f"/private%2f{token}/{PLAN}.ics", f"/private/{token}/\x01",
        f"/robots.txt/private/{token}/{PLAN}.ics",
    ):
        with wire.Connection(server.port) as connection:
            connection.send(wire.request("GET", path, {"User-Agent": agent}))
            try:
                connection.answer()
            except wire.Torn:
                pass
    wire.ask(server.port, target=f"/private/{token}/{PLAN}.ics", fields={"User-Agent": f"{agent} last"})
    lines = server.log_of(f"{agent} last")
    assert lines and re.search(rf"/private/(…|\.\.\.)/{PLAN}\.ics", lines[-1].decode())
    upstream = getattr(server, "upstream", None)
    if upstream:
        assert upstream.stop() == 0
        assert status(server, token) == 503
        assert server.stop() == 0
    for program in filter(None, (server, upstream)):
        for secret in token, wrong:
            assert secret not in program.words()


def test_the_file_holds_no_token_and_is_its_owners_alone(tokens_file, token):
    text = tokens_file.read_text()
    assert token not in text
    assert stat.S_IMODE(os.stat(tokens_file).st_mode) == 0o600
    [line] = text.splitlines()
    assert OWNER in line.split()
    digests = {hashlib.sha256(token.encode()).hexdigest()}
    assert any(word.lower() in digests for word in line.split()) or len(line.split()) >= 4


@pytest.mark.parametrize("owner", ["", "..", "a/b", "a b", "\n", ".x", "x\n1 y z 2024-01-01"])
def test_an_owner_who_is_no_name_of_a_file_gets_no_token(tokens_file, owner):
    with pytest.raises(programs.Failed):
        tokens("add", owner, "--tokens", tokens_file)
    assert not tokens_file.exists() or not tokens_file.read_text()


def test_without_a_tokens_file_there_are_no_private_addresses(kind, site):
    with LichSongServe(site) as server:
        assert status(server, "A" * 43) == 404


@pytest.mark.parametrize(
    "text", ["", "\n\n", "one word\n", "\0\0\0\n", "id owner nodigest 2024-01-01\n", "\ufeff", "x " * 100_000]
)
def test_a_broken_tokens_file_lets_nobody_in_and_ends_nothing(own_site, tokens_file, text):
    tokens_file.write_text(text)
    with LichSongServe(own_site, tokens=tokens_file) as server:
        assert status(server, "A" * 43) in {404, 503}
        assert wire.ask(server.port, target=f"/{PLAN}/station.ics").status == 200
