"""Programs that the tests run."""

import os
import pathlib
import subprocess
import sys
import time

CHECKOUT = pathlib.Path(__file__).resolve().parents[2]
LICHSONG = pathlib.Path(os.environ.get("LICHSONG", CHECKOUT / ".build/release/lichsong"))
LICHSONG_SERVE = pathlib.Path(
    os.environ.get("LICHSONG_SERVE", CHECKOUT / ".build/release/lichsong-serve")
)
# Beside the Python that runs the tests stand the programs of its environment.
TOOLS = pathlib.Path(sys.executable).parent


class Failed(Exception):
    """A program ended with another status than 0."""


def run(*command, home=None, timeout=120, **environment):
    """Runs a program to its end.

    home        -- a folder that the program is to take for the user's home
    timeout     -- seconds after which it is given up
    environment -- further variables
    returns what it wrote to standard output
    raises Failed with what it wrote where it failed
    """
    outcome = subprocess.run(
        [str(word) for word in command],
        env=environment_of(home, **environment),
        capture_output=True,
        text=True,
        timeout=timeout,
    )
    if outcome.returncode != 0:
        raise Failed(f"{command[0]} ended with {outcome.returncode}: {outcome.stdout}{outcome.stderr}")
    return outcome.stdout


def environment_of(home=None, **more):
    """The variables for a program that must touch nothing of the person who runs the tests."""
    variables = {
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "TZ": "Asia/Ho_Chi_Minh",
        # Where a proxy is set, it is not asked for this machine.
        "NO_PROXY": "127.0.0.1",
        "no_proxy": "127.0.0.1",
    }
    if home is not None:
        variables |= {
            "HOME": str(home),
            "XDG_CONFIG_HOME": f"{home}/.config",
            "XDG_CACHE_HOME": f"{home}/.cache",
            "XDG_DATA_HOME": f"{home}/.local/share",
            "XDG_RUNTIME_DIR": f"{home}/.run",
        }
        pathlib.Path(home, ".run").mkdir(mode=0o700, parents=True, exist_ok=True)
    return variables | more


def wait_until(condition, limit, pause=0.25):
    """Looks again and again, for at most so many seconds, whether a condition holds.

    returns what the condition last was
    """
    deadline = time.monotonic() + limit
    while not (value := condition()) and time.monotonic() < deadline:
        time.sleep(pause)
    return value
