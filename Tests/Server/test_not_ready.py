"""What is not ready answers 503: clients keep what they have. Thunderbird empties itself on a 404."""

import os
import shutil

import pytest
import site_folder
import wire

FEED = f"/{site_folder.PLAN}/station.ics"


def status(server, target=FEED, **more):
    answer = wire.ask(server.port, target=target, **more)
    if answer.status == 503:
        assert answer["Retry-After"] == "120"
        assert answer["Cache-Control"] == "no-store"
        assert answer["Content-Type"] == "text/plain; charset=utf-8"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["ETag"] is None
    return answer.status


def test_exports_that_are_removed_and_come_back(own_server, own_site):
    tag = wire.ask(own_server.port, target=FEED)["ETag"]
    away = own_site.with_name("away")
    own_site.rename(away)
    assert status(own_server) == 503
    assert status(own_server, "/") == 503
    assert status(own_server, fields={"If-None-Match": tag}) == 503
    assert status(own_server, fields={"If-None-Match": "*"}) == 503
    own_site.mkdir()
    assert status(own_server) == 503, "a volume that is not mounted yet is an empty folder"
    own_site.rmdir()
    away.rename(own_site)
    assert status(own_server) == 200
    assert status(own_server, fields={"If-None-Match": tag}) == 304


def test_a_start_before_the_exports_are_there(kind, workshop, site):
    exports = workshop / f"late-{kind.name}"
    with kind(exports) as server:
        assert status(server) == 503
        shutil.copytree(site, exports, ignore=shutil.ignore_patterns("pipe.ics", "large.ics"), symlinks=True)
        assert status(server) == 200


def test_exports_that_cannot_be_read(own_server, own_site):
    mode = own_site.stat().st_mode
    own_site.chmod(0)
    try:
        assert status(own_server) == 503
        assert status(own_server, "/") == 503
    finally:
        own_site.chmod(mode)
    assert status(own_server) == 200


@pytest.mark.parametrize("name", ["station.ics", "themes", ""])
def test_what_is_there_and_cannot_be_read(own_server, own_site, name):
    path = own_site / site_folder.PLAN / name
    target = f"/{site_folder.PLAN}/{name}"
    target = f"{target}/law.ics" if name == "themes" else target if name else FEED
    assert status(own_server, target) == 200
    mode = path.stat().st_mode
    path.chmod(0)
    try:
        if os.access(path, os.R_OK) and os.geteuid() != 0:
            pytest.skip("this user may read everything")
        assert status(own_server, target) == 503
        assert status(own_server, target, method="HEAD") == 503
    finally:
        path.chmod(mode)
    assert status(own_server, target) == 200


def test_a_feed_that_ended_is_404_as_long_as_others_are_there(own_server, own_site):
    (own_site / FEED[1:]).unlink()
    assert status(own_server) == 404
    assert status(own_server, f"/{site_folder.PLAN}/all.ics") == 200


def test_a_plan_that_is_gone_is_404_as_long_as_another_is_there(own_server, own_site):
    (own_site / site_folder.PLAN).rename(own_site / "another-plan")
    assert status(own_server) == 404
    assert status(own_server, "/another-plan/station.ics") == 200


def test_other_methods_are_refused_all_the_same(own_server, own_site):
    own_site.rename(own_site.with_name("away"))
    assert status(own_server, method="PUT") == 405


@pytest.mark.ours("nginx does not know of itself whether it is ready")
def test_its_health_is_that_of_the_exports(own_server, own_site):
    def health():
        answer = wire.ask(own_server.port, target="/healthz")
        assert answer["Cache-Control"] == "no-store"
        return answer.status, answer.body.strip()

    assert health() == (200, b"ok")
    own_site.rename(own_site.with_name("away"))
    code, reason = health()
    assert code == 503 and reason and b"/" not in reason
    own_site.mkdir()
    assert health()[0] == 503
    own_site.rmdir()
    own_site.with_name("away").rename(own_site)
    assert health() == (200, b"ok")
