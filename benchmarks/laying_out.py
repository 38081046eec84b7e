"""What laying out a frame costs: the order axis at 1,000 events, the calendar at 100,000.

Each row is the median over views spread over the case, with letters of equal width so that no font
is measured. The first view of a case also sorts its events; it stands in a row of its own, and for
the order axis against the solving of that case. Reading and painting are not part of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from statistics import median

from msgspec import json

from benchmarks.effort import Effort
from benchmarks.generated_case import case_file
from benchmarks.measuring import interleaved, seconds
from benchmarks.rows import Goal, Row, compared_row, plain_row
from benchmarks.solving import solved
from tests.layout.fake_measurer import MEASURER
from timeline_app.case.model import Case
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.calendar_chart import lay_out_calendar
from timeline_app.layout.chart import Chart
from timeline_app.layout.extent import calendar_extent
from timeline_app.layout.options import CalendarView, ChartOptions, OrderView
from timeline_app.layout.order_chart import lay_out_order
from timeline_app.layout.standing import Standing, own_standing

VIEWS = 15
WIDTH, HEIGHT = 1_400.0, 600.0
PARTS = (1.0, 0.1, 0.01, 0.0001)
COLUMNS = (400.0, 150.0, 40.0, 8.0)
OPTIONS = ChartOptions()
SMALL = 1_000
ORDERED = 10_000
AGAINST_SOLVING = Goal(2.0)

Layout = Callable[[], Chart]


def rows(effort: Effort) -> Iterator[Row]:
    """The order axis of a case seen first, then frames of a small and a large case."""
    yield from _first_order(effort)
    small = min(SMALL, effort.events // 2)
    for events, columns in ((small, COLUMNS), (effort.events, ())):
        chronology = solved(_case(effort, events))
        yield _first_calendar(chronology, events)
        for part in PARTS:
            what = f"lay out the calendar, {events:,} events, {100 * part:g} % of it"
            yield _row(what, calendar(chronology, part), effort)
        for column in columns:
            what = f"lay out the order, {events:,} events, columns of {column:g}"
            yield _row(what, order(chronology, column), effort)


def _case(effort: Effort, events: int, constraints: float = 2.4) -> Case:
    data = case_file(effort.folder, events, constraints).read_bytes()
    return json.decode(data, type=Case)


def _first_order(effort: Effort) -> Iterator[Row]:
    """The first view of the order axis with its layers and arrows, against solving."""
    events = min(ORDERED, effort.events)
    case = _case(effort, events, 3.0)
    held: list[Chronology] = []

    def solve() -> float:
        held.clear()
        return seconds(lambda: held.append(solved(case)))

    def lay_out() -> float:
        fresh = solved(case)
        return seconds(order(fresh, COLUMNS[0])[0])

    taken = interleaved(effort.rounds, {"lay out": lay_out, "solve": solve})
    what = f"lay out the order, {events:,} events, the first time"
    yield compared_row(
        what,
        f"solving it with {3 * events:,} constraints",
        taken["lay out"],
        taken["solve"],
        goal=AGAINST_SOLVING,
    )


def _first_calendar(chronology: Chronology, events: int) -> Row:
    layouts = calendar(chronology, 1.0)
    what = f"lay out the calendar, {events:,} events, the first time"
    return plain_row(what, [seconds(layouts[0])])


def _row(what: str, layouts: Sequence[Layout], effort: Effort) -> Row:
    """The median view of each round."""
    layouts[0]()

    def frames() -> float:
        return median(map(seconds, layouts))

    return plain_row(what, interleaved(effort.rounds, {"views": frames})["views"])


def calendar(chronology: Chronology, part: float, standing: Standing | None = None) -> list[Layout]:
    """Layouts of a part of the whole calendar, spread over it; of the case at its own place where
    it is given no other standing."""
    standing = standing or own_standing(chronology)
    extent = calendar_extent(standing)
    if extent is None:
        return []
    start, end = extent
    length = int((end - start) * part)
    starts = [start + n * ((end - start - length) // VIEWS) for n in range(VIEWS)]
    views = [CalendarView(one, one + length, WIDTH, HEIGHT) for one in starts]
    return [partial(lay_out_calendar, standing, view, OPTIONS, MEASURER) for view in views]


def order(chronology: Chronology, column: float, standing: Standing | None = None) -> list[Layout]:
    """Layouts of columns so wide, spread over all of them."""
    standing = standing or own_standing(chronology)
    columns = max(chronology.layers) + 1
    seen = min(WIDTH / column, float(columns))
    firsts = [n * (columns - seen) / VIEWS for n in range(VIEWS)]
    views = [OrderView(first, first + seen, WIDTH, HEIGHT) for first in firsts]
    return [partial(lay_out_order, standing, view, OPTIONS, MEASURER) for view in views]
