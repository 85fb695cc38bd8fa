"""What the tests of servers share.

Every rule is asked of lichsong-serve and of nginx with docs/nginx.conf. Where a rule is of one alone, the test
says which (`ours`) and why.
"""

import pathlib
import shutil
import signal
import sys
import tempfile

import pytest

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "PythonSupport")]

import site_folder  # noqa: E402
import wire  # noqa: E402
from serving import LichSongServe, Nginx  # noqa: E402
from serving.server import Limits  # noqa: E402

SERVERS = [LichSongServe, Nginx]
# Long enough for what is whole, and short enough to be waited for.
SHORT = Limits(head=1, idle=2, write=1.5, connections=200)


def pytest_configure(config):
    # The threads of a Swift test block signals, and every program that they start inherits that.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, signal.valid_signals())
    config.addinivalue_line("markers", "ours(reason): a rule that only lichsong-serve can keep, and why")


def pytest_generate_tests(metafunc):
    if "kind" not in metafunc.fixturenames:
        return
    ours = metafunc.definition.get_closest_marker("ours")
    if ours:
        assert ours.args, "say why the rule is ours alone"
    kinds = [
        pytest.param(kind, marks=[] if installed else pytest.mark.skip(reason=f"{kind.name} is not installed"))
        for kind in ([LichSongServe] if ours else SERVERS)
        for installed in [kind is not Nginx or Nginx.program()]
    ]
    metafunc.parametrize("kind", kinds, ids=lambda kind: kind.name, scope="session")


@pytest.fixture(scope="session")
def workshop():
    """A folder of the session that every user may enter, which those of pytest are not."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="lichsong-server-tests-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def site(workshop):
    """The exports of the real plan, and beside them what nobody may get at; no test changes them."""
    exports = workshop / "site" / "exports"
    site_folder.publish(exports)
    site_folder.furnish(exports)
    return exports


@pytest.fixture(scope="session")
def shared_server(kind, site):
    """A server of the site, with limits that tests can reach."""
    with kind(site, SHORT) as server:
        yield server


@pytest.fixture
def server(shared_server):
    """A server of the site; after each test it must be alive and answer."""
    yield shared_server
    assert not shared_server.is_dead(), shared_server.words()
    answer = wire.ask(shared_server.port, "GET", f"/{site_folder.PLAN}/station.ics")
    assert answer.status == 200, shared_server.words()


@pytest.fixture
def ask(server):
    """Sends a request over a connection of its own, and returns the answer."""

    def ask(method="GET", target=f"/{site_folder.PLAN}/station.ics", fields=(), **more):
        return wire.ask(server.port, method, target, fields, **more)

    return ask


@pytest.fixture
def connect(server):
    """Opens connections that are closed when the test ends."""
    connections = []

    def connect(**options):
        connections.append(wire.Connection(server.port, **options))
        return connections[-1]

    yield connect
    for connection in connections:
        connection.close()


@pytest.fixture
def own_site(site, workshop):
    """A copy of the site that a test may change."""
    folder = pathlib.Path(tempfile.mkdtemp(dir=workshop))
    folder.chmod(0o755)
    yield site_folder.copy(site, folder / "copy")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def own_server(kind, own_site):
    """A server of a site that the test may change."""
    with kind(own_site, SHORT) as server:
        yield server
