"""vdirsyncer, which brings feeds to the programs of the terminal."""

import contextlib
import pathlib

import programs
from readers import icalendar_library

PAIR = """
[pair {name}]
a = "{name}_feed"
b = "{name}_files"
collections = null

[storage {name}_feed]
type = "http"
url = "{address}"

[storage {name}_files]
type = "filesystem"
path = "{folder}"
fileext = ".ics"
"""


class Vdirsyncer:
    """A folder for each feed, with a file for each event."""

    # It makes identities of its own from what an event says.
    keeps = tuple(field for field in icalendar_library.KEEPS if field != "uid")
    revalidates = False

    def __init__(self, home, feeds, server):
        self.home = pathlib.Path(home)
        self.names = list(feeds)
        text = f'[general]\nstatus_path = "{self.home}/status"\n'
        for name, address in feeds.items():
            self.folder(name).mkdir(parents=True)
            text += PAIR.format(name=name, address=address, folder=self.folder(name))
        self.config = self.home / "config"
        self.config.write_text(text)
        self._run("discover")

    def folder(self, name):
        """Where it keeps the events of a feed."""
        return self.home / "calendars" / name

    def refresh(self):
        """Has every folder brought to the state of its feed."""
        with contextlib.suppress(programs.Failed):  # So it tells of a server that is away.
            self._run("sync")

    def events(self, name):
        """What the folder of a feed holds."""
        return [
            event
            for path in self.folder(name).glob("*.ics")
            for event in icalendar_library.events(path)
        ]

    def _run(self, command):
        programs.run(programs.TOOLS / "vdirsyncer", "--config", self.config, command, home=self.home)
