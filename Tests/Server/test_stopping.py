"""A server that is stopped ends what it has begun, and says so by its exit status."""

import signal
import threading
import time

import pytest
import site_folder
import wire
from serving.server import Limits

LARGE = f"/{site_folder.PLAN}/large.ics"
FEED = f"/{site_folder.PLAN}/station.ics"
# nginx ends what is under way on SIGQUIT, as its unit of systemd sends; SIGTERM is for a fast end.
GRACEFUL = {"lichsong-serve": [signal.SIGTERM, signal.SIGINT], "nginx": [signal.SIGQUIT]}


@pytest.fixture
def stopped_server(kind, site):
    with kind(site, Limits(head=2, idle=30, write=30)) as server:
        yield server


@pytest.mark.parametrize("which", [0, 1])
def test_what_is_under_way_ends_whole(stopped_server, site, which):
    signals = GRACEFUL[stopped_server.name]
    if which >= len(signals):
        pytest.skip("one signal does it")
    content = (site / LARGE[1:]).read_bytes()
    with wire.Connection(stopped_server.port, receive=1 << 16) as reader:
        reader.send(wire.request("GET", LARGE))
        assert reader.socket.recv(1), "it has begun"
        stopped_server.process.send_signal(signals[which])
        time.sleep(0.5)
        assert not stopped_server.is_dead()
        reader.buffer = b"H"
        assert reader.answer().body == content
    assert stopped_server.wait() == 0


def test_idle_connections_do_not_hold_it_up(stopped_server):
    idle = [wire.Connection(stopped_server.port) for _ in range(50)]
    for connection in idle[::2]:
        assert connection.ask("GET", FEED).status == 200
    start = time.monotonic()
    stopped_server.process.send_signal(GRACEFUL[stopped_server.name][0])
    assert stopped_server.wait() == 0
    assert time.monotonic() - start < 20
    assert all(connection.ends(5) for connection in idle)
    with pytest.raises(OSError):
        wire.Connection(stopped_server.port)


@pytest.mark.ours("nginx waits for as long as its limits on slow clients say")
def test_a_client_that_stops_reading_does_not_hold_it_up(stopped_server):
    with wire.Connection(stopped_server.port, receive=4096) as reader:
        reader.send(wire.request("GET", LARGE))
        assert reader.socket.recv(1)
        assert stopped_server.stop() == 0


def test_a_restart_at_the_same_address_is_no_gap_for_long(stopped_server):
    failures = []
    over = threading.Event()

    def poll():
        while not over.is_set():
            try:
                answer = wire.ask(stopped_server.port, "GET", FEED)
                if answer.status != 200:
                    failures.append(answer)
            except (OSError, wire.Torn):
                time.sleep(0.01)  # Refused, or closed before a word: clients try again.

    poller = threading.Thread(target=poll)
    poller.start()
    try:
        for _ in range(2):
            with stopped_server.unreachable():
                pass
    finally:
        over.set()
        poller.join()
    assert not failures
    assert wire.ask(stopped_server.port, "GET", FEED).status == 200
