"""Addresses that lead out of what is served, or to what is not for readers."""

import socket

import pytest
import site_folder
import wire

PLAN = f"/{site_folder.PLAN}"
MISSING = {400, 404}
INSIDE = [b"hidden", b"outside", b"root:", b'"events"', b"SUMMARY:"]

NEVER_SERVED = {
    "the ledger": [
        f"{PLAN}/releases/0001.json", f"{PLAN}/releases/", f"{PLAN}/releases", f"{PLAN}/Releases/0001.json",
        f"{PLAN}/rel%65ases/0001.json", f"{PLAN}/%72%65%6c%65%61%73%65%73/0001.json",
        f"{PLAN}/themes/releases/x.ics", f"/{PLAN}/releases/0001.json", f"{PLAN}//releases//0001.json",
        f"{PLAN}/./releases/0001.json", f"{PLAN}/themes/../releases/0001.json", f"{PLAN}/link-ledger.ics",
    ],
    "what is not public": [
        f"{PLAN}/production/{site_folder.OWNER}.ics", f"{PLAN}/production/", f"{PLAN}/production",
        f"{PLAN}/PRODUCTION/{site_folder.OWNER}.ics", f"{PLAN}/%70roduction/{site_folder.OWNER}.ics",
        f"{PLAN}/themes/production/x.ics", f"{PLAN}/production%00/{site_folder.OWNER}.ics",
        f"{PLAN}/themes/%2e%2e/production/{site_folder.OWNER}.ics",
    ],
    "hidden files": [
        f"{PLAN}/.hidden.ics", f"{PLAN}/%2ehidden.ics", f"{PLAN}/.git/config", "/.htpasswd", "/%2Ehtpasswd",
        f"{PLAN}/themes/.hidden/x.ics", "/.", "/..", f"{PLAN}/.", f"{PLAN}/..", "/...",
        f"{PLAN}/..hidden.ics", f"{PLAN}/.\u0301hidden.ics",
    ],
    "links": [
        f"{PLAN}/link-out.ics", f"{PLAN}/link-within.ics",
        f"{PLAN}/link-folder/secret.ics", f"{PLAN}/link-themes/law.ics", "/link-plan/station.ics",
        "/link-plan", "/link-plan/", f"{PLAN}/link-themes", f"{PLAN}/link-themes/",
    ],
    "what is no file": [
        f"{PLAN}/pipe.ics", f"{PLAN}/folder.ics/", f"{PLAN}/themes/", f"{PLAN}/station.ics/",
        f"{PLAN}/station.ics/x", f"{PLAN}/pipe.ics/x",
    ],
    "what is above": [
        "/../outside/secret.ics", "/%2e%2e/outside/secret.ics", "/.%2e/outside/secret.ics",
        "/%2E%2E/%2E%2E/%2E%2E/etc/passwd", "/..%2foutside%2fsecret.ics", "/%2e%2e%2foutside%2fsecret.ics",
        "/..%5coutside%5csecret.ics", "/..\\outside\\secret.ics", "/%252e%252e/outside/secret.ics",
        "/%c0%ae%c0%ae/outside/secret.ics", "/%e0%80%ae%e0%80%ae/outside/secret.ics", "/..%c0%afoutside/secret.ics",
        f"{PLAN}/../../outside/secret.ics", f"{PLAN}/../../../../../../../../etc/passwd",
        "/....//outside/secret.ics", "/..;/outside/secret.ics", f"{PLAN}/..", "//etc/passwd", "/file:///etc/passwd",
        "/%uff0e%uff0e/outside/secret.ics", "/\uff0e\uff0e/outside/secret.ics", "/.../outside/secret.ics",
    ],
    "disguises": [
        f"{PLAN}%2fstation.ics", f"{PLAN}%2Fstation.ics", f"{PLAN}%5cstation.ics", f"{PLAN}\\station.ics",
        f"{PLAN}/station.ics%00", f"{PLAN}/station.ics%00.html", f"{PLAN}/station.ics%0a", f"{PLAN}/station.ics%0d%0aX:y",
        f"{PLAN}/station.ics%7f", f"{PLAN}/station.ics%1b[31m", f"{PLAN}/sta%0tion.ics", f"{PLAN}/station.ics%",
        f"{PLAN}/station.ics%2", f"{PLAN}/station.ics%zz", f"{PLAN}/station%252eics", f"{PLAN}/station.ics%20",
        f"{PLAN}/station.ics.", f"{PLAN}/station.ics::$DATA", f"{PLAN}/station.ics;x=1", f"{PLAN}/STATION.ICS ",
        f"{PLAN}/%ff%fe", f"{PLAN}/%ed%a0%80", f"{PLAN}/" + "a" * 300, f"{PLAN}/" + "a/" * 2000 + "x",
        f"{PLAN}/index.html/", "/index.html/index.html",
    ],
}
ADDRESSES = [
    pytest.param(address, id=f"{reason}: {address[:60]!a}") for reason, some in NEVER_SERVED.items() for address in some
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_is_as_if_it_were_not_there(server, address):
    # As it stands: clients would tidy it up before they send it.
    answer = wire.ask(server.port, target=address)
    assert answer.status in MISSING, answer
    assert not any(secret in answer.body for secret in INSIDE)
    assert answer["ETag"] is None


def test_what_must_not_be_found_looks_like_what_is_not_there(ask):
    missing = ask(target=f"{PLAN}/nothing.ics")
    seen = [field for field in missing.fields if field[0].lower() != "date"]
    for address in (
        f"{PLAN}/releases/0001.json", f"{PLAN}/releases/9999.json", f"{PLAN}/production/{site_folder.OWNER}.ics",
        f"{PLAN}/.hidden.ics", f"{PLAN}/link-out.ics", f"{PLAN}/pipe.ics",
        f"{PLAN}/themes/", f"{PLAN}/..x",
    ):
        answer = ask(target=address)
        assert answer.body == missing.body, address
        assert [field for field in answer.fields if field[0].lower() != "date"] == seen, address


@pytest.mark.parametrize(
    "target",
    ["*", "", "station.ics", "x/../..", "?", "#", "http://", "http://lich.example.vn", "//", "https:///etc/passwd",
     "ftp://lich.example.vn/x", "javascript:alert(1)", "lich.example.vn:443", "/ /x", "\x01", "/\x00", "/\x7f", "/é" * 9],
)
def test_targets_that_are_no_path_do_no_harm(server, target):
    with wire.Connection(server.port) as connection:
        connection.send(wire.request(target=target))
        try:
            answer = connection.answer()
        except wire.Torn:
            return  # Closed without a word.
    assert answer.status in {200, 301, 400, 404, 405}, answer
    if answer.status == 200:
        assert answer.body == wire.ask(server.port, target="/").body, "that is not the list of all plans"
    else:
        assert not any(secret in answer.body for secret in INSIDE)


def test_the_absolute_form_is_its_path_whatever_host_it_names(ask):
    plain = ask()
    for host in "lich.example.vn", "evil.example:1", "127.0.0.1":
        answer = ask(target=f"http://{host}{PLAN}/station.ics?x")
        assert (answer.status, answer.body) == (200, plain.body)
    for address in f"{PLAN}/releases/0001.json", "/../outside/secret.ics", f"{PLAN}/.hidden.ics":
        assert ask(target=f"http://lich.example.vn{address}").status in MISSING


@pytest.mark.parametrize(
    "host", ["a b", "x/../..", "[::1", "lich.example.vn:port", "a" * 5000, "\u0111\u00e0i.vn", "<script>", "..", ""]
)
def test_a_host_of_nonsense_changes_nothing(server, host):
    answer = wire.ask(server.port, target=f"{PLAN}", host=host)
    assert answer.status in {301, 400}
    assert answer.status == 400 or answer["Location"] == f"{PLAN}/"
    assert b"script" not in answer.body


def test_what_cannot_even_be_opened_is_not_served(own_server, own_site):
    path = own_site / site_folder.PLAN / "socket.ics"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
        for name in "socket.ics", "link-nowhere.ics":
            answer = wire.ask(own_server.port, target=f"{PLAN}/{name}")
            assert answer.status in own_server.statuses_of_dead_ends


def test_a_link_that_takes_a_files_or_a_folders_place_is_not_followed(own_server, own_site):
    plan = own_site / site_folder.PLAN
    secret = own_site.parent / "outside"
    for _ in range(3):
        assert wire.ask(own_server.port, target=f"{PLAN}/station.ics").status == 200
    (plan / "station.ics").unlink()
    (plan / "station.ics").symlink_to(secret / "secret.ics")
    assert wire.ask(own_server.port, target=f"{PLAN}/station.ics").status == 404
    # The very same files, by way of a link to where their folder now is.
    assert wire.ask(own_server.port, target=f"{PLAN}/themes/law.ics").status == 200
    (plan / "themes").rename(secret / "themes")
    (plan / "themes").symlink_to(secret / "themes")
    assert wire.ask(own_server.port, target=f"{PLAN}/themes/law.ics").status == 404
    plan.rename(secret / "plan")
    plan.symlink_to(secret / "plan")
    # Without a plan that is no link, ours is not ready.
    assert wire.ask(own_server.port, target=f"{PLAN}/all.ics").status in {404, 503}
