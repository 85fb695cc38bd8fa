"""A reader that polls a feed."""

import asyncio
import collections
import random

from load.observations import Observations

TIMEOUT = 60


class Torn(Exception):
    """A connection ended within an answer."""


class Reader:
    """Polls one address with what it has, over one connection or a new one each time.

    port, path    -- where to look
    interval      -- seconds between two looks; the first is at any moment of the first interval
    keeps         -- whether it keeps its connection
    publisher     -- says which releases an answer may be of
    tally         -- what all readers together have seen
    """

    def __init__(self, port, path, interval, keeps, publisher, tally):
        self.port, self.path, self.interval, self.keeps = port, path, interval, keeps
        self.publisher, self.tally = publisher, tally
        self.tag = None
        self.streams = None

    async def poll_until(self, end):
        """Polls until a moment of the loop's clock."""
        clock = asyncio.get_running_loop().time
        moment = clock() + random.random() * self.interval
        while moment < end:
            await asyncio.sleep(moment - clock())
            await self._poll(clock)
            moment = max(moment + self.interval, clock())
        self._leave()

    async def _poll(self, clock):
        oldest = self.publisher.ended
        start = clock()
        try:
            async with asyncio.timeout(TIMEOUT):
                status, fields, body = await self._exchange()
        except (OSError, EOFError, Torn, ValueError, TimeoutError) as error:
            self.tally.failures[type(error).__name__] += 1
            self._leave()
            return
        self.tally.latencies.append(clock() - start)
        tag = self.tag if status == 304 else fields.get("etag")
        self.tally.observations.add(self.path, status, tag, body, oldest, self.publisher.begun)
        if status == 200:
            self.tag = tag
            self.tally.bytes += len(body)
        if not self.keeps or fields.get("connection", "").lower() == "close":
            self._leave()

    async def _exchange(self):
        is_new = self.streams is None
        try:
            return await self._exchange_once()
        except (ConnectionResetError, BrokenPipeError, asyncio.IncompleteReadError) as error:
            # A server may close a connection that is kept, and everybody asks again over a new one then.
            if is_new or getattr(error, "partial", b""):
                raise
            self._leave()
            self.tally.reconnections += 1
            return await self._exchange_once()

    async def _exchange_once(self):
        if self.streams is None:
            self.streams = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.streams
        known = f"If-None-Match: {self.tag}\r\n" if self.tag else ""
        keep = "" if self.keeps else "Connection: close\r\n"
        writer.write(
            f"GET {self.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: load\r\n{known}{keep}\r\n".encode()
        )
        lines = (await reader.readuntil(b"\r\n\r\n")).decode("ascii").split("\r\n")
        fields = {name.lower(): value.strip() for name, value in (line.split(":", 1) for line in lines[1:-2])}
        status = int(lines[0].split()[1])
        if status == 304:
            return status, fields, None
        try:
            return status, fields, await reader.readexactly(int(fields["content-length"]))
        except asyncio.IncompleteReadError as error:
            raise Torn(f"{len(error.partial)} of {error.expected} bytes") from None

    def _leave(self):
        if self.streams:
            self.streams[1].close()
            self.streams = None


class Tally:
    """What readers have seen together."""

    def __init__(self):
        self.observations = Observations()
        self.latencies = []
        self.failures = collections.Counter()
        self.reconnections = 0
        self.bytes = 0
