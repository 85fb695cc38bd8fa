"""The server that clients subscribe to: lichsong-serve, over the exports of one release after the other."""

import contextlib
import dataclasses
import http.client
import pathlib
import re
import shutil
import tempfile
import uuid

from serving import LichSongServe

LINE = re.compile(r'\S+ \S+ (?P<method>\S+) (?P<status>\d+) \d+ [\d.]+ "(?P<path>[^"]*)" "(?P<agent>[^"]*)"')


@dataclasses.dataclass(frozen=True)
class Request:
    """What a client asked for, and the status of the answer."""

    method: str
    path: str
    status: int
    agent: str


class FeedServer(LichSongServe):
    """Serves the exports of a plan until it is closed; it can be made to be out of order.

    release -- the folder of the exports that it serves first
    """

    def __init__(self, release):
        self._site = pathlib.Path(tempfile.mkdtemp(prefix="site-"))
        self._plan = release.name
        self.publish(release)
        super().__init__(self._site / "exports")

    @property
    def feeds_url(self):
        """The address of the plan's feeds, the same after every start."""
        return f"{self.base_url}{self._plan}/"

    def publish(self, release):
        """Puts the exports of another release in the place of those that it serves."""
        served = self._site / "exports" / self._plan
        shutil.rmtree(served, ignore_errors=True)
        shutil.copytree(release, served)

    @contextlib.contextmanager
    def not_ready(self):
        """Has nothing to serve for a while, like a server whose volume is not there yet."""
        away = self._site / "away"
        self.exports.rename(away)
        try:
            yield
        finally:
            away.rename(self.exports)

    @property
    def is_open(self):
        """Whether it answers."""
        return not self.is_dead()

    @property
    def requests(self):
        """What clients have asked for until now, from its log."""
        own = str(uuid.uuid4())
        if self.is_open:
            # The log is written after a while: all is there that stands before a request of ours.
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
            connection.request("GET", "/healthz", headers={"User-Agent": own})
            connection.getresponse().read()
            connection.close()
            assert self.log_of(own), f"the log does not tell of a request: {self.words()}"
        lines = (LINE.fullmatch(line.decode()) for line in self.log())
        requests = (
            Request(line["method"], line["path"], int(line["status"]), line["agent"]) for line in lines
        )
        return [request for request in requests if request.path != "/healthz"]

    def close(self):
        super().close()
        shutil.rmtree(self._site)
