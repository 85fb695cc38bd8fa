"""Clients that are slow, stop in the middle, or only keep a connection: others are served all the while."""

import socket
import struct
import time

import pytest
import site_folder
import wire
from serving.server import Limits

FEED = f"/{site_folder.PLAN}/station.ics"
LARGE = f"/{site_folder.PLAN}/large.ics"
# How much longer than a deadline a busy machine may take to notice it.
PATIENCE = 10


def seconds_until_closed(connection, limit):
    start = time.monotonic()
    assert connection.ends(limit + PATIENCE), f"still open after {limit + PATIENCE} s"
    return time.monotonic() - start


def test_a_head_that_comes_byte_by_byte_is_given_up_as_a_whole(server, connect):
    """Each byte is a step forward, and all together are not: a deadline that begins anew with each would never come."""
    connection = connect()
    connection.socket.settimeout(0.02)
    start = time.monotonic()
    connection.send(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
    while (elapsed := time.monotonic() - start) < server.limits.head + PATIENCE:
        try:
            connection.socket.sendall(b"a")
            # An answer (408) or the end.
            if connection.socket.recv(4096) is not None:
                break
        except TimeoutError:
            continue
        except OSError:
            break
    assert server.limits.head * 0.9 <= elapsed < server.limits.head + PATIENCE


def test_a_head_that_stops_is_408_or_closed(server, connect):
    pieces = b"G", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: x\r\n", b"\r\n"
    connections = [connect() for _ in pieces]
    for connection, piece in zip(connections, pieces):
        connection.send(piece)
    for connection in connections:
        connection.socket.settimeout(server.limits.head + PATIENCE)
        try:
            assert connection.answer().status in {400, 408}
        except wire.Torn:
            pass
        assert connection.ends()


def test_a_head_in_pieces_within_the_deadline_is_answered(connect):
    connection = connect()
    data = wire.request("GET", FEED)
    for at in range(0, len(data), 7):
        connection.send(data[at : at + 7])
    assert connection.answer().status == 200


def test_a_connection_without_a_request_is_closed(server, connect):
    connection = connect()
    seconds_until_closed(connection, max(server.limits.idle, server.limits.head))


def test_a_connection_is_kept_until_it_is_idle_for_too_long(server, connect):
    connection = connect()
    for _ in range(3):
        assert connection.ask("GET", FEED).status == 200
        time.sleep(server.limits.idle / 4)
    assert seconds_until_closed(connection, server.limits.idle) >= server.limits.idle / 2


def test_a_reader_that_stops_is_given_up_and_costs_no_memory(server, connect):
    before = server.memory()
    readers = [connect(receive=4096) for _ in range(20)]
    for reader in readers:
        reader.send(wire.request("GET", LARGE))
    time.sleep(server.limits.write)
    # One copy of the file may be kept, not one for each reader.
    assert server.memory() - before < 120
    time.sleep(server.limits.write + 1)
    for reader in readers[:3]:
        with pytest.raises((wire.Torn, OSError)):
            reader.answer()


def test_a_reader_that_is_slow_but_reads_gets_everything(server, connect, site):
    reader = connect(receive=1 << 20)
    reader.send(wire.request("GET", LARGE, {"Connection": "close"}))
    content = (site / LARGE[1:]).read_bytes()
    received, start = bytearray(), time.monotonic()
    while data := reader.socket.recv(1 << 20):
        received += data
        if time.monotonic() - start < server.limits.write * 2:
            time.sleep(0.1)
    assert received.split(b"\r\n\r\n", 1)[1] == content


def test_a_client_that_leaves_in_the_middle_takes_nothing_with_it(server):
    for _ in range(100):
        connection = wire.Connection(server.port, receive=4096)
        connection.send(wire.request("GET", LARGE) * 2)
        # A reset instead of an end.
        connection.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()


def test_a_client_that_ends_its_half_gets_its_answer(connect, site):
    connection = connect()
    connection.send(wire.request("GET", FEED))
    connection.socket.shutdown(socket.SHUT_WR)
    assert connection.answer().body == (site / FEED[1:]).read_bytes()
    assert connection.ends()


def test_a_flood_of_connections_is_outlived(server, connect):
    """Three times as many as are allowed: they wait or are closed, and when they are gone all is as before."""
    flood = []
    for _ in range(3 * server.limits.connections):
        flood.append(connect())
    for connection in flood[::3]:
        connection.send(b"GET / HT")
    assert not server.is_dead()
    for connection in flood:
        connection.close()
    assert wire.ask(server.port, "GET", FEED).status == 200


@pytest.mark.ours("nginx closes the connection that waits longest instead")
def test_whoever_comes_when_all_places_are_taken_waits_for_one(kind, site):
    with kind(site, Limits(head=30, idle=30, write=30, connections=20)) as server:
        taken = [wire.Connection(server.port) for _ in range(20)]
        for connection in taken:
            assert connection.ask("GET", FEED).status == 200
        with wire.Connection(server.port, timeout=1) as late:
            late.send(wire.request("GET", FEED))
            with pytest.raises(TimeoutError):
                late.answer()
            for connection in taken:
                connection.close()
            late.socket.settimeout(PATIENCE)
            assert late.answer().status == 200


def test_connections_that_come_and_go_leave_nothing_open(server):
    for _ in range(500):
        with wire.Connection(server.port) as connection:
            connection.send(b"GET / HTTP/1.1\r\nHo")
    with wire.Connection(server.port) as connection:
        for _ in range(500):
            assert connection.ask("GET", FEED, {"If-None-Match": "*"}).status == 304
