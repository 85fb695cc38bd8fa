"""Holds what read-calendars read against icalendar and recurring-ical-events.

usage: compare.py RESULTS    (the lines of JSON of read-calendars)

Writes how many calendars of each folder were read, refused and by which rules, and where the starts
differ from those of the other reader.
"""

import collections
import json
import os
import signal
import sys
from datetime import date, datetime, timezone

import icalendar
import recurring_ical_events


def start(value):
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.tzinfo:
        value = value.astimezone(timezone.utc)
    text = value.strftime("%Y-%m-%dT%H:%M:%S")
    return text[:-3] if text.endswith(":00") else text


def theirs(path):
    signal.alarm(5)
    try:
        with open(path, "rb") as file:
            calendars = icalendar.Calendar.from_ical(file.read(), multiple=True)
        if len(calendars) != 1:
            return None
        events = recurring_ical_events.of(calendars[0]).between(date(1990, 1, 1), date(2031, 1, 1))
        return sorted(start(event["DTSTART"].dt) for event in events)
    except Exception as error:
        return f"{type(error).__name__}: {error}"[:200]
    finally:
        signal.alarm(0)


def late(*_):
    raise TimeoutError("no answer in 5 s")


def main():
    signal.signal(signal.SIGALRM, late)
    counts = collections.defaultdict(collections.Counter)
    rules = collections.defaultdict(collections.Counter)
    for line in open(sys.argv[1]):
        found = json.loads(line)
        path = found["path"]
        suite = os.path.basename(os.path.dirname(path))
        if "starts" not in found:
            counts[suite]["refused"] += 1
            rules[suite].update(set(found.get("refused", ["unreadable"])))
            continue
        counts[suite]["read"] += 1
        other = theirs(path)
        ours = sorted(found["starts"])
        if not isinstance(other, list):
            counts[suite]["they refuse"] += 1
            print("THEY REFUSE", path, other)
        elif other != ours:
            counts[suite]["differ"] += 1
            less, more = collections.Counter(other), collections.Counter(ours)
            print("DIFFER", path, len(ours), len(other))
            print("   only ours  ", sorted((more - less).elements())[:6])
            print("   only theirs", sorted((less - more).elements())[:6])
        else:
            counts[suite]["agree"] += 1
    for suite in sorted(counts):
        print(suite, dict(counts[suite]), dict(rules[suite].most_common()))


main()
