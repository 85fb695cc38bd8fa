"""The choice of days as paths: what the models of both peers are built from."""

from dataclasses import dataclass

import numpy as np


@dataclass
class Network:
    """One series as a path from its source over slots to its sink.

    Nodes are 0 to n - 1 for the slots, by day; -1 is the source and n the sink. An arc carries the
    cost of the slot that it leads to, the gap, and the observances that nothing of it serves.
    """

    days: np.ndarray
    tails: np.ndarray
    heads: np.ndarray
    costs: np.ndarray
    empty_cost: int | None  # what no issue at all costs; None where that is not allowed

    @property
    def size(self):
        """How many slots there are."""
        return len(self.days)

    @staticmethod
    def of(problem, series, cutoff):
        """The network of a series, without arcs that alone cost more than the cutoff."""
        days = np.array(list(series.slots), dtype=np.int64)
        slot_costs = np.array(list(series.slots.values()), dtype=np.int64)
        months = np.array([problem.month_of[day] for day in days], dtype=np.int64)
        pinned = np.array([day in series.pinned for day in days], dtype=np.int64)
        pins_through = np.concatenate([[0], np.cumsum(pinned)])
        size, last_day = len(days), problem.day_count - 1

        tails, heads = np.triu_indices(size, k=1)
        gaps = days[heads] - days[tails]
        fits = gaps >= series.min_gap
        fits &= pins_through[heads] == pins_through[tails + 1]
        if series.month_least > 0:
            fits &= months[heads] - months[tails] <= 1
        tails, heads, gaps = tails[fits], heads[fits], gaps[fits]
        gap_points = np.array([series.gap_points(gap) for gap in range(problem.day_count)], dtype=np.int64)
        costs = slot_costs[heads] + gap_points[gaps]

        end_points = np.array([series.end_points(day) for day in range(problem.day_count)], dtype=np.int64)
        firsts = np.flatnonzero(
            (pins_through[:-1] == 0) & ((months == 0) | (series.month_least == 0))
        )
        lasts = np.flatnonzero(
            (pins_through[1:] == pins_through[-1])
            & ((months == problem.month_count - 1) | (series.month_least == 0))
        )
        tails = np.concatenate([tails, np.full(len(firsts), -1), lasts])
        heads = np.concatenate([heads, firsts, np.full(len(lasts), size)])
        costs = np.concatenate(
            [
                costs,
                slot_costs[firsts] + end_points[days[firsts]],
                end_points[last_day - days[lasts]],
            ]
        )
        far = 10**6
        tail_days = np.concatenate([days, [-far]])[tails]
        head_days = np.concatenate([days, [far]])[heads]
        for window in series.windows:
            costs += window.points * ((tail_days < window.first) & (head_days > window.last))
        if cutoff is not None:
            keep = costs <= cutoff
            tails, heads, costs = tails[keep], heads[keep], costs[keep]
        may_be_empty = series.least == 0 and series.month_least == 0 and not series.pinned
        empty_cost = sum(window.points for window in series.windows) if may_be_empty else None
        return Network(days, tails, heads, costs, empty_cost)


def packings(problem):
    """For each window of days that a separation spans, the slots in it of each of its series.

    Issues of different series of a set are `distance` days apart exactly where at most one of them
    has issues in any `distance` days.
    """
    for members, distance in problem.apart:
        slots = {member: sorted(problem.series[member].slots) for member in members}
        position = {member: {day: i for i, day in enumerate(slots[member])} for member in members}
        seen = set()
        for first in sorted({day for days in slots.values() for day in days}):
            inside = {
                member: [
                    position[member][day]
                    for day in range(first, first + distance)
                    if day in position[member]
                ]
                for member in members
            }
            inside = {member: nodes for member, nodes in inside.items() if nodes}
            key = tuple((member, tuple(nodes)) for member, nodes in inside.items())
            if len(inside) > 1 and key not in seen:
                seen.add(key)
                yield inside
