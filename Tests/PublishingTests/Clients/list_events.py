"""Lists the events of iCalendar files as independent readers see them.

usage: list_events.py FIRST LAST FILE...

For each file and each reader one line of JSON: the reader, the file, the reader's complaints, and
the events that begin on a day from FIRST to LAST, as [start, end, uid, summary].
"""

import datetime
import json
import pathlib
import sys

import icalendar
import recurring_ical_events


def row(event):
    return [
        event["DTSTART"].dt.isoformat(),
        event["DTEND"].dt.isoformat(),
        str(event["UID"]),
        str(event["SUMMARY"]),
    ]


def complaints(component):
    found = [f"{name}: {text}" for name, text in component.errors]
    return found + [text for child in component.subcomponents for text in complaints(child)]


def main(first, last, paths):
    first, last = (datetime.date.fromisoformat(day) for day in (first, last))
    for path in paths:
        calendar = icalendar.Calendar.from_ical(pathlib.Path(path).read_bytes())
        whole = {
            "icalendar": calendar.walk("VEVENT"),
            "recurring-ical-events": recurring_ical_events.of(calendar).between(
                first, last + datetime.timedelta(days=1)
            ),
        }
        for reader, events in whole.items():
            print(
                json.dumps(
                    {
                        "reader": reader,
                        "file": pathlib.Path(path).name,
                        "complaints": complaints(calendar),
                        "events": sorted(row(event) for event in events),
                    }
                )
            )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
