"""Programs that subscribe to feeds: what they hold after each publish, refreshing what they had."""

import dataclasses
import pathlib
import shutil

import pytest

from event import differences
from ledger import published_events
from subscribers.evolution import Evolution
from subscribers.thunderbird import Thunderbird
from subscribers.vdirsyncer import Vdirsyncer

FEEDS = ("all", "newspaper", "station")


@pytest.fixture(
    params=[
        Vdirsyncer,
        pytest.param(Evolution, marks=pytest.mark.packages),
        pytest.param(Thunderbird, marks=pytest.mark.packages),
    ],
    ids=lambda subscriber: subscriber.__name__,
)
def subscription(request, home, server, releases):
    """A program that has subscribed to the feeds and shows the first release."""
    feeds = {name: f"{server.feeds_url}{name}.ics" for name in FEEDS}
    subscription = Subscription(request.param(home, feeds, server), server)
    subscription.refresh()
    assert subscription.differences_from(releases[0]) == []
    return subscription


@dataclasses.dataclass
class Subscription:
    """A program and the server of its feeds."""

    program: object
    server: object

    def refresh(self):
        """Has the program look for news, and returns the statuses of the answers that it got."""
        seen = len(self.server.requests)
        self.program.refresh()
        return {request.status for request in self.server.requests[seen:]}

    def differences_from(self, exports):
        """What the program shows otherwise than it was published to a folder."""
        return [
            f"{name}: {sentence}"
            for name in FEEDS
            for sentence in differences(
                published_events(exports, f"{name}.ics"),
                self.program.events(name),
                self.program.keeps,
            )
        ]


def test_each_release_is_shown_and_nothing_else(subscription, server, releases):
    first, second, third, fourth = releases

    server.publish(second)
    assert 200 in subscription.refresh()
    assert subscription.differences_from(first), "the two releases look the same"
    assert subscription.differences_from(second) == []

    server.publish(third)
    assert subscription.refresh() == {304 if subscription.program.revalidates else 200}
    assert subscription.differences_from(second) == []

    server.publish(fourth)
    assert 200 in subscription.refresh()
    assert subscription.differences_from(fourth) == []


def test_a_server_that_is_away_or_not_ready_takes_nothing_away(subscription, server, releases):
    first, second, *_ = releases

    server.publish(second)
    with server.unreachable():
        assert subscription.refresh() == set()
        assert subscription.differences_from(first) == []
    with server.not_ready():
        assert subscription.refresh() == {503}
        assert subscription.differences_from(first) == []

    assert 200 in subscription.refresh()
    assert subscription.differences_from(second) == []


def test_a_ghost_and_a_lost_event_would_be_noticed(subscription, server, releases, tmp_path):
    """The other tests could fail: a feed that moves an event under another identity fails them."""
    damaged = pathlib.Path(shutil.copytree(releases[1], tmp_path / releases[1].name))
    feed = damaged / "newspaper.ics"
    text = feed.read_bytes()
    start = text.index(b"BEGIN:VEVENT", text.index(b"page.4@lichsong"))
    end = text.index(b"END:VEVENT\r\n", start) + len(b"END:VEVENT\r\n")
    moved = text[start:end]
    assert b"UID:kien-giang-2024.page.5@lichsong" in moved
    ghost = moved.replace(b"page.5@", b"page.99@").replace(b"20240709", b"20240716")
    feed.write_bytes(text[:end] + ghost.replace(b"20240710", b"20240717") + text[end:])
    server.publish(damaged)

    subscription.refresh()
    added = subscription.differences_from(releases[1])
    assert len(added) == 1 and added[0].endswith("was not published")

    feed.write_bytes(text[:start] + text[end:])
    server.publish(damaged)
    subscription.refresh()
    left_out = subscription.differences_from(releases[1])
    assert len(left_out) == 1 and left_out[0].endswith("is missing")
