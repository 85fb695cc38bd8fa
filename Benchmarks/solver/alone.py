"""Solves one plan with one peer alone, from the file to the themes: the work of a whole process.

    python3 alone.py cp-sat PLAN --limit 60

Prints the points of the days, what the counts cost, the points of the placement, and whether each is
proven. The peer knows nothing of our schedule.
"""

import argparse
import importlib

from model import Problem, ThemeProblem
from run import PEERS


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("plan")
    parser.add_argument("--limit", type=float, default=60, help="seconds for each stage")
    arguments = parser.parse_args()
    peer = importlib.import_module(PEERS[arguments.peer])
    problem = Problem.read(arguments.plan)
    outcome, days = peer.dates(problem, None, arguments.limit)
    print("dates", outcome.points, outcome.status)
    if days and problem.themes:
        themes = ThemeProblem(problem, days)
        outcome, counts = peer.counts(themes, arguments.limit)
        print("counts", outcome.points, outcome.status)
        outcome, _ = peer.placement(themes, counts, arguments.limit)
        print("placement", outcome.points, outcome.status)


if __name__ == "__main__":
    main()
