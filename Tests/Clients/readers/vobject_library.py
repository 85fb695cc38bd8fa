"""vobject, the library of Radicale and of many a server."""

import pathlib

import vobject

from event import EVERYTHING, Event

NAME = "vobject"
KEEPS = EVERYTHING


def events(path):
    """The events of a file, which is also held against the library's own rules."""
    calendar = vobject.readOne(pathlib.Path(path).read_bytes().decode())
    calendar.validate(raiseException=True)

    def value(event, name):
        found = getattr(event, name, None)
        return found and found.value

    def number(text):
        return text and int(text)

    return [
        Event(
            uid=value(event, "uid"),
            title=value(event, "summary"),
            start=value(event, "dtstart"),
            end=value(event, "dtend"),
            status=value(event, "status"),
            sequence=number(value(event, "sequence")),
            changed=value(event, "last_modified"),
            text=value(event, "description"),
        )
        for event in calendar.vevent_list
    ]
