"""recurring-ical-events, which says what is on between two days."""

import pathlib

import icalendar
import recurring_ical_events

from readers import icalendar_library

NAME = "recurring-ical-events"
KEEPS = icalendar_library.KEEPS


def events(path):
    """The events of a file, wherever in two thousand years they are."""
    calendar = icalendar.Calendar.from_ical(pathlib.Path(path).read_bytes())
    return [icalendar_library.event(each) for each in recurring_ical_events.of(calendar).all()]
