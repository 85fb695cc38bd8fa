"""One plan, whole processes: ours beside those of the peers.

    python3 whole.py ../../calendars/kien-giang-2024/plan.yaml --limit 60
"""

import argparse
import pathlib
import statistics
import subprocess
import sys
import time

from run import HERE, PEERS


def seconds(command, runs):
    """The median time of a command, and what it printed."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        outcome = subprocess.run(command, capture_output=True, check=True, text=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times), outcome.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("plan", type=pathlib.Path)
    parser.add_argument("--limit", type=float, default=60, help="seconds for each stage of a peer")
    parser.add_argument("--lichsong", default=HERE / "../../.build/release/lichsong")
    arguments = parser.parse_args()
    ours, _ = seconds([arguments.lichsong, "schedule", "--fresh", "--format", "json", arguments.plan], 31)
    print(f"lichsong: {ours * 1000:.1f} ms")
    for peer in PEERS:
        command = [sys.executable, HERE / "alone.py", peer, arguments.plan, "--limit", str(arguments.limit)]
        theirs, said = seconds(command, 3)
        print(f"{peer}: {theirs:.2f} s, {theirs / ours:.0f} times ours: " + said.replace("\n", "; "))


if __name__ == "__main__":
    main()
