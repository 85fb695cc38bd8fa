"""A plan that changes with every publish."""

import ctypes
import datetime
import os
import pathlib
import shutil
import time

import programs
from publishing.newsroom import PLAN

PLAN_ID = "kien-giang-2024"
FIRST = datetime.datetime(2024, 4, 1, tzinfo=datetime.UTC)
RENAME_EXCHANGE = 2
AT_FDCWD = -100


class Publisher:
    """Publishes by the program itself, and keeps what each release holds.

    What the feeds hold changes with each release: the words of a theme, in the same number of bytes, and days
    that are banned and allowed again.
    """

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.exports = self.folder / "exports"
        self.plan = self.folder / "plan"
        self.plan.mkdir()
        self._text = PLAN.read_text()
        self.releases = []
        # How many publishes have begun and ended: what a reader may see, and what it must see at least.
        self.begun = 0
        self.ended = 0

    def publish(self):
        """Publishes the next release."""
        number = self.begun + 1
        self.plan.joinpath("plan.yaml").write_text(self._plan(number))
        self.begun = number
        programs.run(
            programs.LICHSONG, "publish", self.plan, "--yes", "--force", "--exports", self.exports,
            "--from", "2024-05-01", "--now", f"{FIRST + datetime.timedelta(hours=number):%Y-%m-%dT%H:%M:%SZ}",
        )
        page = self.exports / "index.html"
        if not page.exists():
            page.write_text("<!doctype html>\n")
        self.ended = number
        self.releases.append(self._files())

    def wait_for_another_second(self):
        """Waits until what is written next has another second than what was written last."""
        newest = max(path.stat().st_mtime for path in self.exports.rglob("*"))
        while int(time.time()) <= int(newest):
            time.sleep(0.02)

    def exchange(self, times):
        """Exchanges the folder of the plan with a copy, and removes a feed from the old one at once, as a publish does.

        A publish takes longer to come to the feed: a reader meets the gap more often here.
        """
        libc = ctypes.CDLL(None, use_errno=True)
        folder, copy = self.exports / PLAN_ID, self.exports / ".copy"
        shutil.copytree(folder, copy, copy_function=os.link)
        names = [os.fsencode(copy), os.fsencode(folder)]
        feed, other = copy / "station.ics", folder / "station.ics"
        for _ in range(times):
            if libc.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE):
                raise OSError(ctypes.get_errno(), "renameat2")
            os.unlink(feed)
            time.sleep(0.001)
            os.link(other, feed)

    def _plan(self, number):
        text = self._text.replace("title: Giảm nghèo bền vững,", f"title: Giảm nghèo bền vững {number:04},")
        assert text != self._text
        return text if number % 2 else text.replace("aim: 10", "aim: 11")

    def _files(self):
        folder = self.exports / PLAN_ID
        paths = [*folder.glob("*.ics"), *folder.glob("themes/*.ics"), folder / "changes.atom", folder / "schedule.json"]
        return {f"/{path.relative_to(self.exports)}": path.read_bytes() for path in paths}
