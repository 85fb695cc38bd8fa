"""Radicale, the usual small server of calendars: it keeps each event in a file, and makes feeds of them."""

import base64
import socket

import programs
import wire
from serving.server import Server

OWNER = "reader"
# Any password will do where none is asked for.
CREDENTIALS = {"Authorization": "Basic " + base64.b64encode(f"{OWNER}:".encode()).decode()}


class Radicale(Server):
    """Radicale with its own settings, but for connections: it would take eight at a time."""

    name = "Radicale"

    def command(self):
        if not self.port:
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                self.port = probe.getsockname()[1]
        return [
            programs.TOOLS / "radicale", "--config", "", "--hosts", f"127.0.0.1:{self.port}",
            "--auth-type", "none", "--storage-filesystem-folder", self.folder / "collections",
            # Its log of requests: one line as they come, one as they go.
            "--logging-level", "info", "--server-max-connections", "10000",
        ]

    def is_listening(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=5).close()
            return True
        except ConnectionRefusedError:
            return False

    @property
    def log_path(self):
        return self.errors

    def put(self, name, content):
        """Puts a calendar in, and returns its address."""
        target = f"/{OWNER}/{name}/"
        with wire.Connection(self.port, timeout=60) as connection:
            fields = {
                **CREDENTIALS, "Content-Type": "text/calendar; charset=utf-8", "Content-Length": str(len(content)),
            }
            connection.send(wire.request("PUT", target, fields) + content)
            answer = connection.answer("PUT")
        if answer.status not in {200, 201, 204}:
            raise programs.Failed(f"Radicale does not take {name}: {answer.status} {answer.body!r}")
        return target
