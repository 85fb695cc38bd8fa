"""How our time grows as one thing is doubled at a time: a Markdown table for each family.

    python3 grow.py FOLDER
"""

import argparse
import json
import pathlib
import statistics
import subprocess

from generate import FamilyPlan, write_family
from report import table
from run import HERE

VARIANTS = 5


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path, help="where the plans are written")
    parser.add_argument("--families", nargs="+", choices=FamilyPlan.STEPS, default=list(FamilyPlan.STEPS))
    parser.add_argument("--limit", type=float, default=10)
    parser.add_argument("--solver-times", default=HERE / ".build/release/solver-times")
    arguments = parser.parse_args()
    for name in arguments.families:
        write_family(arguments.folder, name, VARIANTS)
        rows = []
        for step in FamilyPlan.STEPS[name]:
            plans = sorted(arguments.folder.glob(f"{name}-{step:03d}-*.yaml"))
            command = [arguments.solver_times, "--time-limit", str(arguments.limit), *plans]
            output = subprocess.run(command, capture_output=True, check=True, text=True).stdout
            entries = [json.loads(line) for line in output.splitlines()]
            dates = statistics.median(entry["dates"]["least"] for entry in entries)
            whole = statistics.median(entry["whole"]["least"] for entry in entries)
            issues = statistics.median(len(entry["issues"]) for entry in entries)
            proven = sum(entry["status"] == "optimal" for entry in entries)
            rows.append(
                [step, issues, f"{dates * 1000:.2f}", f"{(whole - dates) * 1000:.2f}", f"{proven} of {len(entries)}"]
            )
        print("\n".join(table([name, "issues in all", "days, ms", "themes, ms", "proven"], rows)) + "\n", flush=True)


if __name__ == "__main__":
    main()
