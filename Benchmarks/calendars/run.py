"""Writes and reads one calendar with each program in turn, and compares times and memory.

    python3 run.py RECORDS WORK --ours PROGRAM --libical PROGRAM --runs 15 --runs-of-icalendar 3

Every run is a process of its own. All must come to the same content: what each reads from what any
has written must be the records themselves, byte by byte; and ours and libical's own calls must write
the same lines, folded at other places at the most.
"""

import argparse
import filecmp
import itertools
import os
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def measure(command):
    """Runs a program; its seconds by the clock and of the processor, and its peak memory in MiB."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(map(str, command))} failed")
    seconds, processor = map(float, output.split())
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return seconds, processor, usage.ru_maxrss / unit


def unfolded(path):
    """The lines of a calendar without their folds, one at a time: this process stays small, since
    Linux counts its memory to that of its children."""
    line = b""
    with path.open("rb") as file:
        for physical in file:
            if physical.startswith(b" "):
                line += physical[1:].removesuffix(b"\r\n")
            else:
                yield line
                line = physical.removesuffix(b"\r\n")
    yield line


def check_content(programs, records, work):
    """Has each program read what each has written."""
    written = {name: work / f"{name}.ics" for name in programs}
    for name, program in programs.items():
        measure([*program, "write", records, written[name]])
    for reader, writer in itertools.product(programs, repeat=2):
        read = work / "read.txt"
        measure([*programs[reader], "read", written[writer], read])
        if not filecmp.cmp(read, records, shallow=False):
            sys.exit(f"{reader} reads something else from what {writer} has written")
    lines = map(unfolded, (written["ours"], written["libical"]))
    if any(ours != theirs for ours, theirs in itertools.zip_longest(*lines)):
        sys.exit("ours and libical write other lines")
    return written["ours"]


def table(task, runs):
    """The medians of each program, and their ratios to libical's."""
    middle = {
        name: [statistics.median(column) for column in zip(*results)] for name, results in runs.items()
    }
    print(f"\n| {task} | runs | seconds | processor | its ratio to libical | peak memory | its ratio |")
    print("|---|---|---|---|---|---|---|")
    for name, (seconds, processor, memory) in middle.items():
        print(
            f"| {name} | {len(runs[name])} | {seconds:.3f} | {processor:.3f} "
            f"| {processor / middle['libical'][1]:.2f} | {memory:.0f} MiB "
            f"| {memory / middle['libical'][2]:.2f} |"
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("records", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--ours", type=pathlib.Path, required=True)
    parser.add_argument("--libical", type=pathlib.Path, required=True)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--runs-of-icalendar", type=int, default=3)
    arguments = parser.parse_args()
    programs = {
        "ours": [arguments.ours],
        "libical": [arguments.libical],
        "icalendar": [sys.executable, HERE / "icalendar_times.py"],
    }
    calendar = check_content(programs, arguments.records, arguments.work)
    print(f"Every program reads the same from what every other has written: {calendar.stat().st_size:,} bytes.")
    for task, source in ("write", arguments.records), ("read", calendar):
        runs = {name: [] for name in programs}
        for round in range(arguments.runs):
            # Who begins changes from round to round.
            for name in sorted(programs, reverse=round % 2 == 1):
                if name == "icalendar" and round >= arguments.runs_of_icalendar:
                    continue
                runs[name].append(measure([*programs[name], task, source, arguments.work / "out"]))
        table(task, runs)


if __name__ == "__main__":
    main()
