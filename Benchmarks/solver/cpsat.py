"""The model for OR-Tools CP-SAT."""

import os

from ortools.sat.python import cp_model

from network import Network, packings
from outcome import Outcome, Stopwatch

NAME = "cp-sat"
STATUS = {
    cp_model.OPTIMAL: "optimal",
    cp_model.FEASIBLE: "feasible",
    cp_model.INFEASIBLE: "infeasible",
}


def solved(model, limit, watch):
    """Solves a model whose objective is points, with all cores."""
    build = watch.lap()
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = limit
    solver.parameters.num_workers = os.cpu_count()
    status = STATUS.get(solver.solve(model), "unknown")
    has_answer = status in ("optimal", "feasible")
    outcome = Outcome(
        status,
        points=round(solver.objective_value) if has_answer else None,
        bound=solver.best_objective_bound if has_answer else None,
        build=build,
        solve=watch.lap(),
    )
    return outcome, solver if has_answer else None


def dates(problem, cutoff, limit):
    """The best days: a circuit for each series, and packings of windows of days.

    Returns the outcome and, where there is an answer, the days of each series.
    """
    watch = Stopwatch()
    model = cp_model.CpModel()
    used, objective, constant = [], [], 0
    for series in problem.series:
        network = Network.of(problem, series, cutoff)
        size, depot = network.size, network.size
        chosen = [model.new_bool_var("") for _ in range(size)]
        arcs = [(node, node, chosen[node].negated()) for node in range(size)]
        for tail, head, cost in zip(
            network.tails.tolist(), network.heads.tolist(), network.costs.tolist()
        ):
            literal = model.new_bool_var("")
            arcs.append((depot if tail < 0 else tail, head, literal))
            if cost:
                objective.append((literal, cost))
        if network.empty_cost is not None:
            empty = model.new_bool_var("")
            arcs.append((depot, depot, empty))
            objective.append((empty, network.empty_cost))
        model.add_circuit(arcs)

        by_month = [[] for _ in range(problem.month_count)]
        for node, day in enumerate(network.days.tolist()):
            by_month[problem.month_of[day]].append(chosen[node])
        for nodes in by_month:
            model.add_linear_constraint(sum(nodes), series.month_least, series.month_most)
        model.add_linear_constraint(sum(chosen), series.least, min(series.most, series.aim))
        short = problem.costs["short"]
        constant += short * series.aim
        objective += [(literal, -short) for literal in chosen]
        used.append(chosen)

    for inside in packings(problem):
        present = []
        for member, nodes in inside.items():
            literals = [used[member][node] for node in nodes]
            days = list(problem.series[member].slots)
            if days[nodes[-1]] - days[nodes[0]] < problem.series[member].min_gap:
                present += literals
            else:
                some = model.new_bool_var("")
                for literal in literals:
                    model.add_implication(literal, some)
                present.append(some)
        model.add_at_most_one(present)

    model.minimize(
        cp_model.LinearExpr.weighted_sum([v for v, _ in objective], [c for _, c in objective]) + constant
    )
    outcome, solver = solved(model, limit, watch)
    days = solver and [
        [day for day, literal in zip(series.slots, chosen) if solver.boolean_value(literal)]
        for series, chosen in zip(problem.series, used)
    ]
    return outcome, days


def counts(themes, limit):
    """The best counts: a flow of issues of one kind to themes, with convex costs by unit steps.

    Returns the outcome and, where there is an answer, how often each theme comes.
    """
    watch = Stopwatch()
    model = cp_model.CpModel()
    kinds = {}
    for eligible in themes.eligible:
        kinds[tuple(eligible)] = kinds.get(tuple(eligible), 0) + 1
    flows = [[] for _ in themes.themes]
    for eligible, supply in kinds.items():
        row = [model.new_int_var(0, supply, "") for _ in eligible]
        model.add(sum(row) == supply)
        for theme, flow in zip(eligible, row):
            flows[theme].append(flow)
    objective, all_steps = [], []
    for index, theme in enumerate(themes.themes):
        most = themes.eligible_count[index]
        most = most if theme.at_most is None else min(most, theme.at_most)
        steps = [model.new_bool_var("") for _ in range(most)]
        all_steps.append(steps)
        for step, later in zip(steps, steps[1:]):
            model.add_implication(later, step)
        model.add(sum(flows[index]) == sum(steps))
        model.add(sum(steps) >= theme.at_least)
        unit = themes.share_unit // theme.share
        objective += [(2 * k + 1) * unit * step for k, step in enumerate(steps)]
    model.minimize(sum(objective))
    outcome, solver = solved(model, limit, watch)
    return outcome, solver and [sum(map(solver.boolean_value, steps)) for steps in all_steps]


def placement(themes, counts, limit):
    """The best placement: copies of themes assigned to issues, repetitions linearised.

    Returns the outcome and, where there is an answer, the theme of each issue.
    """
    watch = Stopwatch()
    model = cp_model.CpModel()
    by_copy = [[[] for _ in range(count)] for count in counts]
    by_issue, terms = [], []
    for issue, eligible in enumerate(themes.eligible):
        row = {}
        for theme in eligible:
            row[theme] = []
            for copy in range(counts[theme]):
                literal = model.new_bool_var("")
                row[theme].append(literal)
                by_copy[theme][copy].append(literal)
                cost = themes.cost(issue, theme, copy, counts[theme])
                if cost:
                    terms.append((literal, cost))
        by_issue.append(row)
        model.add_exactly_one([literal for literals in row.values() for literal in literals])
    for copies in by_copy:
        for literals in copies:
            model.add_exactly_one(literals)
    price = themes.problem.costs["repeated"]
    if price:
        for a, b in themes.pairs:
            common = [t for t in by_issue[a] if t in by_issue[b] and counts[t] > 1]
            if common:
                repeated = model.new_bool_var("")
                terms.append((repeated, price))
                for theme in common:
                    model.add(sum(by_issue[a][theme]) + sum(by_issue[b][theme]) <= 1 + repeated)
    model.minimize(cp_model.LinearExpr.weighted_sum([v for v, _ in terms], [c for _, c in terms]))
    outcome, solver = solved(model, limit, watch)
    chosen = solver and [
        next(t for t, literals in row.items() if any(map(solver.boolean_value, literals)))
        for row in by_issue
    ]
    return outcome, chosen
