"""Takes the picture of Thunderbird that the documents show: the real plan's feeds in June 2024.

usage: python Tests/Clients/picture PNG

Needs the packages that install-packages.sh lists. The places of the mouse and of windows are those of
Thunderbird 153 on the screen that is made for it.
"""

import contextlib
import datetime
import os
import pathlib
import subprocess
import sys
import tempfile
import time

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(FOLDER.parent), str(FOLDER.parents[1] / "PythonSupport")]

import programs  # noqa: E402
from feed_server import FeedServer  # noqa: E402
from ledger import newest_release  # noqa: E402
from picture import profile  # noqa: E402
from subscribers import thunderbird  # noqa: E402
from subscribers.waiting import Answered, wait_until  # noqa: E402

EXPORTS = programs.CHECKOUT / "exports/kien-giang-2024"
NOW = datetime.datetime(2024, 6, 3, 8, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
WIDTH, HEIGHT = 1440, 900

# Below the list's head, its first event.
FIRST_EVENT = (700, 176)
# Over days on which nothing is on.
DETAILS = {"x": 722, "y": 462, "width": 480, "height": 398}


def main(target):
    with tempfile.TemporaryDirectory() as home, screen() as display:
        server = FeedServer(EXPORTS)
        outlets = newest_release(EXPORTS)["plan"]["outlets"]
        feeds = {outlet["id"]: f"{server.feeds_url}{outlet['id']}.ics" for outlet in outlets}
        folder = profile.make(home, EXPORTS, outlets, feeds)
        answered = Answered(server, feeds.values())
        with thunderbird.running(
            folder, home, "-calendar",
            DISPLAY=display,
            LD_PRELOAD=build_clock(home),
            CLOCK_OFFSET=str(int(NOW.timestamp() - time.time())),
        ):
            wait_until(answered, 60)
            time.sleep(10)  # It says nowhere that everything is drawn.
            open_details(display)
            take(display, target)
        server.close()


@contextlib.contextmanager
def screen():
    """Runs a screen with a window manager, and gives its name."""
    reading, writing = os.pipe()
    with contextlib.ExitStack() as programs_to_end:
        programs_to_end.enter_context(
            running("Xvfb", "-displayfd", str(writing), "-nolisten", "tcp",
                    "-screen", "0", f"{WIDTH}x{HEIGHT}x24", pass_fds=[writing])
        )
        os.close(writing)
        with os.fdopen(reading) as numbers:
            display = f":{numbers.readline().strip()}"
        programs_to_end.enter_context(running("openbox", env=os.environ | {"DISPLAY": display}))
        yield display


@contextlib.contextmanager
def running(*command, **options):
    """Runs a program for a while."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(60)


def build_clock(folder):
    """Builds the library that sets a program's clock back."""
    library = f"{folder}/clock.so"
    programs.run("cc", "-shared", "-fPIC", "-O1", "-o", library, FOLDER / "clock.c")
    return library


def open_details(display):
    """Opens the first event, and puts its window where it hides no other."""

    def xdotool(*words):
        return programs.run("xdotool", *words, DISPLAY=display)

    xdotool("mousemove", *FIRST_EVENT, "click", "--repeat", 2, "--delay", 80, 1)
    time.sleep(5)
    window = xdotool("getactivewindow").strip()
    xdotool("windowsize", window, DETAILS["width"], DETAILS["height"])
    xdotool("windowmove", window, DETAILS["x"], DETAILS["y"])
    xdotool("mousemove", WIDTH - 1, HEIGHT - 1)
    time.sleep(3)


def take(display, target):
    """Takes the picture and makes the file small."""
    programs.run("import", "-window", "root", target, DISPLAY=display)
    programs.run("pngquant", "--force", "--skip-if-larger", "--output", target, "256", target)
    programs.run("optipng", "-quiet", "-strip", "all", target)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve())
