"""A plan that is published again and again, with all that can happen to an event."""

import pathlib
import shutil

import programs

PLAN = pathlib.Path(__file__).with_name("plan.yaml")


class Newsroom:
    """A folder with a plan, whose every publish is kept: `exports/1`, `exports/2`, ...

    Nothing depends on today's date: each publish says when it is, and from when it may plan.
    """

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.plan = self.folder / "plan"
        self.plan.mkdir()
        shutil.copy(PLAN, self.plan)
        self.published = []

    def edit(self, old, new):
        """Replaces a piece of the plan that is there exactly once."""
        path = self.plan / "plan.yaml"
        text = path.read_text()
        assert text.count(old) == 1, old
        path.write_text(text.replace(old, new))

    def ban(self, series, day, why):
        """Records that no issue of a series appears on a day."""
        self._run("ban", self.plan, series, day, "--why", why)

    def publish(self, now, start="2024-05-01"):
        """Publishes the plan and returns the folder of its exports, which later publishes leave alone."""
        self._run("publish", self.plan, "--yes", "--now", now, start=start)
        copy = self.folder / "published" / str(len(self.published) + 1)
        shutil.copytree(self.folder / "exports", copy)
        self.published.append(copy / "kien-giang-2024")
        return self.published[-1]

    def _run(self, *arguments, start="2024-05-01"):
        programs.run(
            programs.LICHSONG, *arguments, "--exports", self.folder / "exports", "--from", start
        )


def the_year(folder):
    """Publishes four times.

    1. The first release.
    2. Events are moved (with their further airings, and a page), changed in their words, cancelled and new.
    3. Nothing changed.
    4. The day of the cancelled event is long over: it leaves the feed.
    """
    newsroom = Newsroom(folder)
    newsroom.publish("2024-04-01T01:00:00Z")
    newsroom.ban("segment", "2024-08-11", "Trực tiếp lễ khai mạc; đổi giờ")
    newsroom.ban("page", "2024-07-16", "Bảo trì máy in")
    newsroom.ban("talk", "2024-09-05", "Khách mời bận")
    newsroom.edit("aim: 6", "aim: 5")
    newsroom.edit("aim: 10", "aim: 11")
    newsroom.edit("title: Giảm nghèo bền vững,", 'title: "Giảm nghèo bền vững; không tái nghèo",')
    newsroom.publish("2024-04-15T01:00:00Z")
    newsroom.publish("2024-04-16T01:00:00Z")
    newsroom.publish("2024-10-20T01:00:00Z", start="2024-10-20")
    return newsroom
