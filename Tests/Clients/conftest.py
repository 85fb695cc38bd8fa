"""What the tests of clients share."""

import pathlib
import shutil
import signal
import sys

import pytest

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "PythonSupport")]

import programs  # noqa: E402
from feed_server import FeedServer  # noqa: E402
from publishing.newsroom import the_year  # noqa: E402


def pytest_configure(config):
    # The threads of a Swift test block signals, and every program that they start inherits that: a
    # program that a test ends would not hear of it.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, signal.valid_signals())
    config.addinivalue_line("markers", "packages: needs packages of the system (make client-packages)")


@pytest.fixture(scope="session")
def releases(tmp_path_factory):
    """The folders of a plan's exports, as each of its publishes left them: see `the_year`."""
    return the_year(tmp_path_factory.mktemp("newsroom")).published


@pytest.fixture(scope="session")
def real_plan(tmp_path_factory):
    """The exports of the real plan."""
    exports = tmp_path_factory.mktemp("real-plan")
    programs.run(
        programs.LICHSONG, "publish", programs.CHECKOUT / "calendars/kien-giang-2024", "--yes",
        "--exports", exports, "--now", "2023-12-01T00:00:00Z", "--from", "2024-01-01",
    )
    return exports / "kien-giang-2024"


@pytest.fixture
def server(releases):
    """A server that stands where the first release was just published."""
    server = FeedServer(releases[0])
    yield server
    server.close()


@pytest.fixture
def home(tmp_path):
    """A home for a program; nothing of it is left, as profiles are large."""
    folder = tmp_path / "home"
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)
