"""ical, the library of Home Assistant: the strictest of them."""

import pathlib

from ical.calendar_stream import IcsCalendarStream

from event import EVERYTHING, Event

NAME = "ical"
KEEPS = EVERYTHING


def events(path):
    """The events of a file; the library raises on whatever is not in order."""
    calendar = IcsCalendarStream.calendar_from_ics(pathlib.Path(path).read_bytes().decode())
    return [
        Event(
            uid=event.uid,
            title=event.summary,
            start=event.dtstart,
            end=event.dtend,
            status=event.status and event.status.value,
            sequence=event.sequence,
            changed=event.last_modified,
            text=event.description,
        )
        for event in calendar.events
    ]
