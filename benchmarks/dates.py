"""Dates read in a second, over a mixed set of forms; the goal is 100,000.

    python -m benchmarks.dates

does something else: it writes and reads back each of the 7.3 million days of the years -9999 to
9999, which the tests cover by parts (about a minute).
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator

from benchmarks.effort import Effort
from benchmarks.measuring import interleaved, seconds
from benchmarks.rows import Goal, Row, Unit, plain_row
from timeline_app.case.civil import DAY, day_number, iso_day, parse_iso_day
from timeline_app.case.dates import parse_date

GOAL = Goal(100_000, at_least=True)
DAYS = 500
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
    """Every form with `DAYS` different days."""
    for index in range(DAYS):
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


def rows(effort: Effort) -> Iterator[Row]:
    """One row: each round reads all the dates once."""
    texts = list(mixed_dates())

    def read() -> None:
        for text in texts:
            parse_date(text, ZONE)

    read()
    taken = interleaved(effort.rounds, {"read": lambda: seconds(read)})["read"]
    rates = [len(texts) / one for one in taken]
    yield plain_row(f"dates of {len(FORMS)} forms", rates, unit=Unit.A_SECOND, goal=GOAL)


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


if __name__ == "__main__":
    sys.exit(check_every_day() > 0)
