"""Publishes while readers read: what they get is of one release, whole, and the newest one at once."""

import pathlib
import shutil
import tempfile
import threading

import pytest
import wire
from load.observations import Observations
from load.publisher import Publisher
from load.run import load

PLAN = "kien-giang-2024"


@pytest.fixture
def publisher(workshop):
    folder = pathlib.Path(tempfile.mkdtemp(dir=workshop))
    folder.chmod(0o755)
    yield Publisher(folder)
    shutil.rmtree(folder)


def test_a_release_is_there_at_the_very_next_request(kind, publisher):
    publisher.publish()
    with kind(publisher.exports) as server, wire.Connection(server.port) as kept:
        tag = None
        for _ in range(3):
            if kind.tags_are_of_seconds:
                publisher.wait_for_another_second()
            publisher.publish()
            content = (publisher.exports / PLAN / "station.ics").read_bytes()
            answer = kept.ask(target=f"/{PLAN}/station.ics", fields={"If-None-Match": tag} if tag else {})
            assert (answer.status, answer.body) == (200, content)
            tag = answer["ETag"]
            again = wire.ask(server.port, target=f"/{PLAN}/station.ics", fields={"If-None-Match": tag})
            assert again.status == 304


@pytest.mark.ours("nginx makes its tags of size and second: two publishes of one second may share one")
def test_releases_of_one_second_have_tags_of_their_own(kind, publisher):
    publisher.publish()
    with kind(publisher.exports) as server:
        tags = set()
        for _ in range(4):
            publisher.publish()
            tags.add(wire.ask(server.port, target=f"/{PLAN}/station.ics")["ETag"])
        assert len(tags) == 4


def test_an_exchange_of_folders_takes_no_file_away(kind, publisher):
    """Folders are exchanged as a publish does it, hundreds of times a second: no reader may ever find nothing."""
    publisher.publish()
    with kind(publisher.exports) as server:
        over, answers = threading.Event(), []

        def poll():
            while not over.is_set():
                with wire.Connection(server.port) as connection:
                    # A server may end a connection after so many requests.
                    while not over.is_set() and not (answers and answers[-1].is_last):
                        answers.append(connection.ask(target=f"/{PLAN}/station.ics"))

        pollers = [threading.Thread(target=poll) for _ in range(4)]
        for poller in pollers:
            poller.start()
        try:
            publisher.exchange(2500)
        finally:
            over.set()
            for poller in pollers:
                poller.join()
        assert len(answers) > 100
        assert {answer.status for answer in answers} == {200}
        assert len({answer.body for answer in answers}) == 1


def test_two_hundred_readers_follow_some_releases(kind, publisher):
    report = load(
        lambda exports: kind(exports), publisher, readers=200, seconds=5, pause=0.4, publishes=6
    )
    assert report.faults == [], report.table()
    assert report.publishes >= 2 and report.answers[200] > 200 and report.answers[304] > 50, report.table()


def test_the_observations_could_fail():
    """The other tests could: what is torn, stale, of the future, under another tag or not there is found."""
    path, old, new, other = "/x/station.ics", b"old", b"new!", b"no release"
    releases = [{path: old}, {path: new}]
    cases = {
        "stale": [(path, 200, '"a"', old, 2, 2)],
        "not yet published": [(path, 200, '"a"', new, 1, 1)],
        "of no release": [(path, 200, '"a"', other, 1, 2)],
        "another tag": [(path, 200, '"a"', old, 1, 2), (path, 200, '"a"', new, 1, 2)],
        "not the tag of": [(path, 200, '"a"', old, 1, 1), (path, 304, '"a"', None, 2, 2)],
        "404": [(path, 404, None, b"", 1, 1)],
        "503": [(path, 503, None, b"", 1, 1)],
    }
    for fault, seen in cases.items():
        observations = Observations()
        for observation in seen:
            observations.add(*observation)
        faults = observations.faults(releases)
        assert len(faults) == 1 and fault in faults[0], (fault, faults)
    sound = Observations()
    sound.add(path, 200, '"a"', old, 1, 2)
    sound.add(path, 304, '"a"', None, 1, 2)
    sound.add(path, 200, '"b"', new, 1, 2)
    sound.add(path, 304, '"b"', None, 2, 2)
    assert sound.faults(releases) == []
