"""Runs readers and publishes together, for a bounded time, and reports."""

import asyncio
import dataclasses
import threading
import time

from load.reader import Reader, Tally

# One reader in so many opens a new connection for each look.
NEW_CONNECTIONS = 5


@dataclasses.dataclass
class Report:
    """What came of a run."""

    readers: int
    seconds: float
    publishes: int
    answers: dict
    failures: dict
    reconnections: int
    bytes: int
    latencies: list
    faults: list

    def table(self):
        """The report for people."""
        answers = sum(self.answers.values())
        ordered = sorted(self.latencies) or [0]
        quantile = lambda part: ordered[min(len(ordered) - 1, int(part * len(ordered)))] * 1000  # noqa: E731
        rows = {
            "readers": f"{self.readers:,}",
            "seconds": f"{self.seconds:.1f}",
            "publishes": f"{self.publishes:,}",
            "answers": f"{answers:,} ({answers / self.seconds:,.0f} a second)",
            **{f"  {status}": f"{count:,}" for status, count in sorted(self.answers.items())},
            "bytes of bodies": f"{self.bytes:,}",
            "connections that had ended, and were made anew": f"{self.reconnections:,}",
            "torn, refused or never answered": ", ".join(f"{n:,} {e}" for e, n in self.failures.items()) or "0",
            "milliseconds, readers included": "  ".join(
                f"{name} {quantile(part):.1f}" for name, part in (("p50", 0.5), ("p99", 0.99), ("p99.9", 0.999))
            ),
            "faults": f"{len(self.faults):,}",
        }
        width = max(map(len, rows))
        return "\n".join(
            [f"{name:<{width}}  {value}" for name, value in rows.items()] + [f"  {fault}" for fault in self.faults[:20]]
        )


def load(start_server, publisher, readers, seconds, interval=1.0, pause=0.5, publishes=1000):
    """Starts a server of a publisher's exports, and has readers poll while it goes on publishing.

    start_server -- makes the server of a folder
    interval     -- seconds between two looks of a reader
    pause        -- seconds between two publishes
    publishes    -- how many there are at most
    returns the Report
    """
    publisher.publish()
    tally = Tally()
    paths = list(publisher.releases[0])
    with start_server(publisher.exports) as server:
        everybody = [
            Reader(
                server.port, paths[number % len(paths)], interval, bool(number % NEW_CONNECTIONS), publisher, tally
            )
            for number in range(readers)
        ]
        over, failed = threading.Event(), []

        def publish():
            try:
                for _ in range(publishes):
                    if over.wait(pause):
                        return
                    if server.tags_are_of_seconds:
                        publisher.wait_for_another_second()
                    publisher.publish()
            except Exception as error:  # It is the report's to say.
                failed.append(f"a publish failed: {error}")

        thread = threading.Thread(target=publish)
        begin = time.monotonic()
        thread.start()
        try:
            asyncio.run(_poll(everybody, seconds))
        finally:
            over.set()
            thread.join()
        elapsed = time.monotonic() - begin
        if server.is_dead():
            failed.append("the server died")
    faults = failed + tally.observations.faults(publisher.releases)
    faults += [f"{count} times {error}" for error, count in tally.failures.items()]
    return Report(
        readers, elapsed, len(publisher.releases), dict(tally.observations.statuses()), dict(tally.failures),
        tally.reconnections, tally.bytes, tally.latencies, faults,
    )


async def _poll(readers, seconds):
    end = asyncio.get_running_loop().time() + seconds
    await asyncio.gather(*(reader.poll_until(end) for reader in readers))
