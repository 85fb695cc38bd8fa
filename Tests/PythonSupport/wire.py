"""HTTP/1.1 over a socket, byte by byte: what is sent is sent as it is, and what comes is held to the grammar."""

import dataclasses
import re
import socket
import time

STATUS_LINE = re.compile(rb"HTTP/1\.([01]) ([1-5]\d\d) ([\t\x20-\x7e]*)")
FIELD = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t\x20-\x7e]*?)[ \t]*")


class Torn(Exception):
    """An answer ended before it was whole, or is none."""


@dataclasses.dataclass(frozen=True)
class Answer:
    """An answer, whole."""

    status: int
    fields: list
    body: bytes

    def __getitem__(self, name):
        """The value of a header field; None where it is not there, and an error where it is there twice."""
        values = self.all(name)
        assert len(values) <= 1, f"{name} is there {len(values)} times: {values}"
        return values[0] if values else None

    def all(self, name):
        """All values of a header field."""
        return [value for key, value in self.fields if key.lower() == name.lower()]

    @property
    def is_last(self):
        """Whether the server says that it closes the connection."""
        return (self["Connection"] or "").lower() == "close"


class Connection:
    """A connection to a server.

    port    -- the server's port
    timeout -- seconds after which a server that says nothing is an error
    receive -- bytes that the system keeps of what was not read yet; None for its own choice
    """

    def __init__(self, port, timeout=15, receive=None):
        self.socket = socket.socket()
        if receive:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive)
        self.socket.settimeout(timeout)
        self.socket.connect(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.socket.close()

    def send(self, data):
        """Sends bytes; a server that has closed the connection by then is no error, as its answer may be there."""
        try:
            self.socket.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def ask(self, method="GET", target="/", fields=(), version="HTTP/1.1", host="lich.example.vn"):
        """Sends a request and reads the answer to it.

        fields -- pairs of names and values, or a dictionary
        """
        self.send(request(method, target, fields, version, host))
        return self.answer(method)

    def answer(self, method="GET"):
        """Reads the next answer; `method` is that of the request.

        raises Torn where the connection ends before the answer does, or what comes is none
        """
        while b"\r\n\r\n" not in self.buffer:
            if not self._receive():
                raise Torn(f"the connection ended in a head: {self.buffer!r}")
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        line, *lines = head.split(b"\r\n")
        matched = STATUS_LINE.fullmatch(line)
        if not matched:
            raise Torn(f"no status line: {line!r}")
        status = int(matched[2])
        fields = []
        for line in lines:
            field = FIELD.fullmatch(line)
            if not field:
                raise Torn(f"no header field: {line!r}")
            fields.append((field[1].decode(), field[2].decode()))
        answer = Answer(status, fields, b"")
        if answer["Transfer-Encoding"] is not None:
            raise Torn("an answer of unknown length")
        if method == "HEAD" or status == 304 or status < 200:
            return answer
        return dataclasses.replace(answer, body=self._body(answer))

    def ends(self, within=15):
        """Waits until the server closes the connection, and says whether it does; what comes is thrown away."""
        deadline = time.monotonic() + within
        while (left := deadline - time.monotonic()) > 0:
            self.socket.settimeout(left)
            try:
                if not self._receive():
                    return True
            except TimeoutError:
                break
            self.buffer = b""
        return False

    def _body(self, answer):
        length = answer["Content-Length"]
        if length is None:
            while self._receive():
                pass
            body, self.buffer = self.buffer, b""
            return body
        if not re.fullmatch("[0-9]+", length):
            raise Torn(f"no length: {length!r}")
        length = int(length)
        while len(self.buffer) < length:
            if not self._receive():
                raise Torn(f"{len(self.buffer)} of {length} bytes")
        body, self.buffer = self.buffer[:length], self.buffer[length:]
        return body

    def _receive(self):
        try:
            data = self.socket.recv(1 << 18)
        except ConnectionResetError:
            data = b""
        self.buffer += data
        return bool(data)


def request(method="GET", target="/", fields=(), version="HTTP/1.1", host="lich.example.vn"):
    """The bytes of a request without a body."""
    pairs = list(fields.items() if isinstance(fields, dict) else fields)
    if host is not None:
        pairs.insert(0, ("Host", host))
    lines = [f"{method} {target} {version}", *(f"{name}: {value}" for name, value in pairs)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "surrogateescape")


def ask(port, method="GET", target="/", fields=(), **more):
    """Sends one request over a connection of its own, and returns the answer."""
    with Connection(port) as connection:
        return connection.ask(method, target, fields, **more)
