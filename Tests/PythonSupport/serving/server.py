"""What the servers have in common."""

import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile

import programs

START_LIMIT = 30
STOP_LIMIT = 30


class Server:
    """A program that serves a folder over the loopback interface until it is closed.

    exports -- the folder
    limits  -- a `Limits`; None for those that the program has by itself
    pinned  -- words before the command, such as those of taskset
    """

    name = "a server"
    # Answers that the program's own limits allow, where servers differ and RFC 9110 lets them.
    statuses_of_long_lines = {414}
    statuses_of_long_heads = {431}
    # Whether two publishes need a second between them, so that their files have tags of their own.
    tags_are_of_seconds = False
    # Of links that lead nowhere, and sockets.
    statuses_of_dead_ends = {404}

    def __init__(self, exports, limits=None, **options):
        self.exports = pathlib.Path(exports)
        self.limits = limits
        self.options = options
        self.port = 0
        self.process = None
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix=f"{self.name}-"))
        self.start()

    @property
    def base_url(self):
        """The address of the folder."""
        return f"http://127.0.0.1:{self.port}/"

    def start(self):
        """Starts the program, at the same port as before, and waits until it answers."""
        self.process = subprocess.Popen(
            [str(word) for word in _contained([*self.options.get("pinned", []), *self.command()])],
            stdin=subprocess.DEVNULL,
            stdout=open(self.output, "ab"),
            stderr=open(self.errors, "ab"),
            env=programs.environment_of(self.folder),
        )
        programs.wait_until(lambda: self.is_dead() or self.is_listening(), START_LIMIT, pause=0.01)
        if self.is_dead() or not self.is_listening():
            words = self.words()
            self.close()
            raise programs.Failed(f"{self.name} does not listen ({self.process.returncode}): {words}")

    def is_dead(self):
        return self.process.poll() is not None

    def stop(self, sign=signal.SIGTERM):
        """Ends the program with a signal, and returns its exit status."""
        self.process.send_signal(sign)
        return self.wait()

    def wait(self):
        """Waits until the program has ended, and returns its exit status."""
        try:
            return self.process.wait(STOP_LIMIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise programs.Failed(f"{self.name} does not end: {self.words()}") from None

    def close(self):
        """Ends the program whatever it does, and removes what it wrote."""
        if not self.is_dead():
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextlib.contextmanager
    def unreachable(self):
        """Refuses connections for a while."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    @property
    def output(self):
        return self.folder / "output"

    @property
    def errors(self):
        return self.folder / "errors"

    def words(self):
        """What the program has written anywhere: its log and its complaints."""
        return "".join(
            path.read_text(errors="backslashreplace")
            for path in (self.output, self.errors, self.log_path)
            if path.exists()
        )

    def log(self):
        """The lines of the log of requests, as bytes."""
        return self.log_path.read_bytes().splitlines() if self.log_path.exists() else []

    def log_of(self, agent, count=1, limit=10):
        """The lines of the requests of an agent, once there are as many as are awaited."""

        def lines():
            found = [line for line in self.log() if agent.encode() in line]
            return found if len(found) >= count else []

        return programs.wait_until(lines, limit, pause=0.05)

    def memory(self):
        """The resident memory of all its processes, in MiB."""
        pages = 0
        for process in [self.process.pid, *_children(self.process.pid)]:
            with contextlib.suppress(OSError):
                pages += int(pathlib.Path(f"/proc/{process}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGESIZE") / (1 << 20)


class Limits:
    """Deadlines that tests can wait for, and how many connections there may be.

    head, idle, write -- seconds for a whole head, until the next request, without a step forward in writing
    connections       -- how many connections are served at the same time
    """

    def __init__(self, head=10, idle=60, write=30, connections=10_000):
        self.head, self.idle, self.write, self.connections = head, idle, write, connections


def _contained(command):
    """The command, so that the program ends with the tests and may not read what it has no permission for."""
    if not shutil.which("setpriv"):
        return command
    words = ["setpriv", "--pdeathsig", "TERM"]
    if os.geteuid() == 0:
        words += ["--inh-caps", "-all", "--bounding-set", "-dac_override,-dac_read_search"]
    return [*words, *command]


def _children(process):
    with contextlib.suppress(OSError):
        return map(int, pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split())
    return []
