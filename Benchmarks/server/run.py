"""Asks servers for feeds as fast as they answer, by wrk, and compares rates and latencies.

    python3 run.py WORK --runs 7 --seconds 5 --connections 64

The servers have one core and wrk another. They take turns, and who begins changes from round to round; medians
of the rounds are shown. Each writes its log of requests. A run in which an answer failed, or in which answers
are longer or shorter than they were when they were held against the file, ends everything.
"""

import argparse
import contextlib
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "Tests/PythonSupport"))

import wire  # noqa: E402
from radicale_server import AUTHORIZATION, Radicale  # noqa: E402
from serving import LichSongServe, Nginx  # noqa: E402

PLAN = "kien-giang-2024"
FEEDS = ("station", "all")
MEASURES = ("rate", "by processor", "p50", "p99", "p99.9", "server", "wrk")
TICKS = os.sysconf("SC_CLK_TCK")


def measure(server, target, fields, length, arguments, core):
    """Runs wrk once.

    length -- the bytes of an answer, head and body
    returns the rate a second, latencies in microseconds, and the parts of a core that the server and wrk were at work
    """
    headers = [word for name, value in fields.items() for word in ("--header", f"{name}: {value}")]
    command = [
        "taskset", "--cpu-list", core, "wrk", "--threads", "1", "--connections", str(arguments.connections),
        "--duration", f"{arguments.seconds}s", "--timeout", "10s", "--script", str(HERE / "latency.lua"), *headers,
        f"{server.base_url.rstrip('/')}{target}",
    ]
    before = processor_seconds(server.process.pid)
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"wrk failed: {output}")
    result = json.loads(output.splitlines()[-1])
    if result["errors"] or not result["requests"]:
        sys.exit(f"{server.name}, {target}: {result['errors']} answers were no success, or did not come")
    # What was under way when the time was over is counted in bytes, and not as an answer.
    surplus = result["bytes"] - result["requests"] * length
    if not -0.02 * result["bytes"] <= surplus <= 0.02 * result["bytes"] + arguments.connections * length:
        sys.exit(f"{server.name}, {target}: {result['bytes']} bytes in {result['requests']} answers of {length}")
    result["server"] = (processor_seconds(server.process.pid) - before) / result["seconds"]
    result["by processor"] = result["rate"] / result["server"]
    result["wrk"] = (usage.ru_utime + usage.ru_stime) / result["seconds"]
    return result


def processor_seconds(process):
    """The seconds that a process and its children were at work, in all threads."""
    children = pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split()
    total = 0
    for one in [process, *children]:
        # The name, in brackets, may hold anything.
        fields = pathlib.Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def answer_length(server, target, fields):
    """The bytes of an answer to a kept connection, head and body."""
    with wire.Connection(server.port) as connection:
        connection.send(wire.request("GET", target, fields))
        answer = connection.answer()
    # The status line's words are of this length in all servers: "HTTP/1.1 200 OK", "HTTP/1.1 304 Not Modified".
    line = {200: 15, 304: 25}[answer.status]
    return line + sum(len(name) + len(value) + 4 for name, value in answer.fields) + 4 + len(answer.body)


def targets(server, feed, exports):
    """Where a server has a feed, and for each kind of question what is sent and how long the answer is.

    What is answered is held against the feed's own bytes.
    """
    if isinstance(server, Radicale):
        target, fields = f"/bench/{feed}/", {"Authorization": AUTHORIZATION}
        server.put(target, (exports / PLAN / f"{feed}.ics").read_bytes())
    else:
        target, fields = f"/{PLAN}/{feed}.ics", {}
    answer = wire.ask(server.port, target=target, fields=fields)
    assert answer.status == 200, answer
    if not isinstance(server, Radicale):
        assert answer.body == (exports / PLAN / f"{feed}.ics").read_bytes()
    known = fields | {"If-None-Match": answer["ETag"]}
    revalidates = wire.ask(server.port, target=target, fields=known).status == 304
    kinds = {"full": fields} | ({"304": known} if revalidates else {})
    return target, {kind: (fields, answer_length(server, target, fields)) for kind, fields in kinds.items()}


def table(title, results):
    """The medians of each server, and ours over theirs: by the clock, and by the time that the processor was at work."""
    middle = {
        name: {measure: statistics.median(run[measure] for run in runs) for measure in MEASURES}
        for name, runs in results.items()
    }
    ours = middle.get(LichSongServe.name)
    headings = [
        title, "requests a second", "ours over it", "a second of processor", "ours over it", "p50, ms", "p99, ms",
        "p99.9, ms", "the server's core", "wrk's core",
    ]
    print(f"\n| {' | '.join(headings)} |\n|{'---|' * len(headings)}")
    for name, values in middle.items():
        cells = [name]
        for measure in "rate", "by processor":
            ratio = f"{ours[measure] / values[measure]:.2f}" if ours else "-"
            cells += [f"{values[measure]:,.0f}", ratio]
        cells += [f"{values[measure] / 1000:.2f}" for measure in ("p50", "p99", "p99.9")]
        cells += [f"{values[measure]:.0%}" for measure in ("server", "wrk")]
        print(f"| {' | '.join(cells)} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--servers", nargs="*", default=["lichsong-serve", "nginx", "radicale"])
    arguments = parser.parse_args()
    cores = sorted(map(str, os.sched_getaffinity(0)), key=int)
    if len(cores) < 2:
        sys.exit("this takes two cores, one for the servers and one for wrk")
    exports = (arguments.work / "exports").resolve()
    shutil.rmtree(exports, ignore_errors=True)
    shutil.copytree(ROOT / "exports", exports)
    (exports / "index.html").touch()
    pinned = ["taskset", "--cpu-list", cores[0]]
    kinds = {kind.name: kind for kind in (LichSongServe, Nginx, Radicale)}
    with contextlib.ExitStack() as stack:
        servers = [
            stack.enter_context(kinds[name](exports, pinned=pinned, workers=1)) for name in arguments.servers
        ]
        print(
            f"{arguments.connections} connections, {arguments.runs} runs of {arguments.seconds} s; "
            f"the machine's load was {os.getloadavg()[0]:.1f} when they began."
        )
        for feed in FEEDS:
            asked = {server.name: targets(server, feed, exports) for server in servers}
            size = (exports / PLAN / f"{feed}.ics").stat().st_size
            for kind in "304", "full":
                able = [server for server in servers if kind in asked[server.name][1]]
                results = {server.name: [] for server in able}
                for turn in range(arguments.runs):
                    for server in able if turn % 2 else reversed(able):
                        target, questions = asked[server.name]
                        result = measure(server, target, *questions[kind], arguments, cores[1])
                        results[server.name].append(result)
                table(f"{feed}.ics, {size:,} bytes: {kind}", results)
        for server in servers:
            print(f"\n{server.name}: {server.memory():.0f} MiB of memory, {len(server.log()):,} lines of log")


if __name__ == "__main__":
    main()
