"""One run of wrk against a server, and what both needed of the processor."""

import dataclasses
import json
import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
TICKS = os.sysconf("SC_CLK_TCK")


@dataclasses.dataclass(frozen=True)
class Run:
    """What one run found.

    rate             -- answers a second
    p50, p99, p999   -- milliseconds from a request to the end of its answer
    server_processor -- the part of one core that the server was at work
    wrk_processor    -- the same of wrk
    """

    rate: float
    p50: float
    p99: float
    p999: float
    server_processor: float
    wrk_processor: float


class Unsound(Exception):
    """A run in which not every answer was what it had to be."""


def run(server, target, fields, answer_bytes, connections, seconds, core):
    """Asks a server for one thing, again and again.

    fields       -- the header fields of each request
    answer_bytes -- how long an answer is, head and body
    connections  -- how many ask at the same time, each for the next as soon as it has the last
    core         -- the core that wrk runs on
    raises Unsound where anything failed, or answers are of another length
    """
    command = [
        "taskset", "--cpu-list", str(core), "wrk", "--threads", "1", "--connections", str(connections),
        "--duration", f"{seconds}s", "--timeout", "10s", "--script", str(HERE / "report.lua"),
        *(f"--header={name}: {value}" for name, value in fields.items()),
        f"http://127.0.0.1:{server.port}{target}",
    ]
    before = processor_seconds(server.process.pid)
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    used = processor_seconds(server.process.pid) - before
    if status:
        raise Unsound(f"wrk ended with {status}: {output}")
    found = json.loads(output.splitlines()[-1])
    failures = {kind: found[kind] for kind in ("connect", "read", "write", "status", "timeout") if found[kind]}
    if failures or not found["requests"]:
        raise Unsound(f"{server.name}, {target}: {failures} beside {found['requests']} answers")
    # What was under way in the end is counted among the bytes, and not among the answers.
    length = found["bytes"] / found["requests"]
    if not answer_bytes * 0.98 <= length <= answer_bytes * 1.02 + 2 * connections * answer_bytes / found["requests"]:
        raise Unsound(f"{server.name}, {target}: answers of {length:.0f} bytes, and {answer_bytes} are right")
    return Run(
        rate=found["requests"] / found["seconds"],
        p50=found["p50"] / 1000,
        p99=found["p99"] / 1000,
        p999=found["p99.9"] / 1000,
        server_processor=used / found["seconds"],
        wrk_processor=(usage.ru_utime + usage.ru_stime) / found["seconds"],
    )


def processor_seconds(process):
    """The seconds that a process and its children were at work, in all threads."""
    total = 0
    for one in [process, *map(int, pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split())]:
        # The name, in brackets, may hold anything.
        fields = pathlib.Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS
