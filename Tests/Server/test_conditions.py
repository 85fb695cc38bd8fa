"""Conditional requests, in the order of RFC 9110, 13.2.2."""

import email.utils
import math
import os
import time

import programs
import pytest
import site_folder
import wire

FEED = f"{site_folder.PLAN}/station.ics"
MODIFIED = "Tue, 14 Nov 2023 22:13:20 GMT"
BEFORE = "Tue, 14 Nov 2023 22:13:19 GMT"


@pytest.fixture
def tag(ask):
    return ask()["ETag"]


def statuses(ask, conditions, tag):
    """The status that each condition gets, with TAG for the feed's tag."""
    return {
        condition: ask(fields=[(name, value.replace("TAG", tag)) for name, value in condition]).status
        for condition in conditions
    }


def test_who_has_the_bytes_gets_304_and_no_body(ask, tag):
    full = ask()
    for known in "TAG", "W/TAG", '"other", TAG', '"other",W/TAG , "x"', ' , ,TAG', "*", '"a,b", TAG':
        for method in "GET", "HEAD":
            answer = ask(method, fields={"If-None-Match": known.replace("TAG", tag)})
            assert (answer.status, answer.body) == (304, b""), known
            assert answer["Content-Type"] is None and answer["Content-Length"] is None
            for name in "ETag", "Last-Modified", "Cache-Control", "Content-Security-Policy":
                assert answer[name] == full[name], name


@pytest.mark.parametrize(
    "unknown",
    ['"other"', 'W/"other"', '"a", "b"', "other", '"', "W/", '"TAG', "**", "", '"*"', "X" * 4000, "\u1ec7"],
)
def test_who_has_other_bytes_gets_all_even_if_a_tag_makes_no_sense(ask, tag, unknown):
    assert ask(fields={"If-None-Match": unknown}).status == 200
    assert ask(fields={"If-None-Match": tag.strip('"')}).status == 200
    assert ask(fields={"If-None-Match": tag.upper() if tag != tag.upper() else tag.lower()}).status == 200


def test_a_304_leaves_the_connection_in_order(connect, tag):
    connection = connect()
    for _ in range(3):
        assert connection.ask(target=f"/{FEED}", fields={"If-None-Match": tag}).status == 304
        assert connection.ask(target=f"/{FEED}").status == 200


def test_a_date_counts_where_there_is_no_tag(ask, tag):
    expected = {
        (("If-Modified-Since", MODIFIED),): 304,
        (("If-Modified-Since", "Tuesday, 14-Nov-23 22:13:20 GMT"),): 304,
        (("If-Modified-Since", "Tue Nov 14 22:13:20 2023"),): 304,
        (("If-Modified-Since", BEFORE),): 200,
        (("If-Modified-Since", "yesterday"),): 200,
        (("If-Modified-Since", ""),): 200,
        (("If-None-Match", '"other"'), ("If-Modified-Since", MODIFIED)): 200,
        (("If-None-Match", "TAG"), ("If-Modified-Since", MODIFIED)): 304,
    }
    assert statuses(ask, expected, tag) == expected


@pytest.mark.ours("nginx wants both to hold, and sends the whole file where one does not: more bytes, no harm")
def test_a_tag_goes_before_a_date_and_is_found_in_any_of_its_fields(ask, tag):
    expected = {
        (("If-None-Match", "TAG"), ("If-Modified-Since", BEFORE)): 304,
        (("If-None-Match", "TAG"), ("If-Modified-Since", "yesterday")): 304,
        (("If-None-Match", '"other"'), ("If-None-Match", "TAG")): 304,
        (("If-None-Match", "TAG"), ("If-None-Match", '"other"')): 304,
    }
    assert statuses(ask, expected, tag) == expected


def test_what_must_be_as_it_was_is_412_otherwise(ask, tag):
    expected = {
        (("If-Match", "TAG"),): 200,
        (("If-Match", '"other", TAG'),): 200,
        (("If-Match", "*"),): 200,
        (("If-Match", '"other"'),): 412,
        (("If-Match", "W/TAG"),): 412,
        (("If-Match", "TAG"), ("If-None-Match", "TAG")): 304,
        (("If-Match", '"other"'), ("If-None-Match", "TAG")): 412,
        (("If-Unmodified-Since", MODIFIED),): 200,
        (("If-Unmodified-Since", BEFORE),): 412,
        (("If-Unmodified-Since", BEFORE), ("If-None-Match", "TAG")): 412,
    }
    assert statuses(ask, expected, tag) == expected


@pytest.mark.ours("nginx takes a date that it cannot read for one long ago")
def test_a_tag_that_must_match_goes_before_a_date(ask, tag):
    expected = {
        (("If-Match", "TAG"), ("If-Unmodified-Since", BEFORE)): 200,
        (("If-Match", '"other"'), ("If-Unmodified-Since", MODIFIED)): 412,
        (("If-Unmodified-Since", "yesterday"),): 200,
    }
    assert statuses(ask, expected, tag) == expected


def test_conditions_make_nothing_of_what_is_not_there(ask):
    for fields in {"If-None-Match": "*"}, {"If-Modified-Since": MODIFIED}:
        assert ask(target="/nothing.ics", fields=fields).status == 404
    assert ask("PUT", fields={"If-None-Match": "*"}).status == 405


@pytest.mark.ours("nginx makes its tags of size and second")
def test_other_bytes_of_the_same_size_and_time_have_another_tag(own_server, own_site):
    path = own_site / FEED
    first = wire.ask(own_server.port, target=f"/{FEED}")
    draft = path.with_name("draft")
    draft.write_bytes(first.body.swapcase())
    os.utime(draft, (site_folder.LONG_AGO, site_folder.LONG_AGO))
    draft.replace(path)
    answer = wire.ask(own_server.port, target=f"/{FEED}", fields={"If-None-Match": first["ETag"]})
    assert (answer.status, answer.body) == (200, first.body.swapcase())
    # Who asks with the old bytes again has their old tag: it is made of nothing else.
    draft.write_bytes(first.body)
    draft.replace(path)
    assert wire.ask(own_server.port, target=f"/{FEED}")["ETag"] == first["ETag"]


@pytest.mark.ours("nginx says the second in which a file was written, and takes another date for another file")
def test_the_date_is_left_out_as_long_as_another_publish_could_share_it(own_server, own_site):
    path = own_site / FEED
    path.with_name("draft").write_bytes(b"new")
    path.with_name("draft").replace(path)
    answer = wire.ask(own_server.port, target=f"/{FEED}")
    written = path.stat().st_mtime
    if time.time() < int(written) + 1:
        assert answer["Last-Modified"] is None
    said = programs.wait_until(lambda: wire.ask(own_server.port, target=f"/{FEED}")["Last-Modified"], 10)
    # Rounded up: what was changed within the second is not older than it says.
    assert email.utils.parsedate_to_datetime(said).timestamp() == math.ceil(written)


@pytest.mark.ours("nginx says the date of the file")
def test_the_date_never_goes_back(own_server, own_site):
    path = own_site / FEED
    dates = []
    for number, moment in enumerate([1_700_000_500, 1_700_000_000, 1_700_000_400, 1_700_000_900]):
        draft = path.with_name("draft")
        draft.write_bytes(b"%d" % number)
        os.utime(draft, (moment, moment))
        draft.replace(path)
        answer = wire.ask(own_server.port, target=f"/{FEED}")
        assert answer.body == b"%d" % number
        if answer["Last-Modified"]:
            dates.append(email.utils.parsedate_to_datetime(answer["Last-Modified"]).timestamp())
        if dates:
            # Whoever has what was there before is told of the new, whatever the dates of the files.
            since = email.utils.formatdate(dates[0], usegmt=True)
            if number > 0 and not answer["Last-Modified"]:
                assert wire.ask(own_server.port, target=f"/{FEED}", fields={"If-Modified-Since": since}).status == 200
    assert dates == sorted(dates) and dates[-1] == 1_700_000_900
