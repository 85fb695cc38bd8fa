#!/usr/bin/env python3
"""Lists public holidays of Viet Nam as the Python package `holidays` has them.

A line is a day and its name: all holidays of 2021 to 2050, of the other years of the package only
the first day of the lunar year.

usage: .build/test-tools/bin/python Tests/CivilTimeTests/Fixtures/make_public_holidays.py \
         > Tests/CivilTimeTests/Fixtures/public-holidays.txt
"""

import sys

import holidays

sys.stdout.reconfigure(encoding="utf-8")
for year in range(1901, 2101):
    for day, name in sorted(holidays.VN(years=year, language="vi").items()):
        if 2021 <= year <= 2050 or name == "Tết Nguyên Đán":
            print(day, name)
