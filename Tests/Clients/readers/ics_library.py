"""ics, a library for people."""

import pathlib

import ics

from event import Event

NAME = "ics"
KEEPS = ("uid", "title", "start", "end", "status", "changed", "text")


def events(path):
    """The events of a file."""
    calendar = ics.Calendar(pathlib.Path(path).read_bytes().decode())
    return [
        Event(
            uid=event.uid,
            title=event.name,
            start=event.begin.date() if event.all_day else event.begin.datetime,
            end=event.end.date() if event.all_day else event.end.datetime,
            status=event.status,
            changed=event.last_modified.datetime,
            text=event.description,
        )
        for event in calendar.events
    ]
