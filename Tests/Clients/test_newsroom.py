"""What the tests' releases do to events: a client that gets them right has seen every kind of change."""

import datetime

from ledger import published_events


def by_uid(exports):
    return {event.uid.split(".", 1)[1]: event for event in published_events(exports, "all.ics")}


def changed(before, after, *fields):
    """The events in both of which any of some fields differs."""
    return {
        uid
        for uid in before.keys() & after.keys()
        if any(getattr(before[uid], field) != getattr(after[uid], field) for field in fields)
    }


def test_the_second_release_holds_every_kind_of_change(releases):
    first, second = by_uid(releases[0]), by_uid(releases[1])
    moved = {"page.5@lichsong"} | {
        f"segment.4{airing}@lichsong" for airing in ("", ".airing.1", ".airing.2")
    }
    assert changed(first, second, "start") == moved
    assert changed(first, second, "status") == {"talk.5@lichsong"}
    assert second["talk.5@lichsong"].status == "CANCELLED"
    assert second["talk.5@lichsong"].title.startswith("[HỦY] ")
    assert changed(first, second, "title") > {"talk.5@lichsong", "page.6@lichsong"}
    assert second.keys() - first.keys() == {"page.11@lichsong"}
    assert first.keys() <= second.keys()
    # A version is counted for each change that a reader sees, and for no other.
    assert changed(first, second, "sequence") == changed(first, second, "start", "title", "text")
    assert len(changed(first, second, "changed")) < len(first) / 2


def test_whole_days_and_hours_past_midnight_are_among_them(releases):
    events = by_uid(releases[1]).values()
    assert any(not isinstance(event.start, datetime.datetime) for event in events)
    assert any(event.end.date() > event.start.date() for event in events if hasattr(event.start, "hour"))


def test_the_third_publish_changes_no_byte_and_the_fourth_drops_what_is_over(releases):
    second, third, fourth = releases[1:]
    for feed in second.rglob("*.ics"):
        assert (third / feed.relative_to(second)).read_bytes() == feed.read_bytes()
    assert by_uid(third).keys() - by_uid(fourth).keys() == {"talk.5@lichsong"}
    assert changed(by_uid(third), by_uid(fourth), "start", "title", "text", "changed") == set()
