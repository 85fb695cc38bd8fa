"""What Timefold reaches in some seconds, beside the best days.

    python timefold_run.py --lichsong PROGRAM PLAN...

A Markdown table: our whole process and its points, and those of Timefold's.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
SECONDS = (10, 30)


def timed(command):
    """What a command prints, and the seconds that it takes."""
    start = time.perf_counter()
    output = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return output, time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("plans", nargs="+", type=pathlib.Path)
    parser.add_argument("--lichsong", default=HERE / "../../.build/release/lichsong")
    arguments = parser.parse_args()
    heads = [f"Timefold, {seconds} s" for seconds in SECONDS]
    print("| plan | ours | whole process | " + " | ".join(f"{head} | whole process" for head in heads) + " |")
    print("|" + "---|" * (3 + 2 * len(SECONDS)))
    for plan in arguments.plans:
        command = [arguments.lichsong, "schedule", "--fresh", "--format", "json", plan]
        output, took = timed(command)
        cells = [plan.parent.name if plan.stem == "plan" else plan.stem]
        cells += [json.loads(output)["dates"]["points"], f"{took:.3f} s"]
        for seconds in SECONDS:
            output, took = timed([sys.executable, HERE / "timefold_dates.py", plan, str(seconds)])
            hard, points, broken = output.split()
            is_met = hard == "0" and broken == "0"
            cells += [points if is_met else f"{points}, {broken} limits broken", f"{took:.1f} s"]
        print("| " + " | ".join(map(str, cells)) + " |", flush=True)


if __name__ == "__main__":
    main()
