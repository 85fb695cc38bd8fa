"""Libraries and programs that take a calendar as a file: what they make of every file we publish."""

import pytest

from event import differences
from ledger import published_events
from readers import (
    calcurse,
    ical_library,
    icalendar_library,
    ics_library,
    khal,
    radicale,
    recurring_library,
    vobject_library,
)

READERS = [
    icalendar_library,
    recurring_library,
    ical_library,
    ics_library,
    vobject_library,
    khal,
    radicale,
    pytest.param(calcurse, marks=pytest.mark.packages),
]


def name_of(reader):
    return getattr(reader, "NAME", None)


@pytest.fixture(params=["the real plan", "changed"])
def exports(request, releases, real_plan):
    """A folder of exports: of the real plan, or of one with moved, changed and cancelled events."""
    return real_plan if request.param == "the real plan" else releases[1]


@pytest.mark.parametrize("reader", READERS, ids=name_of)
def test_a_reader_takes_every_file_and_shows_what_was_published(reader, exports):
    feeds = sorted(path.relative_to(exports).as_posix() for path in exports.rglob("*.ics"))
    assert {"all.ics", "newspaper.ics", "station.ics"} <= set(feeds)
    found = {}
    for feed in feeds:
        published = published_events(exports, feed)
        assert published, f"{feed} is empty"
        found[feed] = differences(published, reader.events(exports / feed), reader.KEEPS)
    assert found == {feed: [] for feed in feeds}
