"""The folder of exports that the servers of the tests serve."""

import os
import pathlib
import shutil

import programs

PLAN = "kien-giang-2024"
OWNER = "so-noi-vu"
# A year before the tests: nothing that is asked for was written just now.
LONG_AGO = 1_700_000_000
PAGE = "<!doctype html>\n<html lang=vi><title>Lịch</title>\n"


def publish(exports):
    """Publishes the real plan to a folder."""
    programs.run(
        programs.LICHSONG, "publish", programs.CHECKOUT / "calendars" / PLAN, "--yes",
        "--exports", exports, "--now", "2023-12-01T00:00:00Z", "--from", "2024-01-01",
    )


def furnish(exports):
    """Adds what every kind of answer needs, and what nobody may get at."""
    exports = pathlib.Path(exports)
    plan = exports / PLAN
    for page in exports / "index.html", plan / "index.html":
        if not page.exists():
            page.write_text(PAGE)
    for name, text in {
        "agenda.txt": "Lịch phát sóng\n",
        "report.md": "# Báo cáo\n",
        "report.csv": "mục,số\n",
        "data.bin": "\0\1",
        "Ngày lễ.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        "empty.txt": "",
        ".hidden.ics": "hidden",
        ".git/config": "hidden",
        "themes/.hidden/x.ics": "hidden",
        "themes/releases/x.ics": "hidden",
        "themes/production/x.ics": "hidden",
    }.items():
        path = plan / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, newline="")
    # More than sockets keep of what is not read.
    (plan / "large.ics").write_bytes(b"X-LARGE:" + bytes(range(65, 91)) * 900_000)
    (exports / ".htpasswd").write_text("hidden")
    outside = exports.parent / "outside"
    (outside / "folder").mkdir(parents=True)
    for path in outside / "secret.ics", outside / "folder/secret.ics":
        path.write_text("outside")
    (plan / "link-out.ics").symlink_to(outside / "secret.ics")
    (plan / "link-within.ics").symlink_to("station.ics")
    (plan / "link-nowhere.ics").symlink_to("nothing.ics")
    (plan / "link-folder").symlink_to(outside / "folder")
    (plan / "link-themes").symlink_to("themes")
    (exports / "link-plan").symlink_to(PLAN)
    (plan / "link-ledger.ics").symlink_to("releases/0001.json")
    os.mkfifo(plan / "pipe.ics")
    (plan / "folder.ics").mkdir()
    age(exports)


def age(folder):
    """Dates all files of a folder long ago."""
    for path in pathlib.Path(folder).rglob("*"):
        if not path.is_symlink():
            os.utime(path, (LONG_AGO, LONG_AGO))


def files(exports):
    """The addresses and bytes of all that a publish wrote for everybody."""
    exports = pathlib.Path(exports)
    return {
        f"/{path.relative_to(exports)}": path.read_bytes()
        for path in sorted(exports.rglob("*"))
        if path.is_file() and not {"releases", "production"} & set(path.relative_to(exports).parts)
    }


def copy(exports, target):
    """A copy of a folder of exports, with its links, pipes and dates."""
    def duplicate(source, goal):
        if pathlib.Path(source).is_fifo():
            os.mkfifo(goal)
        else:
            shutil.copy2(source, goal, follow_symlinks=False)

    shutil.copytree(pathlib.Path(exports).parent, target, symlinks=True, copy_function=duplicate)
    return pathlib.Path(target) / pathlib.Path(exports).name
