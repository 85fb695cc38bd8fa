"""nginx with the configuration that the documents give, docs/nginx.conf."""

import shutil
import socket

import programs
from serving.server import Server

CONFIGURATION = programs.CHECKOUT / "docs/nginx.conf"


class Nginx(Server):
    """nginx; whoever fills in docs/nginx.conf has the same, but for paths, the port and limits.

    upstream -- the port of a lichsong-serve for what is private
    workers  -- how many processes answer; one for each core without it
    """

    name = "nginx"
    # It has no status for long heads: 494 is its own, and clients see 400.
    statuses_of_long_heads = {400}
    tags_are_of_seconds = True
    # To nginx, what cannot be opened may not be read.
    statuses_of_dead_ends = {404, 503}

    @staticmethod
    def program():
        """Where nginx is; Debian keeps it where only root's PATH leads. None where it is not installed."""
        return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin")

    def command(self):
        self.port = self.port or free_port()
        self.configuration.write_text(self.filled_in())
        return [
            self.program(), "-p", self.folder, "-e", self.errors, "-c", self.configuration,
            "-g", "daemon off;",
        ]

    @property
    def configuration(self):
        return self.folder / "nginx.conf"

    def filled_in(self):
        """The text of the configuration, with this server's paths and limits."""
        text = CONFIGURATION.read_text()

        def fill_in(old, new):
            nonlocal text
            assert text.count(old) == 1, f"{CONFIGURATION} has {text.count(old)} times {old!r}"
            text = text.replace(old, new)

        fill_in("user www-data;", "user root;")
        fill_in("pid /run/nginx.pid;", f"pid {self.folder}/pid;")
        fill_in("error_log /var/log/nginx/error.log error;", f"error_log {self.errors} error;")
        fill_in("access_log /var/log/nginx/access.log ", f"access_log {self.log_path} ")
        fill_in("root /srv/lichsong/exports;", f"root {self.exports};")
        fill_in("    listen 80 default_server;\n", f"    listen 127.0.0.1:{self.port} default_server backlog=4096;\n")
        fill_in("    listen [::]:80 default_server;\n", "")
        fill_in("proxy_pass http://127.0.0.1:8080;", f"proxy_pass http://127.0.0.1:{self.options.get('upstream', 9)};")
        # Packages have these folders where only root can write.
        folders = "".join(
            f"  {module}_temp_path {self.folder}/{module};\n"
            for module in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        fill_in("\nhttp {\n", f"\nhttp {{\n{folders}")
        workers = 1 if self.limits else self.options.get("workers", "auto")
        fill_in("worker_processes auto;", f"worker_processes {workers};")
        if self.limits:
            fill_in("flush=1s", "flush=50ms")
            # The connection that listens and one for the signals of the master count.
            fill_in("worker_connections 10000;", f"worker_connections {self.limits.connections + 3};")
            fill_in("client_header_timeout 10s;", f"client_header_timeout {_milliseconds(self.limits.head)};")
            fill_in("keepalive_timeout 60s;", f"keepalive_timeout {_milliseconds(self.limits.idle)};")
            fill_in("send_timeout 30s;", f"send_timeout {_milliseconds(self.limits.write)};")
        return text

    def is_listening(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=5).close()
            return True
        except ConnectionRefusedError:
            return False

    @property
    def log_path(self):
        return self.folder / "requests"


def _milliseconds(seconds):
    return f"{round(seconds * 1000)}ms"


def free_port():
    """A port that nobody has; another program could take it before nginx does, and then nginx says so."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
