"""Random plan files of all shapes, the same for the same seed on every machine.

    python3 generate.py plans FOLDER --count 240 --lichsong PROGRAM
    python3 generate.py family slots FOLDER

`plans` numbers its candidates from 0 on. A candidate that `lichsong schedule` cannot meet is kept
apart in FOLDER/infeasible, where the peers confirm that it has no schedule. Nothing but the number
of a candidate decides what is in it.
"""

import argparse
import datetime
import pathlib
import subprocess
import sys

from seeded import Seeded

WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
SHAPES = ["monthly", "usual", "busy", "daily"]
LUNAR_DATES = ["01-01", "01-15", "03-10", "04-15", "08-15"]
CALENDARS = {"holidays": "days-off-holidays.ics", "breaks": "days-off-breaks.ics"}


def flow(**fields):
    """A YAML flow mapping of the fields that have a value."""
    pairs = ((key.replace("_", "-"), value) for key, value in fields.items() if value is not None)
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"


def names(items):
    return "[" + ", ".join(items) + "]"


class RandomPlan:
    """One candidate. What is drawn first decides its shape, the rest fills it."""

    def __init__(self, number):
        self.number = number
        self.random = Seeded(f"plan {number}")
        r = self.random
        # Half of the plans keep series apart; one plan in thirty is as hard as they come.
        self.is_apart = number % 2 == 0
        self.is_hard = number % 30 == 14
        self.shape = "daily" if self.is_hard else r.choice(SHAPES)
        self.years = 2 if self.is_hard else r.choice([1, 1, 2])
        self.series_count = 4 if self.is_hard else r.between(2 if self.is_apart else 1, 4)
        self.first = datetime.date(2024, 1, 1)
        self.last = datetime.date(2023 + self.years, 12, 31)
        if not self.is_hard and r.chance(15):
            # A period need not begin or end with a month.
            self.first = datetime.date(2024, r.between(1, 3), r.between(2, 20))
        self.months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        self.days = (self.last - self.first).days + 1
        self.apart_days = r.between(2, 3) if self.is_hard else r.between(1, 4)
        # Of the days of a month, how many the issues that keep apart may take at the most, in
        # percent: each takes `apart_days`. Above three quarters the aims are out of reach.
        self.load = r.between(60, 75) if self.is_hard else r.between(25, 60)
        self.series = [f"s{index + 1}" for index in range(self.series_count)]
        self.gaps = {}
        self.calendars = [name for name in CALENDARS if not self.is_hard and r.chance(35)]
        theme_count = r.choice([0, r.between(1, 6), r.between(5, 15), r.between(10, 25)])
        self.themes = [f"t{index + 1}" for index in range(theme_count)]
        self.issues_wanted = 0

    def text(self):
        lines = [
            f"id: random-{self.number}",
            f"title: Random plan {self.number}",
            "period: " + flow(**{"from": self.first, "to": self.last}),
            "language: en",
            "outlets: [{id: paper, kind: newspaper, name: Paper}]",
        ]
        if self.calendars:
            lines.append("calendars:")
            lines += ["  - " + flow(id=name, file=CALENDARS[name]) for name in self.calendars]
        lines.append("series:")
        for identifier in self.series:
            lines += self.series_lines(identifier)
        lines += self.theme_lines()
        lines += self.observance_lines()
        lines += self.apart_lines()
        lines += self.decision_lines()
        lines += self.cost_lines()
        return "\n".join(lines) + "\n"

    # Series

    def issues_a_month(self):
        r = self.random
        most = {"monthly": 1, "usual": 3, "busy": 6, "daily": 8}[self.shape]
        if self.is_apart:
            days = 30 * self.load // 100
            most = max(1, min(most, days // (self.series_count * self.apart_days)))
        return r.between((most + 1) // 2 if self.is_hard else 1, most)

    def series_lines(self, identifier):
        r = self.random
        usual = self.issues_a_month()
        least = usual if r.chance(15) else r.between(0, 1) if r.chance(75) else usual // 2
        most = max(1, usual + r.between(0, 1))
        # A month that the period touches in part may have too few slots for more.
        least = min(least, 1 if self.shape == "monthly" or r.chance(80) else usual)
        if self.first.day > 1:
            least = 0
        limit = least if least == most else flow(min=least or None, max=most)
        floor, ceiling = least * self.months, most * self.months
        aim = max(floor, min(ceiling, usual * self.months + r.between(-3, 1)))
        lines = [
            f"  - id: {identifier}",
            "    outlet: paper",
            f"    title: Series {identifier}",
            f"    per-month: {limit}",
        ]
        if r.chance(40):
            year_most = r.between(max(floor, aim - 2, 1), max(floor, aim + 2, 1))
            year_least = r.between(0, min(year_most, aim) // 2) if r.chance(30) else None
            lines.append("    per-year: " + flow(min=year_least or None, max=year_most))
            aim = min(aim, year_most)
        if aim != floor or r.chance(50):
            lines.append(f"    aim: {max(aim, 1)}")
        self.issues_wanted += floor
        gap = r.between(1, max(1, self.days // max(aim, 1) * 2 // 3))
        if r.chance(80):
            lines.append(f"    min-gap: {gap}")
        self.gaps[identifier] = gap
        lines.append("    slots:")
        lines += ["      - " + rule for rule in self.rules()]
        avoided = [name for name in self.calendars if r.chance(75)]
        if avoided:
            lines.append(f"    avoid: {names(avoided)}")
        return lines

    def rules(self):
        r = self.random

        def rule(text, cost):
            return flow(rule=f'"{text}"', cost=cost or None)

        def cost():
            return 0 if r.chance(35) else r.between(1, 20) * 5

        if self.shape == "monthly":
            day = r.choice(WEEKDAYS)
            first = r.choice(
                [
                    f"FREQ=MONTHLY;BYDAY={r.between(1, 4)}{day}",
                    f"FREQ=MONTHLY;BYDAY=-1{day}",
                    f"FREQ=MONTHLY;BYMONTHDAY={r.between(1, 28)}",
                    f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}",
                ]
            )
            return [rule(first, 0), rule(f"FREQ=WEEKLY;BYDAY={day}", r.between(1, 20) * 5)]
        if self.shape == "usual":
            days = r.sample(WEEKDAYS, r.between(1, 3))
            return [rule(f"FREQ=WEEKLY;BYDAY={day}", cost()) for day in days]
        if self.shape == "busy":
            rules = [rule("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", cost())]
            if r.chance(50):
                rules.append(rule("FREQ=MONTHLY;BYMONTHDAY=1,15,-1", 0))
            if r.chance(50):
                rules.append(rule("FREQ=WEEKLY;BYDAY=SA,SU", r.between(5, 20) * 5))
            return rules
        if self.is_hard or r.chance(70):
            return [rule(f"FREQ=WEEKLY;BYDAY={day}", cost()) for day in WEEKDAYS]
        return [rule("FREQ=DAILY", 20), rule(f"FREQ=WEEKLY;BYDAY={r.choice(WEEKDAYS)}", 0)]

    # Wishes

    def some_series(self):
        r = self.random
        return self.series if r.chance(50) else r.sample(self.series, r.between(1, len(self.series)))

    def day(self):
        return self.first + datetime.timedelta(days=self.random.between(0, self.days - 1))

    def theme_lines(self):
        if not self.themes:
            return []
        r = self.random
        lines = ["themes:"]
        # Themes with a least take no more than a third of the issues that must come.
        left = self.issues_wanted // 3
        for index, identifier in enumerate(self.themes):
            fields = {"id": identifier, "title": f"Theme {identifier}"}
            if r.chance(40):
                fields["share"] = r.between(2, 5)
            # The first theme takes everything, so that no issue is without one.
            if index > 0 and r.chance(30):
                fields["series"] = names(self.some_series())
            if index > 0 and r.chance(25):
                start = self.day()
                end = min(start + datetime.timedelta(days=r.between(60, 300)), self.last)
                bounds = {"from": start if r.chance(75) else None, "to": end}
                fields["window"] = flow(**bounds)
            if left > 0 and r.chance(20):
                least = r.between(1, min(left, 4))
                left -= least
                fields["at_least"] = least
                if r.chance(50):
                    fields["at_most"] = least + r.between(0, 3)
            elif index > 0 and r.chance(20):
                fields["at_most"] = r.between(0, 4)
            lines.append("  - " + flow(**fields))
        return lines

    def observance_lines(self):
        r = self.random
        count = r.choice([0, r.between(1, 4), r.between(3, 12)])
        if count == 0:
            return []
        lines = ["observances:"]
        for index in range(count):
            day = self.day()
            date = r.choice([f"{day:%m-%d}", f"{day:%m-%d}", f"{day}", "lunar " + r.choice(LUNAR_DATES)])
            if date == "02-29":
                date = "02-28"
            lines.append(
                "  - "
                + flow(
                    id=f"o{index + 1}",
                    title=f"Observance {index + 1}",
                    date=date,
                    lead=r.between(0, 10),
                    lag=r.between(0, 4) if r.chance(30) else None,
                    points=r.between(1, 30) * 10,
                    series=names(self.some_series()) if r.chance(50) else None,
                    theme=r.choice(self.themes) if self.themes and r.chance(60) else None,
                )
            )
        return lines

    def apart_lines(self):
        if not self.is_apart:
            return []
        r = self.random
        if self.is_hard or self.series_count < 3 or r.chance(60):
            return ["apart:", "  - " + flow(series=names(self.series), days=self.apart_days)]
        pairs = [
            (a, b) for index, a in enumerate(self.series) for b in self.series[index + 1 :]
        ]
        chosen = r.sample(pairs, r.between(2, min(4, len(pairs))))
        return ["apart:"] + [
            "  - " + flow(series=names(pair), days=r.between(1, self.apart_days)) for pair in chosen
        ]

    # Decisions

    def decision_lines(self):
        r = self.random
        lines = []
        taken = []
        if r.chance(35):
            pins = []
            for _ in range(r.between(1, 3)):
                identifier, day = r.choice(self.series), self.day()
                room = max(7, self.gaps[identifier], self.days // 60)
                if any(abs((day - other).days) < room for other in taken):
                    continue
                taken.append(day)
                theme = self.themes[0] if self.themes and r.chance(30) else None
                pins.append("  - " + flow(series=identifier, date=day, theme=theme, why="pinned"))
            if pins:
                lines += ["pins:"] + pins
        if r.chance(35):
            bans = set()
            for _ in range(r.between(1, 8)):
                day = self.day()
                if day not in taken:
                    bans.add((r.choice(self.series), day))
            lines += ["bans:"] if bans else []
            lines += ["  - " + flow(series=s, date=day, why="banned") for s, day in sorted(bans)]
        return lines

    def cost_lines(self):
        r = self.random
        if not r.chance(30):
            return []
        costs = flow(
            short=r.choice([50, 200, 500, 2000]),
            uneven=r.choice([1, 1, 2, 5]),
            repeated=r.choice([0, 20, 50, 200]),
        )
        return [f"costs: {costs}"]


class FamilyPlan:
    """A plain plan in which one thing is doubled at a time, all else standing still."""

    BASE = {"series": 2, "slots": 2, "issues": 12, "themes": 8, "apart": 1, "years": 1}
    STEPS = {
        "slots": [1, 2, 4, 7],  # weekdays of a series that are slots
        "issues": [12, 24, 48, 96],  # of a series in a year
        "series": [1, 2, 4, 8],
        "themes": [4, 8, 16, 32],
        "years": [1, 2, 4],
    }

    def __init__(self, name, step, variant):
        self.values = dict(self.BASE)
        if name == "issues":
            self.values["slots"] = 7
        self.values[name] = step
        self.name, self.step, self.variant = name, step, variant
        # Everything but the doubled number is drawn the same at every step.
        self.random = Seeded(f"family {name} {variant}")

    def text(self):
        value, r = self.values, self.random
        last = 2023 + value["years"]
        identifiers = [f"s{index + 1}" for index in range(value["series"])]
        lines = [
            f"id: {self.name}-{self.step}-{self.variant}",
            f"title: {self.step} {self.name}",
            f"period: {{from: 2024-01-01, to: {last}-12-31}}",
            "language: en",
            "outlets: [{id: paper, kind: newspaper, name: Paper}]",
            "series:",
        ]
        for identifier in identifiers:
            costs = [0] + [r.between(1, 10) * 5 for _ in WEEKDAYS[1:]]
            days = r.sample(WEEKDAYS, len(WEEKDAYS))
            monthly = value["issues"] // 12
            lines += [
                f"  - id: {identifier}",
                "    outlet: paper",
                f"    title: Series {identifier}",
                f"    per-month: {{min: {1 if monthly == 1 else monthly // 2}, max: {monthly + 1}}}",
                f"    aim: {value['issues'] * value['years']}",
                "    slots:",
            ]
            lines += [
                "      - " + flow(rule=f'"FREQ=WEEKLY;BYDAY={day}"', cost=cost or None)
                for day, cost in list(zip(days, costs))[: value["slots"]]
            ]
        lines.append("themes:")
        for index in range(value["themes"]):
            fields = {"id": f"t{index + 1}", "title": f"Theme {index + 1}"}
            lines.append("  - " + flow(**fields, share=r.between(1, 3)))
        lines.append("observances:")
        for index in range(4):
            lines.append(
                "  - "
                + flow(
                    id=f"o{index + 1}",
                    title=f"Observance {index + 1}",
                    date=f"{r.between(1, 12):02d}-{r.between(1, 28):02d}",
                    lead=7,
                    points=r.between(5, 30) * 10,
                    theme=f"t{r.between(1, 4)}",
                )
            )
        if value["series"] > 1:
            lines += ["apart:", "  - " + flow(series=names(identifiers), days=value["apart"])]
        return "\n".join(lines) + "\n"


def calendar(name, events):
    """An iCalendar file of days off; each event is its first day, its length and its name."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//LichSong//Benchmarks//EN"]
    for first, length, title in events:
        end = first + datetime.timedelta(days=length)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{name}-{first:%Y%m%d}@benchmarks.lichsong",
            "DTSTAMP:20240101T000000Z",
            f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
            f"DTEND;VALUE=DATE:{end:%Y%m%d}",
            f"SUMMARY:{title}",
            "END:VEVENT",
        ]
    return "\r\n".join(lines + ["END:VCALENDAR", ""])


def write_calendars(folder):
    day = datetime.date
    holidays = []
    for year, new_year in ((2024, day(2024, 2, 8)), (2025, day(2025, 1, 25))):
        holidays += [
            (day(year, 1, 1), 1, "New Year"),
            (new_year, 7, "Lunar New Year"),
            (day(year, 4, 30), 2, "Reunification and Labour Day"),
            (day(year, 9, 1), 2, "National Day"),
        ]
    r = Seeded("breaks")
    breaks = [
        (day(year, month, r.between(1, 25)), r.between(1, 4), "Maintenance")
        for year in (2024, 2025)
        for month in range(1, 13)
    ]
    for name, events in (("holidays", holidays), ("breaks", breaks)):
        path = folder / CALENDARS[name]
        path.write_text(calendar(name, events), encoding="utf-8", newline="")


def write_plans(folder, count, program):
    infeasible = folder / "infeasible"
    infeasible.mkdir(parents=True, exist_ok=True)
    for place in (folder, infeasible):
        write_calendars(place)
    written, number = 0, 0
    while written < count:
        path = folder / f"random-{number:04d}.yaml"
        path.write_text(RandomPlan(number).text(), encoding="utf-8")
        number += 1
        command = [program, "schedule", "--fresh", "--format", "json", str(path)]
        outcome = subprocess.run(command, capture_output=True, text=True)
        if outcome.returncode == 0:
            written += 1
        elif outcome.returncode == 1:
            path.rename(infeasible / path.name)
        else:
            sys.exit(f"{path}: lichsong ended with {outcome.returncode}\n{outcome.stderr}")
    print(f"{written} plans, and {number - written} that cannot be met")


def write_family(folder, name, variants):
    folder.mkdir(parents=True, exist_ok=True)
    for step in FamilyPlan.STEPS[name]:
        for variant in range(variants):
            path = folder / f"{name}-{step:03d}-{variant}.yaml"
            path.write_text(FamilyPlan(name, step, variant).text(), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    plans = commands.add_parser("plans", help="random plans of all shapes")
    plans.add_argument("folder", type=pathlib.Path)
    plans.add_argument("--count", type=int, default=240)
    plans.add_argument("--lichsong", default="lichsong", help="the program that tells what cannot be met")
    family = commands.add_parser("family", help="plans in which one thing is doubled")
    family.add_argument("name", choices=FamilyPlan.STEPS)
    family.add_argument("folder", type=pathlib.Path)
    family.add_argument("--variants", type=int, default=5)
    arguments = parser.parse_args()
    if arguments.command == "plans":
        write_plans(arguments.folder, arguments.count, arguments.lichsong)
    else:
        write_family(arguments.folder, arguments.name, arguments.variants)


if __name__ == "__main__":
    main()
