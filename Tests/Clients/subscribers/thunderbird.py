"""Thunderbird, without a screen."""

import contextlib
import datetime
import json
import os
import pathlib
import signal
import sqlite3
import subprocess

import programs
from event import Event
from subscribers.waiting import Answered, settle

PROGRAM = "/usr/bin/thunderbird"

# calICalendar's flag of an event that lasts whole days.
WHOLE_DAYS = 8

PREFERENCES = {
    "app.update.enabled": False,
    "calendar.timezone.local": "Asia/Ho_Chi_Minh",
    "datareporting.policy.dataSubmissionEnabled": False,
    "mail.shell.checkDefaultClient": False,
    "toolkit.telemetry.enabled": False,
}


class Thunderbird:
    """A profile that subscribes to feeds and keeps them in its cache, as the program proposes."""

    keeps = ("uid", "title", "start", "end", "status", "sequence", "changed", "text")
    revalidates = False

    def __init__(self, home, feeds, server):
        self.home = pathlib.Path(home)
        self.profile = self.home / "profile"
        self.profile.mkdir(parents=True)
        self.feeds = feeds
        self.server = server
        write_preferences(self.profile, PREFERENCES | subscriptions(feeds))

    def refresh(self):
        """Starts the program, which asks for every feed, and ends it once nothing more comes in."""
        answered = Answered(self.server, self.feeds.values())
        with running(self.profile, self.home, "--headless", MOZ_HEADLESS="1"):
            settle(answered, self._rows)

    def events(self, name):
        """What its cache holds of a feed."""
        rows, texts = self._rows()
        return [
            Event(
                uid=uid,
                title=title,
                start=moment(start, flags),
                end=moment(end, flags),
                status=status,
                sequence=int(texts[calendar, uid]["SEQUENCE"]),
                changed=moment(changed),
                text=texts[calendar, uid].get("DESCRIPTION"),
            )
            for calendar, uid, title, start, end, status, changed, flags in rows
            if calendar == name
        ]

    def _rows(self):
        cache = self.profile / "calendar-data/cache.sqlite"
        if not cache.exists():
            return [], {}
        try:
            with contextlib.closing(sqlite3.connect(cache)) as database:
                rows = database.execute(
                    "select cal_id, id, title, event_start, event_end, ical_status, last_modified,"
                    " flags from cal_events"
                ).fetchall()
                texts = {}
                for calendar, uid, key, value in database.execute(
                    "select cal_id, item_id, key, value from cal_properties"
                ):
                    texts.setdefault((calendar, uid), {})[key] = value
        except sqlite3.OperationalError:  # It is being made.
            return [], {}
        return rows, texts


def subscriptions(feeds):
    """The preferences of calendars on the network, by their identifiers and addresses."""
    preferences = {}
    for name, address in feeds.items():
        values = {"type": "ics", "uri": address, "name": name, "readOnly": True, "cache.enabled": True}
        preferences |= {f"calendar.registry.{name}.{key}": value for key, value in values.items()}
    return preferences


def write_preferences(profile, preferences):
    """Writes what a profile starts with."""
    text = "".join(
        # A value of JSON is one of JavaScript.
        f"user_pref({json.dumps(key)}, {json.dumps(value)});\n"
        for key, value in preferences.items()
    )
    pathlib.Path(profile, "user.js").write_text(text)


@contextlib.contextmanager
def running(profile, home, *arguments, **environment):
    """Runs the program for a while, in a process group of its own: it is several processes."""
    with open(pathlib.Path(home, "thunderbird.log"), "ab") as log:
        process = subprocess.Popen(
            [PROGRAM, "--no-remote", "--profile", str(profile), *arguments],
            env=programs.environment_of(home, **environment),
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def moment(microseconds, flags=0):
    """A time of the cache: microseconds since 1970 in UTC, of a whole day its midnight."""
    time = datetime.datetime.fromtimestamp(microseconds / 1_000_000, datetime.UTC)
    return time.date() if flags & WHOLE_DAYS else time
