#!/usr/bin/env python3
"""Computes the Vietnamese lunar years 1900 to 2199 from the ephemeris of PyEphem.

It shares nothing with the Swift code but the rule of the calendar: PyEphem brings its own theories
of the sun and the moon and its own Delta T, and the principal terms are found here as moments, where
the Swift code compares longitudes at midnights.

A line of its output is a lunar year: the number, the civil day on which it begins, the number of
its leap month or `-`, and one digit for each of its months in order, the leap month among them,
`0` for 30 days and `9` for 29.

usage: .build/test-tools/bin/python Tests/CivilTimeTests/Fixtures/make_lunar_years.py \
         > Tests/CivilTimeTests/Fixtures/lunar-years.txt
"""

import datetime
import math

import ephem

FIRST, LAST = 1900, 2199
EAST = 7 / 24  # days ahead of UTC


def sun_longitude(moment):
    """The sun's apparent longitude in degrees, from the equinox of the date."""
    sun = ephem.Sun(moment)
    centuries = (moment - ephem.Date("2000/1/1 12:00")) / 36525
    obliquity = math.radians(23.4392911 - 0.0130042 * centuries)
    ra, dec = float(sun.g_ra), float(sun.g_dec)
    y = math.sin(ra) * math.cos(obliquity) + math.tan(dec) * math.sin(obliquity)
    return math.degrees(math.atan2(y, math.cos(ra))) % 360


def principal_term(longitude, near):
    """The moment at which the sun reaches a longitude, found by Newton's method."""
    moment = near
    for _ in range(50):
        behind = (longitude - sun_longitude(ephem.Date(moment)) + 180) % 360 - 180
        moment += behind * 365.2422 / 360
        if abs(behind) < 1e-8:
            return moment
    raise ArithmeticError(f"no moment near {near} has longitude {longitude}")


def civil_day(moment):
    """The day in Viet Nam, as an ordinal of the proleptic Gregorian calendar."""
    return math.floor(moment + EAST + 0.5) + datetime.date(1899, 12, 31).toordinal()


def main():
    # PyEphem counts days from 1899-12-31 12:00 UTC.
    start = float(ephem.Date(f"{FIRST - 1}/11/1"))
    end = float(ephem.Date(f"{LAST + 2}/1/31"))

    new_moons, moment = [], start
    while moment < end:
        moment = float(ephem.next_new_moon(ephem.Date(moment)))
        new_moons.append(civil_day(moment))
        moment += 25

    terms, solstices = [], {}
    for year in range(FIRST - 1, LAST + 2):
        equinox = float(ephem.Date(f"{year}/3/20"))
        for index in range(12):
            longitude = 30 * index
            day = civil_day(principal_term(longitude, equinox + index * 30.4))
            terms.append(day)
            if longitude == 270:
                solstices[year] = day
    terms = set(terms)

    # The month that holds the winter solstice is month 11.
    def month_of(day):
        return max(i for i, first in enumerate(new_moons) if first <= day)

    months = []  # (year, number, is leap, first day)
    for year in range(FIRST, LAST + 2):
        first, last = month_of(solstices[year - 1]), month_of(solstices[year])
        needs_leap = last - first == 13
        number = 11
        for index in range(first, last):
            days = range(new_moons[index], new_moons[index + 1])
            leap = needs_leap and index > first and not any(day in terms for day in days)
            if leap:
                needs_leap = False
            elif index > first:
                number = number % 12 + 1
            months.append((year - 1 if number > 10 else year, number, leap, days))
        assert not needs_leap and number == 10

    for year in range(FIRST, LAST + 1):
        mine = [month for month in months if month[0] == year]
        leap = next((str(number) for _, number, leap, _ in mine if leap), "-")
        lengths = "".join({29: "9", 30: "0"}[len(days)] for *_, days in mine)
        print(year, datetime.date.fromordinal(mine[0][3][0]), leap, lengths)


if __name__ == "__main__":
    main()
