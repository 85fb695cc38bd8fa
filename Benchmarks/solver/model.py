"""The scheduling model, written once more from its description: an independent check of the program.

`Problem.read` compiles a plan file to plain numbers; `Problem.date_points` and `ThemeProblem.points`
price any schedule, and `Problem.broken` names the limits that it breaks. Days are counted from the
period's first day, which is 0.
"""

import datetime
import itertools
import math
import pathlib
import re
from dataclasses import dataclass

import yaml
from dateutil.rrule import rrulestr

COSTS = {"short": 500, "uneven": 1, "moved": 1000, "repeated": 50, "rethemed": 200}

# Vietnamese lunar dates as almanacs print them: so the check does not rest on the program's moon.
LUNAR_DATES = {
    "01-01": ["2024-02-10", "2025-01-29"],
    "01-15": ["2024-02-24", "2025-02-12"],
    "03-10": ["2024-04-18", "2025-04-07"],
    "04-15": ["2024-05-22", "2025-05-12"],
    "08-15": ["2024-09-17", "2025-10-06"],
}


def rounded(a, b):
    """a / b, rounded half up, for a >= 0."""
    return (2 * a + b) // (2 * b)


@dataclass
class Window:
    """Days of which one at least should have an issue, or it costs points."""

    first: int
    last: int
    points: int
    theme: str | None


@dataclass
class Series:
    """The choice of the days of one series, in numbers."""

    id: str
    slots: dict  # day -> cost
    month_least: int
    month_most: int
    least: int
    most: int
    aim: int
    min_gap: int
    pinned: set
    windows: list
    uneven: int
    day_count: int

    def gap_points(self, gap):
        """What two consecutive issues cost that are so many days apart."""
        if self.aim == 0:
            return 0
        return self.uneven * rounded((self.aim * gap - self.day_count) ** 2, self.aim**2)

    def end_points(self, days):
        """What an issue costs that is first or last, so many days from the period's end."""
        if self.aim == 0:
            return 0
        half_days = 2 * days + 1
        return self.uneven * rounded((self.aim * half_days - self.day_count) ** 2, 4 * self.aim**2)


@dataclass
class Theme:
    """What an issue can be about."""

    id: str
    share: int
    series: list
    first: int
    last: int
    at_least: int
    at_most: int | None


@dataclass
class Problem:
    """A plan in numbers."""

    first: datetime.date
    day_count: int
    month_of: list  # for each day the number of its month
    month_count: int
    series: list
    themes: list
    apart: list  # (positions of series, days)
    theme_pins: dict  # (series, day) -> theme
    costs: dict

    @staticmethod
    def read(path):
        """Compiles a plan file."""
        path = pathlib.Path(path)
        plan = yaml.safe_load(path.read_text(encoding="utf-8"))
        first, last = plan["period"]["from"], plan["period"]["to"]
        day_count = (last - first).days + 1
        dates = [first + datetime.timedelta(days=day) for day in range(day_count)]
        month_of = [
            (date.year - first.year) * 12 + date.month - first.month for date in dates
        ]
        costs = COSTS | plan.get("costs", {})
        calendars = {
            entry["id"]: days_off(path.parent / entry["file"], first, day_count)
            for entry in plan.get("calendars", [])
        }
        compiler = Compiler(plan, first, last, dates, month_of[-1] + 1, costs, calendars)
        identifiers = [entry["id"] for entry in plan["series"]]
        return Problem(
            first=first,
            day_count=day_count,
            month_of=month_of,
            month_count=month_of[-1] + 1,
            series=[compiler.series(entry) for entry in plan["series"]],
            themes=[compiler.theme(entry, identifiers) for entry in plan.get("themes", [])],
            apart=[
                (sorted(identifiers.index(name) for name in entry["series"]), entry["days"])
                for entry in plan.get("apart", [])
            ],
            theme_pins={
                (pin["series"], (pin["date"] - first).days): pin["theme"]
                for pin in plan.get("pins", [])
                if "theme" in pin
            },
            costs=costs,
        )

    def date_points(self, days):
        """What the chosen days of all series cost."""
        return sum(self.series_points(one, chosen) for one, chosen in zip(self.series, days))

    def series_points(self, series, days):
        """What the chosen days of one series cost."""
        points = self.costs["short"] * (series.aim - len(days))
        points += sum(series.slots[day] for day in days)
        if days:
            points += series.end_points(days[0]) + series.end_points(self.day_count - 1 - days[-1])
        points += sum(series.gap_points(b - a) for a, b in itertools.pairwise(days))
        for window in series.windows:
            if not any(window.first <= day <= window.last for day in days):
                points += window.points
        return points

    def broken(self, days):
        """The limits that the chosen days break, in words."""
        found = []
        for series, chosen in zip(self.series, days):
            def broke(what):
                found.append(f"{series.id}: {what}")

            if any(day not in series.slots for day in chosen):
                broke("a day that is no slot")
            if not series.pinned <= set(chosen):
                broke("a pin")
            if any(b - a < series.min_gap for a, b in itertools.pairwise(chosen)):
                broke("min-gap")
            if not series.least <= len(chosen) <= min(series.most, series.aim):
                broke("per-year or aim")
            for month in range(self.month_count):
                count = sum(self.month_of[day] == month for day in chosen)
                if not series.month_least <= count <= series.month_most:
                    broke(f"per-month in month {month}")
        for members, distance in self.apart:
            for a, b in itertools.combinations(members, 2):
                if any(abs(x - y) < distance for x in days[a] for y in days[b]):
                    found.append(f"apart: {self.series[a].id} and {self.series[b].id}")
        return found


class Compiler:
    """What turns the entries of a plan file into numbers."""

    def __init__(self, plan, first, last, dates, month_count, costs, calendars):
        self.plan, self.first, self.last, self.dates = plan, first, last, dates
        self.month_count, self.costs, self.calendars = month_count, costs, calendars

    def day(self, date):
        return (date - self.first).days

    def series(self, entry):
        slots = {}
        for rule in entry["slots"]:
            cost = rule.get("cost", 0)
            for day in self.rule_days(rule["rule"]):
                slots[day] = min(slots.get(day, cost), cost)
        off = set().union(*(self.calendars[name] for name in entry.get("avoid", [])))
        usual = {day: cost for day, cost in slots.items() if day not in off}
        pinned = {
            self.day(pin["date"]) for pin in self.plan.get("pins", []) if pin["series"] == entry["id"]
        }
        for day in pinned:
            usual.setdefault(day, 0)
        for ban in self.plan.get("bans", []):
            if ban["series"] == entry["id"]:
                usual.pop(self.day(ban["date"]), None)

        month_least, month_most = self.limits(entry.get("per-month"))
        least, most = self.limits(entry.get("per-year"))
        month_most = 31 if month_most is None else month_most
        most = self.month_count * month_most if most is None else most
        aim = entry.get("aim", max(least, self.month_count * month_least))
        return Series(
            id=entry["id"],
            slots=dict(sorted(usual.items())),
            month_least=month_least,
            month_most=month_most,
            least=least,
            most=most,
            aim=aim,
            min_gap=entry.get("min-gap", 1),
            pinned=pinned,
            windows=list(self.windows(entry["id"])),
            uneven=self.costs["uneven"],
            day_count=len(self.dates),
        )

    @staticmethod
    def limits(value):
        if value is None:
            return 0, None
        if isinstance(value, int):
            return value, value
        return value.get("min", 0), value.get("max")

    def rule_days(self, text):
        start = datetime.datetime.combine(self.first, datetime.time())
        end = datetime.datetime.combine(self.last, datetime.time())
        return [self.day(time.date()) for time in rrulestr(text, dtstart=start).between(start, end, inc=True)]

    def windows(self, series):
        for entry in self.plan.get("observances", []):
            if series not in entry.get("series", [series]):
                continue
            for date in self.observance_dates(entry["date"]):
                if self.first <= date <= self.last:
                    day = self.day(date)
                    lead, lag = entry.get("lead", 0), entry.get("lag", 0)
                    yield Window(day - lead, day + lag, entry["points"], entry.get("theme"))

    def observance_dates(self, value):
        if isinstance(value, datetime.date):
            return [value]
        if re.fullmatch(r"\d\d-\d\d", value):
            month, day = map(int, value.split("-"))
            years = range(self.first.year, self.last.year + 1)
            return [datetime.date(year, month, day) for year in years]
        kind, _, date = value.partition(" ")
        if kind != "lunar" or date not in LUNAR_DATES or self.last.year > 2025 or self.first.year < 2024:
            raise ValueError(f"{value}: not among the lunar dates that this check knows")
        return [datetime.date.fromisoformat(text) for text in LUNAR_DATES[date]]

    def theme(self, entry, identifiers):
        window = entry.get("window", {})
        return Theme(
            id=entry["id"],
            share=entry.get("share", 1),
            series=entry.get("series", identifiers),
            first=self.day(window.get("from", self.first)),
            last=self.day(window.get("to", self.last)),
            at_least=entry.get("at-least", 0),
            at_most=entry.get("at-most"),
        )


def days_off(path, first, day_count):
    """The days of an iCalendar file of whole-day events without recurrence."""
    days = set()
    for event in path.read_text(encoding="utf-8").split("BEGIN:VEVENT")[1:]:
        if "RRULE" in event:
            raise ValueError(f"{path}: this check reads no recurring events")
        start = re.search(r"DTSTART;VALUE=DATE:(\d{8})", event)
        end = re.search(r"DTEND;VALUE=DATE:(\d{8})", event)
        begin = datetime.datetime.strptime(start[1], "%Y%m%d").date()
        until = (
            datetime.datetime.strptime(end[1], "%Y%m%d").date()
            if end
            else begin + datetime.timedelta(days=1)
        )
        days.update(range((begin - first).days, (until - first).days))
    return {day for day in days if 0 <= day < day_count}


class ThemeProblem:
    """The choice of themes for issues whose days stand."""

    def __init__(self, problem, days):
        self.problem = problem
        self.themes = problem.themes
        # (day, position of the series), by day and then by series.
        self.issues = sorted(
            (day, position) for position, chosen in enumerate(days) for day in chosen
        )
        self.eligible = [self.eligible_themes(day, position) for day, position in self.issues]
        self.share_unit = math.lcm(*(theme.share for theme in self.themes)) if self.themes else 1
        self.rank, self.eligible_count = self.ranks()
        self.wishes = self.all_wishes()
        self.pairs = self.consecutive()

    def eligible_themes(self, day, position):
        series = self.problem.series[position].id
        pinned = self.problem.theme_pins.get((series, day))
        return [
            index
            for index, theme in enumerate(self.themes)
            if series in theme.series
            and (theme.id == pinned if pinned else theme.first <= day <= theme.last)
        ]

    def ranks(self):
        rank = [{} for _ in self.themes]
        for issue, eligible in enumerate(self.eligible):
            for theme in eligible:
                rank[theme][issue] = len(rank[theme])
        return rank, [len(ranks) for ranks in rank]

    def all_wishes(self):
        """For each issue, the (theme, points) of the observances that it serves."""
        wishes = [[] for _ in self.issues]
        for position, series in enumerate(self.problem.series):
            for window in series.windows:
                if window.theme is None:
                    continue
                serving = [
                    index
                    for index, (day, owner) in enumerate(self.issues)
                    if owner == position and window.first <= day <= window.last
                ]
                if serving:
                    wishes[serving[-1]].append((window.theme, window.points))
        return wishes

    def consecutive(self):
        last, pairs = {}, []
        for index, (_, position) in enumerate(self.issues):
            if position in last:
                pairs.append((last[position], index))
            last[position] = index
        return pairs

    def count_points(self, counts):
        """The sum of r * r / share, in units of `share_unit`."""
        return sum(
            count * count * self.share_unit // theme.share
            for theme, count in zip(self.themes, counts)
        )

    def cost(self, issue, theme, copy, count):
        """What it costs that an issue is the theme's `copy`-th of `count`, counted from 0."""
        eligible = self.eligible_count[theme]
        distance = (2 * self.rank[theme][issue] + 1) * count - (2 * copy + 1) * eligible
        wish = sum(points for name, points in self.wishes[issue] if name != self.themes[theme].id)
        return rounded(distance * distance, 4 * count * count) + wish

    def points(self, chosen):
        """What a theme for each issue costs."""
        counts = [chosen.count(theme) for theme in range(len(self.themes))]
        seen = [0] * len(self.themes)
        total = 0
        for issue, theme in enumerate(chosen):
            total += self.cost(issue, theme, seen[theme], counts[theme])
            seen[theme] += 1
        repeats = sum(chosen[a] == chosen[b] for a, b in self.pairs)
        return total + self.problem.costs["repeated"] * repeats

    def broken(self, chosen):
        """The limits that a theme for each issue breaks, in words."""
        found = [
            f"issue {issue}: theme not eligible"
            for issue, theme in enumerate(chosen)
            if theme not in self.eligible[issue]
        ]
        for index, theme in enumerate(self.themes):
            count = chosen.count(index)
            if count < theme.at_least or (theme.at_most is not None and count > theme.at_most):
                found.append(f"theme {theme.id}: at-least or at-most")
        return found
