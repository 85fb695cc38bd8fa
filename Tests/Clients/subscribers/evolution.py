"""Evolution Data Server, which GNOME's calendars are made of."""

import contextlib
import datetime
import json
import pathlib
import subprocess
import urllib.parse

import programs
from event import Event
from subscribers.waiting import Answered, settle

SESSION = pathlib.Path(__file__).with_name("evolution_session.py")
# Its bindings belong to the system's Python.
PYTHON = "/usr/bin/python3"

SOURCE = """\
[Data Source]
DisplayName={name}
Enabled=true
Parent=webcal-stub

[Calendar]
BackendName=webcal

[Authentication]
Host={address.hostname}
Port={address.port}
Method=none

[Security]
Method=none

[WebDAV Backend]
ResourcePath={address.path}

[Refresh]
Enabled=false
"""


class Evolution:
    """A home with subscriptions; each refresh is a session of its own that ends with its bus."""

    keeps = ("uid", "title", "start", "end", "status", "sequence", "changed", "text")
    revalidates = True

    def __init__(self, home, feeds, server):
        self.home = home
        self.feeds = feeds
        self.server = server
        self.calendars = {}
        sources = pathlib.Path(home, ".config/evolution/sources")
        sources.mkdir(parents=True)
        for name, address in feeds.items():
            text = SOURCE.format(name=name, address=urllib.parse.urlsplit(address))
            (sources / f"{name}.source").write_text(text)

    def refresh(self):
        """Has every calendar refreshed, and waits for what comes of it."""
        answered = Answered(self.server, self.feeds.values())
        with self._session() as listing:
            settle(answered, listing)
            self.calendars = listing()

    def events(self, name):
        """What its cache held of a feed after the refresh."""
        times = ("start", "end", "changed")
        return [
            Event(**event | {field: moment(event[field]) for field in times})
            for event in self.calendars[name]
        ]

    @contextlib.contextmanager
    def _session(self):
        """Starts the service, and gives a function that asks it for all events."""
        with (
            open(pathlib.Path(self.home, "evolution.log"), "w+") as log,
            subprocess.Popen(
                ["dbus-run-session", "--", PYTHON, SESSION, *self.feeds],
                env=programs.environment_of(self.home, GSETTINGS_BACKEND="memory"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            ) as process,
        ):

            def listing():
                process.stdin.write("\n")
                process.stdin.flush()
                if answer := process.stdout.readline():
                    return json.loads(answer)
                log.seek(0)
                raise programs.Failed(f"the session ended: {log.read()}")

            yield listing


def moment(text):
    """A date or a time in UTC as iCalendar writes it."""
    if "T" not in text:
        return datetime.datetime.strptime(text, "%Y%m%d").date()
    return datetime.datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.UTC)
