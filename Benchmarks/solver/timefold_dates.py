"""The choice of days for Timefold: each issue that is wanted gets a slot, or none.

    python timefold_dates.py PLAN SECONDS

Prints the hard score and the points of the best schedule found, as the second reading of the model
prices it. The day of an issue is the planning variable; each limit and each term is a constraint of
its own, weighed as in the model.
"""

import sys
from dataclasses import dataclass, field
from typing import Annotated

from timefold.solver import SolverFactory
from timefold.solver.config import Duration, ScoreDirectorFactoryConfig, SolverConfig, TerminationConfig
from timefold.solver.domain import (
    PlanningEntityCollectionProperty,
    PlanningId,
    PlanningScore,
    PlanningVariable,
    ProblemFactCollectionProperty,
    ValueRangeProvider,
    planning_entity,
    planning_solution,
)
from timefold.solver.score import (
    ConstraintCollectors,
    ConstraintFactory,
    HardSoftScore,
    Joiners,
    constraint_provider,
)

from model import Problem



@dataclass(frozen=True)
class Slot:
    """A day on which an issue of a series may appear."""

    series: int
    day: int
    month: int
    cost: int


@dataclass(frozen=True)
class SeriesLimits:
    """What a series costs and keeps."""

    series: int
    least: int
    aim: int
    min_gap: int
    short: int
    uneven: int
    day_count: int


@dataclass(frozen=True)
class Month:
    """The limits of a series in one month."""

    series: int
    month: int
    least: int
    most: int


@dataclass(frozen=True)
class Window:
    """Days of which one should have an issue of a series."""

    series: int
    first: int
    last: int
    points: int


@dataclass(frozen=True)
class Pinned:
    """A day that must have an issue of a series."""

    series: int
    day: int


@dataclass(frozen=True)
class Apart:
    """Two series that keep a distance."""

    first: int
    second: int
    days: int


@planning_entity
@dataclass
class Issue:
    """One issue that is wanted."""

    id: Annotated[int, PlanningId]
    series: int
    slots: Annotated[list[Slot], ValueRangeProvider]
    slot: Annotated[Slot | None, PlanningVariable(allows_unassigned=True)] = field(default=None)


@planning_solution
@dataclass
class Days:
    """The days of all issues."""

    limits: Annotated[list[SeriesLimits], ProblemFactCollectionProperty]
    months: Annotated[list[Month], ProblemFactCollectionProperty]
    windows: Annotated[list[Window], ProblemFactCollectionProperty]
    pins: Annotated[list[Pinned], ProblemFactCollectionProperty]
    aparts: Annotated[list[Apart], ProblemFactCollectionProperty]
    issues: Annotated[list[Issue], PlanningEntityCollectionProperty]
    score: Annotated[HardSoftScore | None, PlanningScore] = field(default=None)


def gap_points(limits: SeriesLimits, gap: int) -> int:
    distance = limits.aim * gap - limits.day_count
    divisor = limits.aim * limits.aim
    return limits.uneven * ((2 * distance * distance + divisor) // (2 * divisor))


def end_points(limits: SeriesLimits, days: int) -> int:
    distance = limits.aim * (2 * days + 1) - limits.day_count
    divisor = 4 * limits.aim * limits.aim
    return limits.uneven * ((2 * distance * distance + divisor) // (2 * divisor))


@constraint_provider
def constraints(factory: ConstraintFactory):
    def neighbours():
        """The pairs of issues of one series without another between them."""
        return (
            factory.for_each(Issue)
            .join(
                Issue,
                Joiners.equal(lambda issue: issue.series),
                Joiners.less_than(lambda issue: issue.slot.day),
            )
            .if_not_exists(
                Issue,
                Joiners.equal(lambda a, b: a.series, lambda c: c.series),
                Joiners.less_than(lambda a, b: a.slot.day, lambda c: c.slot.day),
                Joiners.greater_than(lambda a, b: b.slot.day, lambda c: c.slot.day),
            )
        )

    def of_series():
        return Joiners.equal(lambda issue: issue.series, lambda limits: limits.series)

    return [
        factory.for_each_unique_pair(
            Issue,
            Joiners.equal(lambda issue: issue.series),
            Joiners.equal(lambda issue: issue.slot.day),
        )
        .penalize(HardSoftScore.ONE_HARD)
        .as_constraint("one issue a day"),
        neighbours()
        .join(SeriesLimits, Joiners.equal(lambda a, b: a.series, lambda limits: limits.series))
        .filter(lambda a, b, limits: b.slot.day - a.slot.day < limits.min_gap)
        .penalize(HardSoftScore.ONE_HARD)
        .as_constraint("min-gap"),
        factory.for_each(Month)
        .join(
            Issue,
            Joiners.equal(lambda month: month.series, lambda issue: issue.series),
            Joiners.equal(lambda month: month.month, lambda issue: issue.slot.month),
        )
        .group_by(lambda month, issue: month, ConstraintCollectors.count_bi())
        .filter(lambda month, count: count > month.most)
        .penalize(HardSoftScore.ONE_HARD, lambda month, count: count - month.most)
        .as_constraint("per-month max"),
        factory.for_each(Month)
        .filter(lambda month: month.least > 0)
        .join(
            Issue,
            Joiners.equal(lambda month: month.series, lambda issue: issue.series),
            Joiners.equal(lambda month: month.month, lambda issue: issue.slot.month),
        )
        .group_by(lambda month, issue: month, ConstraintCollectors.count_bi())
        .filter(lambda month, count: count < month.least)
        .penalize(HardSoftScore.ONE_HARD, lambda month, count: month.least - count)
        .as_constraint("per-month min"),
        factory.for_each(Month)
        .filter(lambda month: month.least > 0)
        .if_not_exists(
            Issue,
            Joiners.equal(lambda month: month.series, lambda issue: issue.series),
            Joiners.equal(lambda month: month.month, lambda issue: issue.slot.month),
        )
        .penalize(HardSoftScore.ONE_HARD, lambda month: month.least)
        .as_constraint("per-month min, none"),
        factory.for_each(Pinned)
        .if_not_exists(
            Issue,
            Joiners.equal(lambda pin: pin.series, lambda issue: issue.series),
            Joiners.equal(lambda pin: pin.day, lambda issue: issue.slot.day),
        )
        .penalize(HardSoftScore.of_hard(10))
        .as_constraint("pin"),
        factory.for_each(Apart)
        .join(Issue, Joiners.equal(lambda apart: apart.first, lambda issue: issue.series))
        .join(
            Issue,
            Joiners.equal(lambda apart, a: apart.second, lambda b: b.series),
            Joiners.filtering(lambda apart, a, b: abs(a.slot.day - b.slot.day) < apart.days),
        )
        .penalize(HardSoftScore.ONE_HARD)
        .as_constraint("apart"),
        factory.for_each_including_unassigned(Issue)
        .filter(lambda issue: issue.slot is None)
        .join(SeriesLimits, of_series())
        .penalize(HardSoftScore.ONE_SOFT, lambda issue, limits: limits.short)
        .as_constraint("short"),
        factory.for_each(Issue)
        .filter(lambda issue: issue.slot.cost > 0)
        .penalize(HardSoftScore.ONE_SOFT, lambda issue: issue.slot.cost)
        .as_constraint("unusual"),
        neighbours()
        .join(SeriesLimits, Joiners.equal(lambda a, b: a.series, lambda limits: limits.series))
        .penalize(
            HardSoftScore.ONE_SOFT,
            lambda a, b, limits: gap_points(limits, b.slot.day - a.slot.day),
        )
        .as_constraint("uneven"),
        factory.for_each(Issue)
        .if_not_exists(
            Issue,
            Joiners.equal(lambda issue: issue.series),
            Joiners.greater_than(lambda issue: issue.slot.day),
        )
        .join(SeriesLimits, of_series())
        .penalize(
            HardSoftScore.ONE_SOFT, lambda issue, limits: end_points(limits, issue.slot.day)
        )
        .as_constraint("uneven, first"),
        factory.for_each(Issue)
        .if_not_exists(
            Issue,
            Joiners.equal(lambda issue: issue.series),
            Joiners.less_than(lambda issue: issue.slot.day),
        )
        .join(SeriesLimits, of_series())
        .penalize(
            HardSoftScore.ONE_SOFT,
            lambda issue, limits: end_points(limits, limits.day_count - 1 - issue.slot.day),
        )
        .as_constraint("uneven, last"),
        factory.for_each(Window)
        .if_not_exists(
            Issue,
            Joiners.equal(lambda window: window.series, lambda issue: issue.series),
            Joiners.less_than_or_equal(lambda window: window.first, lambda issue: issue.slot.day),
            Joiners.greater_than_or_equal(lambda window: window.last, lambda issue: issue.slot.day),
        )
        .penalize(HardSoftScore.ONE_SOFT, lambda window: window.points)
        .as_constraint("missed"),
    ]


def compiled(problem):
    """A problem in Timefold's terms."""
    limits, months, windows, pins, issues = [], [], [], [], []
    for index, series in enumerate(problem.series):
        wanted = min(series.aim, series.most)
        slots = [Slot(index, day, problem.month_of[day], cost) for day, cost in series.slots.items()]
        limits.append(
            SeriesLimits(
                index, series.least, series.aim, series.min_gap, problem.costs["short"], series.uneven,
                problem.day_count,
            )
        )
        months += [
            Month(index, month, series.month_least, series.month_most)
            for month in range(problem.month_count)
        ]
        windows += [Window(index, w.first, w.last, w.points) for w in series.windows]
        pins += [Pinned(index, day) for day in sorted(series.pinned)]
        issues += [Issue(len(issues) + k, index, slots) for k in range(wanted)]
    aparts = [
        Apart(a, b, days)
        for members, days in problem.apart
        for position, a in enumerate(members)
        for b in members[position + 1 :]
    ]
    return Days(limits, months, windows, pins, aparts, issues)


def main():
    problem = Problem.read(sys.argv[1])
    config = SolverConfig(
        solution_class=Days,
        entity_class_list=[Issue],
        score_director_factory_config=ScoreDirectorFactoryConfig(
            constraint_provider_function=constraints
        ),
        termination_config=TerminationConfig(spent_limit=Duration(seconds=int(sys.argv[2]))),
    )
    solver = SolverFactory.create(config).build_solver()
    solution = solver.solve(compiled(problem))
    days = [
        sorted({i.slot.day for i in solution.issues if i.series == index and i.slot is not None})
        for index in range(len(problem.series))
    ]
    broken = problem.broken(days)
    print(f"{solution.score.hard_score} {problem.date_points(days)} {len(broken)}")


if __name__ == "__main__":
    main()
