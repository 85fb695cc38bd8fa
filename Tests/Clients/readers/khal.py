"""khal, a calendar for the terminal."""

import datetime
import json
import pathlib
import tempfile
import zoneinfo

import programs
from event import Event

NAME = "khal"
KEEPS = ("uid", "title", "start", "end", "status", "text")

ZONE = "Asia/Ho_Chi_Minh"
CONFIG = f"""
[calendars]
[[feed]]
path = {{folder}}/feed
type = calendar

[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M
longdatetimeformat = %Y-%m-%dT%H:%M
default_timezone = {ZONE}
local_timezone = {ZONE}

[sqlite]
path = {{folder}}/khal.db

[default]
default_calendar = feed
"""
FIELDS = ("uid", "title", "start-long", "end-long", "all-day", "status", "description")


def events(path):
    """The events of a file, once khal has taken it into a calendar of its own."""
    with tempfile.TemporaryDirectory() as folder:
        config = pathlib.Path(folder, "config")
        config.write_text(CONFIG.format(folder=folder))

        def khal(*arguments):
            return programs.run(programs.TOOLS / "khal", "--config", config, *arguments, home=folder)

        khal("import", "--batch", "--include-calendar", "feed", path)
        fields = [word for field in FIELDS for word in ("--json", field)]
        # `--once` shows an event of several days on its first alone.
        listed = khal("list", "--once", *fields, "2023-01-01", "2026-12-31")
    return [event(row) for day in listed.splitlines() for row in json.loads(day)]


def event(row):
    """An event in the terms of the tests: khal gives whole days by their last one."""
    start, end = row["start-long"], row["end-long"]
    if row["all-day"] == "True":
        start = datetime.date.fromisoformat(start)
        end = datetime.date.fromisoformat(end) + datetime.timedelta(days=1)
    else:
        zone = zoneinfo.ZoneInfo(ZONE)
        start, end = (datetime.datetime.fromisoformat(at).replace(tzinfo=zone) for at in (start, end))
    return Event(
        uid=row["uid"],
        title=row["title"],
        start=start,
        end=end,
        status=row["status"].strip(),
        text=row["description"],
    )
