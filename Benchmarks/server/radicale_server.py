"""Radicale, a calendar server of Python, with feeds as its collections."""

import pathlib
import sys

import wire
from serving.nginx import free_port
from serving.server import Server

CONFIGURATION = """
[server]
hosts = 127.0.0.1:{port}
max_connections = {connections}
[auth]
type = none
[rights]
type = authenticated
[storage]
filesystem_folder = {folder}/collections
[logging]
level = info
[web]
type = none
"""


class Radicale(Server):
    """Radicale; a feed is the collection of its name."""

    name = "radicale"

    def command(self):
        self.port = self.port or free_port()
        path = self.folder / "config"
        path.write_text(CONFIGURATION.format(port=self.port, folder=self.folder, connections=1000))
        return [pathlib.Path(sys.executable).parent / "radicale", "--config", path]

    def is_listening(self):
        try:
            wire.ask(self.port, target="/.web/")
            return True
        except (OSError, wire.Torn):
            return False

    def put(self, path, content):
        """Makes a collection of a feed."""
        fields = {"Content-Type": "text/calendar", "Content-Length": str(len(content)), "Authorization": AUTHORIZATION}
        with wire.Connection(self.port, timeout=60) as connection:
            connection.send(wire.request("PUT", path, fields) + content)
            answer = connection.answer()
        assert answer.status == 201, answer

    @property
    def log_path(self):
        return self.errors


# Of a user `bench` without a password.
AUTHORIZATION = "Basic YmVuY2g6"
