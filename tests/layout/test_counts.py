"""Counts held as columns: what a tuple of clusters would be."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from timeline_app.case.model import Kind
from timeline_app.layout.chart import Cluster, Rect, TextLine, TextRole
from timeline_app.layout.counts import CountColumns, Counts, RankedCounts, count_text, numbers_in

ORDER = np.array([5, 3, 8, 0, 7, 1], dtype=np.int64)
RANKS = np.array([3, 5, -1, 1, -1, 0, -1, 4, 2], dtype=np.int64)
COLUMNS = CountColumns(
    kinds=(Kind.LEAK, None),
    bands=np.array([0, 0, 1], dtype=np.intp),
    tops=np.array([50.0, 50.0, 90.0]),
    height=20.0,
    ascent=14.0,
    lefts=np.array([100.0, 140.0, 120.0]),
    widths=np.array([38.0, 30.0, 40.0]),
    numbers=np.array([3, 2, 1]),
    is_told=np.array([True, False, True]),
    number_xs=np.array([115.0, 150.0, 137.0]),
    members=RankedCounts(np.array([0, 3, 5]), np.array([3, 5, 6])),
    order=ORDER,
    ranks=RANKS,
)
ALONE = Cluster(Rect(100.0, 20.0, 60.0, 20.0), Kind.LEAK, (2,), None)
COUNTS = Counts((ALONE,), COLUMNS)


def test_a_count_has_its_place_its_number_and_its_events() -> None:
    first, second, third = (COLUMNS.cluster(place) for place in range(3))
    assert first.rect == Rect(100.0, 50.0, 38.0, 20.0)
    assert first.kind is Kind.LEAK
    assert first.label == TextLine(115.0, 64.0, "3", TextRole.COUNT)
    assert list(first.events) == [5, 3, 8]
    assert second.label is None
    assert list(second.events) == [0, 7]
    assert third.kind is None
    assert third.rect.y == 90.0
    assert list(third.events) == [1]


def test_the_count_of_an_event_is_found() -> None:
    assert [COLUMNS.place_of(event) for event in (5, 3, 8, 0, 7, 1)] == [0, 0, 0, 1, 1, 2]
    assert COLUMNS.place_of(2) is None
    assert RankedCounts(np.array([4]), np.array([6])).place_of(3) is None


def test_all_clusters_come_in_order_and_stay_the_same() -> None:
    assert len(COUNTS) == 4
    assert [one.count for one in COUNTS] == [1, 3, 2, 1]
    assert all(one is other for one, other in zip(COUNTS, COUNTS, strict=True))
    assert COUNTS[0] is ALONE
    assert [one.count for one in COUNTS[1:]] == [3, 2, 1]
    assert tuple(COUNTS) == COUNTS
    assert COUNTS != (ALONE,)
    assert hash(COUNTS) == hash(Counts((ALONE,), COLUMNS))


def test_it_is_known_whether_there_are_numbers() -> None:
    assert COUNTS.has_numbers
    untold = replace(COLUMNS, is_told=np.zeros(3, dtype=bool))
    assert not Counts((ALONE,), untold).has_numbers
    line = TextLine(110.0, 34.0, "+ 1 longer", TextRole.COUNT)
    assert Counts((replace(ALONE, label=line),), untold).has_numbers


def test_the_count_at_a_point_is_found() -> None:
    places = [(101.0, 51.0), (139.0, 51.0), (140.0, 69.0), (140.0, 70.0), (159.0, 21.0)]
    found = [COUNTS.at(x, y) for x, y in places]
    assert found[0] is COUNTS[1]
    assert found[1] is None
    assert found[2] is COUNTS[2]
    assert found[3] is None
    assert found[4] is ALONE
    assert COUNTS.at(130.0, 95.0) is COUNTS[3]


def test_a_number_stands_in_the_middle_or_is_left_out() -> None:
    needed = np.array([6.0, 30.0, 30.0])
    lefts, widths = np.array([10.0, 50.0, 90.0]), np.array([20.0, 40.0, 33.0])
    is_told, xs = numbers_in(needed, lefts, widths, 4.0)
    assert is_told.tolist() == [True, True, False]
    assert xs + needed / 2 == pytest.approx([20.0, 70.0, 106.5])


@pytest.mark.parametrize(("count", "text"), [(7, "7"), (1234, "1,234"), (10**6, "1,000,000")])
def test_a_count_as_it_is_written(count: int, text: str) -> None:
    assert count_text(count) == text
