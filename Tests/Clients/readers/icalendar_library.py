"""icalendar, the library that most Python programs read calendars with."""

import pathlib

import icalendar

from event import EVERYTHING, Event

NAME = "icalendar"
KEEPS = EVERYTHING


def events(path):
    """The events of a file.

    raises ValueError where the library complains of anything
    """
    return read(pathlib.Path(path).read_bytes())


def read(text):
    """The events of a calendar, as `events` has them of a file."""
    calendar = icalendar.Calendar.from_ical(text)
    if found := complaints(calendar):
        raise ValueError(found)
    return [event(component) for component in calendar.walk("VEVENT")]


def complaints(component):
    """What the library could not read and left out: of a component and all that it holds."""
    found = [f"{name}: {text}" for name, text in component.errors]
    return found + [text for child in component.subcomponents for text in complaints(child)]


def event(component):
    """An event in the terms of the tests."""

    def text(name):
        return str(component[name]) if name in component else None

    return Event(
        uid=text("UID"),
        title=text("SUMMARY"),
        start=component["DTSTART"].dt,
        end=component["DTEND"].dt,
        status=text("STATUS"),
        sequence=component.get("SEQUENCE"),
        changed=component["LAST-MODIFIED"].dt,
        text=text("DESCRIPTION"),
    )
