"""lichsong-serve, our own server."""

import re

import programs
from serving.server import Server


class LichSongServe(Server):
    """lichsong-serve; it chooses its port itself the first time.

    tokens       -- the file with the tokens of private feeds
    behind_proxy -- whether it believes what a proxy says of the client
    """

    name = "lichsong-serve"

    def command(self):
        self._read_so_far = len(self._announcements())
        command = [programs.LICHSONG_SERVE, self.exports, "--host", "127.0.0.1", "--port", self.port]
        if self.limits:
            command += ["--head-timeout", self.limits.head, "--idle-timeout", self.limits.idle]
            command += ["--write-timeout", self.limits.write]
            command += ["--max-connections", self.limits.connections]
        if self.options.get("tokens"):
            command += ["--tokens", self.options["tokens"]]
        if self.options.get("behind_proxy"):
            command += ["--behind-proxy"]
        return command

    def is_listening(self):
        announced = self._announcements()[self._read_so_far :]
        if announced:
            self.port = int(announced[-1])
        return bool(announced)

    def _announcements(self):
        return re.findall(r"listening on http://127\.0\.0\.1:(\d+)/", self.words())

    @property
    def log_path(self):
        return self.output

    def log(self):
        return [line for line in super().log() if b"listening on" not in line]
