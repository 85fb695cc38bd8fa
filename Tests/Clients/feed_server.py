"""A server of published calendars that clients can subscribe to over the loopback interface."""

import contextlib
import dataclasses
import email.utils
import hashlib
import http.server
import pathlib
import threading
import urllib.parse

CONTENT_TYPES = {".ics": "text/calendar; charset=utf-8", ".txt": "text/plain; charset=utf-8"}


@dataclasses.dataclass(frozen=True)
class Request:
    """What a client asked for, and the status of the answer."""

    method: str
    path: str
    status: int
    agent: str


class FeedServer:
    """Serves a folder until it is closed; it can be told to be out of order.

    The answers are those that the feeds' readers need: a strong ETag made from the bytes, 304 for a
    client that has them, 405 for the methods with which clients probe whether they may write, and 503
    rather than 404 or half a file where it is not ready.
    """

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.is_open = False
        self.is_ready = True
        self.requests = []
        self._port = 0
        self._server = None
        self.open()

    @property
    def base_url(self):
        """The address of the folder, the same after every `open`."""
        return f"http://127.0.0.1:{self._port}/"

    def open(self):
        """Answers from now on."""
        handler = type("Handler", (_Handler,), {"feeds": self})
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", self._port), handler)
        self._port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.is_open = True

    def close(self):
        """Refuses connections from now on."""
        self.is_open = False
        self._server.shutdown()
        self._server.server_close()

    @contextlib.contextmanager
    def unreachable(self):
        """Refuses connections for a while."""
        self.close()
        try:
            yield
        finally:
            self.open()

    @contextlib.contextmanager
    def not_ready(self):
        """Answers 503 for a while."""
        self.is_ready = False
        try:
            yield
        finally:
            self.is_ready = True

    def file(self, path):
        """The file behind the path of an address; None where there is none."""
        name = urllib.parse.unquote(urllib.parse.urlsplit(path).path).lstrip("/")
        file = (self.folder / name).resolve()
        return file if file.is_file() and file.is_relative_to(self.folder.resolve()) else None


def matches(header, etag):
    """Whether an If-None-Match header, with quoted, weak or listed tags or a star, names the tag."""
    tags = [tag.strip().removeprefix("W/") for tag in header.split(",")]
    return "*" in tags or etag in tags


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    feeds: FeedServer

    def do_GET(self):
        if not self.feeds.is_ready:
            return self._answer(503, {"Retry-After": "120"})
        file = self.feeds.file(self.path)
        if file is None:
            return self._answer(404)
        body = file.read_bytes()
        etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        headers = {
            "ETag": etag,
            "Last-Modified": email.utils.formatdate(file.stat().st_mtime, usegmt=True),
            "Cache-Control": "max-age=0, must-revalidate",
        }
        if matches(self.headers.get("If-None-Match", ""), etag):
            return self._answer(304, headers)
        headers["Content-Type"] = CONTENT_TYPES.get(file.suffix, "application/octet-stream")
        headers["Content-Disposition"] = f'inline; filename="{file.name}"'
        self._answer(200, headers, body)

    do_HEAD = do_GET

    def _refuse(self):
        # A body that is not read would be taken for the next request.
        self.close_connection = True
        self._answer(405, {"Allow": "GET, HEAD"})

    def __getattr__(self, name):
        # The base class looks for a `do_` method of the request's own name.
        if name.startswith("do_"):
            return self._refuse
        raise AttributeError(name)

    def _answer(self, status, headers=None, body=b""):
        self.feeds.requests.append(
            Request(self.command, self.path, status, self.headers.get("User-Agent", ""))
        )
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        pass
