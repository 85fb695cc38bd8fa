"""calcurse, another calendar for the terminal: from the system's packages."""

import datetime
import pathlib
import re
import tempfile
import zoneinfo

import programs
from event import Event

NAME = "calcurse"
# It keeps neither identities nor states: who takes a file in again has everything twice.
KEEPS = ("title", "start", "end", "text")

ZONE = zoneinfo.ZoneInfo("Asia/Ho_Chi_Minh")
APPOINTMENT = re.compile(r"(\S+ @ \S+) -> (\S+ @ \S+?)(?:>(\w+))? \|(.*)")
# A whole day has the number 1; one that is repeated day by day is an event of several days.
WHOLE_DAY = re.compile(r"(\S+) \[1\](?: \{1D -> (\S+)\})? ?(?:>(\w+) )?(.*)")


def events(path):
    """The events of a file, as calcurse wrote them down once it had taken it in."""
    with tempfile.TemporaryDirectory() as folder:
        programs.run("calcurse", "-q", "-D", folder, "-i", path, home=folder)
        lines = pathlib.Path(folder, "apts").read_text().splitlines()
        return [event(line, pathlib.Path(folder, "notes")) for line in lines]


def event(line, notes):
    """An event in the terms of the tests."""

    def note(name):
        # Below a line of its own, calcurse says what else it read.
        return (notes / name).read_text().split("\n-- \n")[0].removesuffix("\n") if name else None

    if found := APPOINTMENT.fullmatch(line):
        start, end, name, title = found.groups()
        return Event(title=title, start=time(start), end=time(end), text=note(name))
    if found := WHOLE_DAY.fullmatch(line):
        first, last, name, title = found.groups()
        end = day(last or first) + datetime.timedelta(days=1)
        return Event(title=title, start=day(first), end=end, text=note(name))
    raise ValueError(f"calcurse wrote {line!r}")


def time(text):
    return datetime.datetime.strptime(text, "%m/%d/%Y @ %H:%M").replace(tzinfo=ZONE)


def day(text):
    return datetime.datetime.strptime(text, "%m/%d/%Y").date()
