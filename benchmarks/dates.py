"""Dates read in a second, over a mixed set of forms; the goal is 100,000.

    python benchmarks/dates.py [--every-day]

`--every-day` also writes and reads back each of the 7.3 million days of the years -9999 to 9999,
which the tests cover by parts (about a minute).
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections.abc import Iterator

from timeline_app.case.civil import DAY, day_number, iso_day, parse_iso_day
from timeline_app.case.dates import parse_date

GOAL = 100_000
ROUNDS = 7
ZONE = 8 * 3_600
FORMS = (
    "{year}",
    "{year}-{month}",
    "{year}-{month}-{day}",
    "{year}-{month}-{day}T10",
    "{year}-{month}-{day}T10:15",
    "{year}-{month}-{day}T10:15:30",
    "{year}-{month}-{day}T10:15Z",
    "{year}-{month}-{day}T10:15:30+05:30",
    "{year}-{month}-{day}T10:15~",
    "{decade}X",
    "{century}XX?",
    "{year}-XX",
    "{year}-{month}-XX",
    "{year}-XX-XX%",
    "-{year}",
    "-{decade}X",
    "Y1{year}",
    "Y-1{year}",
    "{year}-{month}-{day}~",
    "{year}/{later}",
    "{year}-{month}-{day}/{later}-{month}",
    "{year}-{month}/..",
    "../{year}",
    "{year}~/",
    "/{year}-{month}-{day}",
    "[{year}..{later}]",
    "[{year}-{month}-{day}..{later}-{month}-{day}]",
    "[..{year}-{month}-{day}]",
    "[{year}-{month}..]",
)
"""As many date-times as intervals, as many coarse dates as fine ones."""


def mixed_dates() -> Iterator[str]:
    """Every form with 500 different days."""
    for index in range(500):
        year = 1_200 + index
        texts = {
            "year": f"{year}",
            "later": f"{year + 3}",
            "decade": f"{year}"[:3],
            "century": f"{year}"[:2],
            "month": f"{index % 12 + 1:02}",
            "day": f"{index % 28 + 1:02}",
        }
        for form in FORMS:
            yield form.format_map(texts)


def dates_a_second() -> float:
    """The best of several rounds."""
    texts = list(mixed_dates())
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for text in texts:
            parse_date(text, ZONE)
        best = min(best, time.perf_counter() - started)
    return len(texts) / best


def check_every_day() -> int:
    """Write and read back every day of the years -9999 to 9999; the number of those that differ."""
    days = range(day_number(-9999, 1, 1), day_number(10_000, 1, 1))
    texts, read = itertools.tee(map(iso_day, days))
    wrong = 0
    for day, text, again in zip(days, texts, map(parse_iso_day, read), strict=True):
        window = parse_date(text).start
        wrong += again != day or (window.earliest, window.latest) != (
            DAY * day,
            DAY * day + DAY - 1,
        )
    print(f"{len(days):,} days written and read back, {wrong} wrong")
    return wrong


def main() -> int:
    """Print the number; 1 where the goal is missed or a day differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every-day", action="store_true", help="also every day, as a string")
    options = parser.parse_args()
    rate = dates_a_second()
    print(f"{rate:,.0f} dates a second over {len(FORMS)} forms (goal {GOAL:,})")
    wrong = check_every_day() if options.every_day else 0
    return int(rate < GOAL or wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
