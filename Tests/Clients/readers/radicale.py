"""Radicale, a server of calendars: it takes a file, keeps it event by event, and gives it back."""

import base64
import contextlib
import pathlib
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

import programs
from readers import icalendar_library

NAME = "Radicale"
KEEPS = icalendar_library.KEEPS

# Any name will do where no password is asked for.
CREDENTIALS = base64.b64encode(b"reader:").decode()
# A proxy of the machine has nothing to do with a server on it.
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def events(path):
    """The events of a file, as the server gives them back."""
    with running() as address:
        calendar = f"{address}/reader/calendar/"
        send("PUT", calendar, pathlib.Path(path).read_bytes())
        return icalendar_library.read(send("GET", calendar))


def send(method, address, body=None):
    """Sends a request and returns the body of the answer."""
    headers = {"Authorization": f"Basic {CREDENTIALS}", "Content-Type": "text/calendar; charset=utf-8"}
    request = urllib.request.Request(address, data=body, headers=headers, method=method)
    with OPENER.open(request, timeout=60) as answer:
        return answer.read()


@contextlib.contextmanager
def running():
    """Runs a server over an empty folder, and gives its address."""
    with tempfile.TemporaryDirectory() as folder:
        address = f"127.0.0.1:{free_port()}"
        process = subprocess.Popen(
            [
                programs.TOOLS / "radicale", "--config", "", "--hosts", address,
                "--auth-type", "none", "--storage-filesystem-folder", folder,
            ],
            env=programs.environment_of(folder),
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for(process, f"http://{address}/.web/")
            yield f"http://{address}"
        finally:
            process.terminate()
            process.wait(60)


def free_port():
    """A port that nobody listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(process, address):
    """Waits until a server answers, whatever it answers."""
    for _ in range(600):
        try:
            OPENER.open(address, timeout=60).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            if process.poll() is not None:
                raise programs.Failed(f"radicale ended with {process.returncode}") from None
            time.sleep(0.1)
    raise programs.Failed("radicale does not answer")
