"""What the results say, as Markdown.

    python3 report.py RESULTS
"""

import argparse
import math
import pathlib
import statistics

from run import PEERS, lines

STAGES = ("dates", "counts", "placement")


class Comparison:
    """Our results beside those of the peers, over the plans that have all of them."""

    def __init__(self, results):
        self.ours = lines(results / "ours.jsonl")
        self.peers = {peer: lines(results / f"{peer}.jsonl") for peer in PEERS}
        self.mistakes = list(self.own_mistakes())

    def own_mistakes(self):
        """Where the second reading of the model disagrees with our own points and limits."""
        for name, entry in self.ours.items():
            if entry["status"] == "infeasible":
                continue
            if entry["broken"]:
                yield f"{name}: breaks {', '.join(entry['broken'])}"
            pairs = [("dates", entry["pricedDates"], entry["datePoints"]["points"])]
            if "pricedPlacement" in entry:
                placement = entry["placementPoints"]["points"]
                pairs.append(("placement", entry["pricedPlacement"], placement))
            for stage, priced, told in pairs:
                if priced != told:
                    yield f"{name}: {stage} cost {priced}, and not {told}"

    def our_points(self, name, stage):
        """Our points for a stage, and whether we say that they are proven."""
        entry = self.ours[name]
        if stage == "counts":
            return entry["countPoints"], True
        score = entry["datePoints" if stage == "dates" else "placementPoints"]
        return score["points"], score["points"] == score["bound"]

    def stage_rows(self, peer):
        """A row of the table of points for each stage."""
        for stage in STAGES:
            proven = equal = better = worse = unsolved = total = 0
            for name, entry in self.peers[peer].items():
                if stage not in entry or self.ours[name]["status"] == "infeasible":
                    continue
                total += 1
                theirs = entry[stage]
                points, is_proven = self.our_points(name, stage)
                if theirs["points"] is None:
                    if theirs["status"] == "infeasible":
                        self.mistakes.append(f"{name}: {peer} says that the {stage} cannot be met")
                    unsolved += 1
                    continue
                found = theirs.get("priced", theirs["points"])
                if theirs.get("broken"):
                    self.mistakes.append(f"{name}: {stage} of {peer} break {theirs['broken']}")
                if theirs["status"] == "optimal":
                    proven += 1
                    equal += found == points
                if found < points:
                    worse += 1
                    if is_proven:
                        self.mistakes.append(
                            f"{name}: {peer} finds {stage} of {found}, and ours of {points} are called proven"
                        )
                if found > points:
                    better += 1
                    if theirs["status"] == "optimal":
                        self.mistakes.append(
                            f"{name}: {peer} calls {stage} of {found} proven, and ours have {points}"
                        )
            yield [stage, total, proven, equal, better, worse, unsolved]

    def times(self, peer, name, stages):
        """What a peer took inside the process, stage by stage."""
        entry = self.peers[peer][name]
        return [entry[stage]["build"] + entry[stage]["solve"] for stage in stages if stage in entry]

    def ratios(self, peers, stages=STAGES):
        """Their time over ours: for each stage that of the faster peer."""
        ours = "whole" if stages == STAGES else "dates"
        common = set.intersection(*(set(self.peers[peer]) for peer in peers))
        found = []
        for name in common:
            if self.ours[name]["status"] != "infeasible":
                theirs = sum(map(min, zip(*(self.times(peer, name, stages) for peer in peers))))
                found.append(theirs / self.ours[name][ours]["median"])
        return found


def quantile(values, share):
    """The smallest of the values that so large a share of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, math.ceil(share * len(ordered)) - 1))]


def table(head, rows):
    """A Markdown table."""
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(map(str, row)) + " |"


def report(results):
    """The lines of the report."""
    comparison = Comparison(results)
    met = [entry for entry in comparison.ours.values() if entry["status"] != "infeasible"]
    proven = [entry for entry in met if entry["status"] == "optimal"]
    process = [entry["process"] for entry in met]
    within = sum(seconds < 0.25 for seconds in process)
    yield f"{len(met)} plans; ours are proven on {len(proven)} of them."
    yield (
        f"Whole process: median {statistics.median(process) * 1000:.0f} ms, "
        f"95 % within {quantile(process, 0.95) * 1000:.0f} ms, at the most {max(process):.2f} s; "
        f"under 250 ms on {within * 100 / len(met):.1f} %."
    )
    cpu = [entry["processCPU"] for entry in met]
    yield (
        f"Its processor time, which other work on the machine hardly changes: median "
        f"{statistics.median(cpu) * 1000:.0f} ms, 95 % within {quantile(cpu, 0.95) * 1000:.0f} ms, "
        f"at the most {max(cpu):.2f} s."
    )
    yield ""
    for peer in PEERS:
        if not comparison.peers[peer]:
            continue
        yield f"Points, ours and those of {peer}:"
        yield ""
        head = ["stage", "plans", "peer proves", "of these equal", "ours fewer", "ours more", "peer has none"]
        yield from table(head, comparison.stage_rows(peer))
        yield ""
    have = [peer for peer in PEERS if comparison.peers[peer]]
    rows = []
    for title, stages in (("days and themes", STAGES), ("days", ("dates",))):
        for who, peers in [("the faster peer", have)] + [(peer, [peer]) for peer in have]:
            ratios = comparison.ratios(peers, stages)
            if ratios:
                shares = (0, 0.1, 0.25, 0.5, 0.75, 0.9)
                cells = [f"{quantile(ratios, share):.3g}" for share in shares]
                rows.append([f"{title}: {who}", len(ratios)] + cells)
    yield "Their time over ours, inside the process (a peer that reached its limit counts with it):"
    yield ""
    yield from table(["over ours", "plans", "least", "10 %", "25 %", "median", "75 %", "90 %"], rows)
    yield ""
    unproven = sorted(entry["plan"] for entry in met if entry["status"] != "optimal")
    if unproven:
        yield "Not proven: " + ", ".join(unproven)
    slow = sorted((e["process"], e["plan"]) for e in proven if e["process"] >= 0.25)
    if slow:
        yield "Proven, but 250 ms or more: " + ", ".join(f"{n} ({s:.2f} s)" for s, n in reversed(slow))
    yield "Disagreements: " + ("; ".join(comparison.mistakes) or "none")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("results", type=pathlib.Path)
    print("\n".join(report(parser.parse_args().results)))


if __name__ == "__main__":
    main()
