"""Waiting for programs that do not say when they are done."""

import time
import urllib.parse

from programs import wait_until


class Answered:
    """Whether a server has answered for each of some feeds since this was made."""

    def __init__(self, server, addresses):
        self.server, self.seen = server, len(server.requests)
        self.paths = {urllib.parse.urlsplit(address).path for address in addresses}

    def __call__(self):
        return self.paths <= {request.path for request in self.server.requests[self.seen :]}


class Unchanged:
    """Whether a value has stayed the same for some seconds."""

    def __init__(self, value, seconds):
        self.value, self.seconds = value, seconds
        self.last, self.since = value(), time.monotonic()

    def __call__(self):
        value = self.value()
        if value != self.last:
            self.last, self.since = value, time.monotonic()
        return time.monotonic() - self.since >= self.seconds


def settle(answered, value):
    """Waits for the answers, and then until what a program holds stays as it is.

    A program that cannot reach the server gets no answers: half a minute is time to try.
    """
    wait_until(answered, 240 if answered.server.is_open else 30)
    wait_until(Unchanged(value, 3), 60)
