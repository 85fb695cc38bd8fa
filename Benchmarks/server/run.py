"""Asks servers for feeds as fast as they answer, by wrk, and compares rates and latencies.

    python3 run.py WORK --runs 7 --seconds 5 --connections 64

The servers have one core and wrk another. They take turns, and who begins changes from round to round; medians
of the rounds are shown. Each writes its log of requests.
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
MEASURES = ("rate", "p50", "p99", "p99.9")


def measure(server, target, fields, arguments, core):
    """Runs wrk once; its rate a second and latencies in microseconds."""
    headers = [word for name, value in fields.items() for word in ("--header", f"{name}: {value}")]
    command = [
        "taskset", "--cpu-list", core, "wrk", "--threads", "1", "--connections", str(arguments.connections),
        "--duration", f"{arguments.seconds}s", "--script", str(HERE / "latency.lua"), *headers,
        f"{server.base_url.rstrip('/')}{target}",
    ]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(output.splitlines()[-1])


def targets(server, feed, exports):
    """Where a server has a feed, and what is sent with each request; checked to be the feed's own bytes."""
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
    return target, {"full": fields} | ({"304": known} if revalidates else {})


def table(title, results):
    """The medians of each server, and ours over theirs."""
    middle = {
        name: {measure: statistics.median(run[measure] for run in runs) for measure in MEASURES}
        for name, runs in results.items()
    }
    ours = middle[LichSongServe.name]["rate"] if LichSongServe.name in middle else None
    print(f"\n| {title} | requests a second | ours over it | p50, ms | p99, ms | p99.9, ms |")
    print("|---|---|---|---|---|---|")
    for name, values in middle.items():
        ratio = f"{ours / values['rate']:.2f}" if ours else "-"
        milliseconds = " | ".join(f"{values[measure] / 1000:.2f}" for measure in MEASURES[1:])
        print(f"| {name} | {values['rate']:,.0f} | {ratio} | {milliseconds} |")
        errors = sum(run["errors"] for run in results[name])
        if errors:
            print(f"\n{name}: {errors} answers were no success, or did not come.\n")


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
        for feed in FEEDS:
            asked = {server.name: targets(server, feed, exports) for server in servers}
            size = (exports / PLAN / f"{feed}.ics").stat().st_size
            for kind in "304", "full":
                able = [server for server in servers if kind in asked[server.name][1]]
                results = {server.name: [] for server in able}
                for turn in range(arguments.runs):
                    for server in able if turn % 2 else reversed(able):
                        target, fields = asked[server.name]
                        result = measure(server, target, fields[kind], arguments, cores[1])
                        results[server.name].append(result)
                table(f"{feed}.ics, {size:,} bytes: {kind}", results)
        for server in servers:
            print(f"\n{server.name}: {server.memory():.0f} MiB of memory, {len(server.log()):,} lines of log")


if __name__ == "__main__":
    main()
