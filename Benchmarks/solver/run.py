"""Solves every plan of a folder, and keeps what came of it, plan by plan.

    python3 run.py ours   PLANS RESULTS      our time inside the process, and that of the whole program
    python3 run.py cp-sat PLANS RESULTS --limit 60
    python3 run.py highs  PLANS RESULTS --limit 60

Results are lines of JSON in RESULTS, one file for each solver; a plan that is there already is not
solved again, so a run can be broken off and continued. The peers need the results of `ours`: they
choose themes for the same days, and leave out what alone costs more than our whole schedule.
"""

import argparse
import datetime
import importlib
import json
import pathlib
import resource
import statistics
import subprocess
import sys
import time

from model import Problem, ThemeProblem

HERE = pathlib.Path(__file__).resolve().parent
PEERS = {"cp-sat": "cpsat", "highs": "highs"}


def lines(path):
    """What a file of results has, by the name of the plan."""
    if not path.exists():
        return {}
    entries = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {entry["plan"]: entry for entry in entries}


def measure_ours(path, arguments):
    """Our times and our schedule, priced by the second reading of the model."""
    times, cpu_times = [], []
    command = [arguments.lichsong, "schedule", "--fresh", "--format", "json", str(path)]
    for _ in range(3):
        start, cpu_start = time.perf_counter(), cpu_of_children()
        outcome = subprocess.run(command, capture_output=True)
        times.append(time.perf_counter() - start)
        cpu_times.append(cpu_of_children() - cpu_start)
    if outcome.returncode not in (0, 1):
        sys.exit(f"{path}: lichsong ended with {outcome.returncode}\n{outcome.stderr.decode()}")
    program = [arguments.solver_times, "--time-limit", str(arguments.limit), str(path)]
    inside = subprocess.run(program, capture_output=True, check=True, text=True)
    entry = json.loads(inside.stdout)
    entry["process"] = statistics.median(times)
    entry["processCPU"] = statistics.median(cpu_times)
    if entry["status"] == "infeasible":
        return entry
    problem = Problem.read(path)
    days, chosen = schedule_of(entry, problem)
    entry["pricedDates"] = problem.date_points(days)
    entry["broken"] = problem.broken(days)
    if problem.themes:
        themes = ThemeProblem(problem, days)
        entry["pricedPlacement"] = themes.points(chosen)
        entry["countPoints"] = themes.count_points(counts_of(entry, problem))
        entry["broken"] += themes.broken(chosen)
    return entry


def cpu_of_children():
    """The processor time of all processes that have ended, in seconds."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def schedule_of(entry, problem):
    """The days of each series, and the theme of each issue."""
    position = {series.id: index for index, series in enumerate(problem.series)}
    theme = {theme.id: index for index, theme in enumerate(problem.themes)}
    days = [[] for _ in problem.series]
    chosen = []
    for issue in entry["issues"]:
        date = datetime.date.fromisoformat(issue["date"])
        days[position[issue["series"]]].append((date - problem.first).days)
        chosen.append(theme.get(issue.get("theme")))
    return days, chosen


def counts_of(entry, problem):
    """How often each theme comes."""
    return [entry["counts"][theme.id] for theme in problem.themes]


def measure_peer(path, ours, peer, arguments):
    """What a peer makes of each stage; every answer is priced again."""
    problem = Problem.read(path)
    entry = {"limit": arguments.limit}
    if ours["status"] == "infeasible":
        # Either no days keep the limits, or the themes do not fit the best days.
        outcome, days = peer.dates(problem, None, arguments.limit)
        entry["dates"] = outcome.as_dict()
        if days is not None and problem.themes:
            themes = ThemeProblem(problem, days)
            entry["counts"] = peer.counts(themes, arguments.limit)[0].as_dict()
        entry["agrees"] = "infeasible" in (outcome.status, entry.get("counts", {}).get("status"))
        return entry
    outcome, days = peer.dates(problem, ours["pricedDates"], arguments.limit)
    entry["dates"] = outcome.as_dict()
    if days is not None:
        entry["dates"]["priced"] = problem.date_points(days)
        entry["dates"]["broken"] = problem.broken(days)
    if problem.themes and ours["issues"]:
        themes = ThemeProblem(problem, schedule_of(ours, problem)[0])
        entry["counts"] = peer.counts(themes, arguments.limit)[0].as_dict()
        outcome, chosen = peer.placement(themes, counts_of(ours, problem), arguments.limit)
        entry["placement"] = outcome.as_dict()
        if chosen is not None:
            entry["placement"]["priced"] = themes.points(chosen)
            entry["placement"]["broken"] = themes.broken(chosen)
    return entry


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("solver", choices=["ours", *PEERS])
    parser.add_argument("plans", type=pathlib.Path)
    parser.add_argument("results", type=pathlib.Path)
    parser.add_argument("--limit", type=float, default=60, help="seconds for each stage")
    parser.add_argument("--only", nargs="+", help="names of plans")
    parser.add_argument("--most", type=int, help="how many plans to solve, at the most")
    parser.add_argument("--lichsong", default=HERE / "../../.build/release/lichsong")
    parser.add_argument("--solver-times", default=HERE / ".build/release/solver-times")
    arguments = parser.parse_args()

    arguments.results.mkdir(parents=True, exist_ok=True)
    target = arguments.results / f"{arguments.solver}.jsonl"
    done, ours = lines(target), lines(arguments.results / "ours.jsonl")
    peer = importlib.import_module(PEERS[arguments.solver]) if arguments.solver in PEERS else None
    paths = [
        path
        for path in sorted(arguments.plans.glob("*.yaml"))
        if path.stem not in done
        and (not arguments.only or path.stem in arguments.only)
        and (peer is None or path.stem in ours)
    ]
    with target.open("a", encoding="utf-8") as file:
        for path in paths[: arguments.most]:
            if peer is None:
                entry = measure_ours(path, arguments)
            else:
                entry = measure_peer(path, ours[path.stem], peer, arguments)
            print(json.dumps(entry | {"plan": path.stem}), file=file, flush=True)


if __name__ == "__main__":
    main()
