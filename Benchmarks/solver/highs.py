"""The model for HiGHS."""

import os

import highspy
import numpy as np

from network import Network, packings
from outcome import Outcome, Stopwatch

NAME = "highs"
INFINITY = highspy.kHighsInf
# All points are integers: a gap under one point is none.
GAP = 0.999


class Model:
    """A linear model that is written down column by column and row by row."""

    def __init__(self):
        self.costs, self.uppers, self.integral = [], [], []
        self.row_lowers, self.row_uppers = [], []
        self.rows, self.columns, self.values = [], [], []
        self.column_count = 0

    def add_columns(self, costs, upper=1.0, is_integral=True):
        """Adds columns from 0 to `upper`, and returns their numbers."""
        costs = np.asarray(costs, dtype=np.float64)
        first, count = self.column_count, len(costs)
        self.column_count += count
        self.costs.append(costs)
        self.uppers.append(np.full(count, upper))
        self.integral.append(np.full(count, is_integral))
        return np.arange(first, first + count)

    def add_rows(self, count, lower, upper):
        """Adds empty rows with the same bounds, and returns their numbers."""
        first = len(self.row_lowers)
        self.row_lowers += [lower] * count
        self.row_uppers += [upper] * count
        return np.arange(first, first + count)

    def set(self, rows, columns, values):
        """Sets coefficients; `rows` and `values` may be one for all columns."""
        columns = np.asarray(columns, dtype=np.int64)
        self.rows.append(np.broadcast_to(np.asarray(rows, dtype=np.int64), columns.shape))
        self.columns.append(columns)
        self.values.append(np.broadcast_to(np.asarray(values, dtype=np.float64), columns.shape))

    def solve(self, limit, watch, offset=0):
        """Solves with all cores; returns the outcome and the values of the columns."""
        rows, columns, values = (
            np.concatenate(part) for part in (self.rows, self.columns, self.values)
        )
        order = np.lexsort((columns, rows))
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = self.column_count, len(self.row_lowers)
        lp.col_cost_ = np.concatenate(self.costs)
        lp.col_lower_ = np.zeros(self.column_count)
        lp.col_upper_ = np.concatenate(self.uppers)
        lp.row_lower_, lp.row_upper_ = np.array(self.row_lowers), np.array(self.row_uppers)
        lp.offset_ = offset
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.searchsorted(rows[order], np.arange(lp.num_row_ + 1))
        lp.a_matrix_.index_ = columns[order]
        lp.a_matrix_.value_ = values[order]
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[int(flag)] for flag in np.concatenate(self.integral)]
        highs = highspy.Highs()
        for name, value in (
            ("output_flag", False),
            ("time_limit", float(limit)),
            ("threads", os.cpu_count()),
            ("parallel", "on"),
            # On these models presolve takes longer than it saves.
            ("presolve", "off"),
            ("mip_abs_gap", GAP),
            ("mip_rel_gap", 0.0),
        ):
            highs.setOptionValue(name, value)
        highs.passModel(lp)
        build = watch.lap()
        highs.run()
        took = watch.lap()
        status, info = highs.getModelStatus(), highs.getInfo()
        if status == highspy.HighsModelStatus.kInfeasible:
            return Outcome("infeasible", build=build, solve=took), None
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return Outcome("unknown", build=build, solve=took), None
        is_optimal = status == highspy.HighsModelStatus.kOptimal
        outcome = Outcome(
            "optimal" if is_optimal else "feasible",
            points=round(info.objective_function_value),
            bound=info.mip_dual_bound,
            build=build,
            solve=took,
        )
        return outcome, np.array(highs.getSolution().col_value)


def dates(problem, cutoff, limit):
    """The best days: a flow along the arcs of each series, and packings of windows of days.

    Returns the outcome and, where there is an answer, the days of each series.
    """
    watch = Stopwatch()
    model = Model()
    chosen, offset = [], 0
    for series in problem.series:
        network = Network.of(problem, series, cutoff)
        size, short = network.size, problem.costs["short"]
        offset += short * series.aim
        nodes = model.add_columns(np.full(size, -short))
        arcs = model.add_columns(network.costs)
        entering, leaving = network.heads < size, network.tails >= 0
        # What enters a slot is what leaves it: one where it is chosen.
        for is_at, ends in ((entering, network.heads), (leaving, network.tails)):
            rows = model.add_rows(size, 0, 0)
            model.set(rows, nodes, -1)
            model.set(rows[ends[is_at]], arcs[is_at], 1)
        source = model.add_rows(1, 1, 1)
        model.set(source, arcs[~leaving], 1)
        if network.empty_cost is not None:
            model.set(source, model.add_columns([network.empty_cost]), 1)
        months = model.add_rows(problem.month_count, series.month_least, series.month_most)
        model.set(months[[problem.month_of[day] for day in network.days]], nodes, 1)
        total = model.add_rows(1, series.least, min(series.most, series.aim))
        model.set(total, nodes, 1)
        chosen.append(nodes)

    for inside in packings(problem):
        row = model.add_rows(1, 0, 1)
        for member, slots in inside.items():
            columns = chosen[member][slots]
            days = list(problem.series[member].slots)
            if days[slots[-1]] - days[slots[0]] < problem.series[member].min_gap:
                model.set(row, columns, 1)
            else:
                some = model.add_columns([0], is_integral=False)
                model.set(row, some, 1)
                rows = model.add_rows(len(columns), -INFINITY, 0)
                model.set(rows, columns, 1)
                model.set(rows, np.full(len(columns), some[0]), -1)

    outcome, values = model.solve(limit, watch, offset)
    days = None
    if values is not None:
        days = [
            [day for day, column in zip(series.slots, columns) if values[column] > 0.5]
            for series, columns in zip(problem.series, chosen)
        ]
    return outcome, days


def counts(themes, limit):
    """The best counts: a flow of issues of one kind to themes, with convex costs by unit steps.

    Returns the outcome and, where there is an answer, how often each theme comes.
    """
    watch = Stopwatch()
    model = Model()
    all_steps, kinds = [], {}
    for eligible in themes.eligible:
        kinds[tuple(eligible)] = kinds.get(tuple(eligible), 0) + 1
    rows = model.add_rows(len(themes.themes), 0, 0)
    for index, theme in enumerate(themes.themes):
        most = themes.eligible_count[index]
        most = most if theme.at_most is None else min(most, theme.at_most)
        unit = themes.share_unit // theme.share
        steps = model.add_columns([(2 * k + 1) * unit for k in range(most)])
        all_steps.append(steps)
        model.set(rows[index], steps, -1)
        model.set(model.add_rows(1, theme.at_least, INFINITY), steps, 1)
    for eligible, supply in kinds.items():
        flows = model.add_columns(np.zeros(len(eligible)), upper=supply)
        model.set(model.add_rows(1, supply, supply), flows, 1)
        model.set(rows[list(eligible)], flows, 1)
    outcome, values = model.solve(limit, watch)
    return outcome, None if values is None else [round(values[steps].sum()) for steps in all_steps]


def placement(themes, counts, limit):
    """The best placement: copies of themes assigned to issues, repetitions linearised.

    Returns the outcome and, where there is an answer, the theme of each issue.
    """
    watch = Stopwatch()
    model = Model()
    copies = [model.add_rows(count, 1, 1) for count in counts]
    by_issue = []
    for issue, eligible in enumerate(themes.eligible):
        once = model.add_rows(1, 1, 1)
        row = {}
        for theme in eligible:
            count = counts[theme]
            columns = model.add_columns(
                [themes.cost(issue, theme, copy, count) for copy in range(count)]
            )
            model.set(once, columns, 1)
            model.set(copies[theme], columns, 1)
            row[theme] = columns
        by_issue.append(row)
    price = themes.problem.costs["repeated"]
    if price:
        for a, b in themes.pairs:
            common = [t for t in by_issue[a] if t in by_issue[b] and counts[t] > 1]
            if common:
                repeated = model.add_columns([price], is_integral=False)
                rows = model.add_rows(len(common), -INFINITY, 1)
                for row, theme in zip(rows, common):
                    model.set(row, by_issue[a][theme], 1)
                    model.set(row, by_issue[b][theme], 1)
                    model.set(row, repeated, -1)
    outcome, values = model.solve(limit, watch)
    chosen = None
    if values is not None:
        chosen = [
            next(t for t, columns in row.items() if values[columns].sum() > 0.5)
            for row in by_issue
        ]
    return outcome, chosen
