"""Bands of counts: what a tuple of clusters would be."""

from __future__ import annotations

import numpy as np
import pytest

from tests.layout.fake_measurer import MEASURER
from timeline_app.case.model import Kind
from timeline_app.layout.chart import Cluster, Rect, TextLine, TextRole
from timeline_app.layout.counts import CountBand, Counts, numbers_in

ORDER = np.array([5, 3, 8, 0, 7, 1], dtype=np.int64)
RANKS = np.array([3, 5, -1, 1, -1, 0, -1, 4, 2], dtype=np.int64)
BAND = CountBand(
    kind=Kind.LEAK,
    y=50.0,
    height=20.0,
    baseline=64.0,
    lefts=[100.0, 140.0],
    widths=[38.0, 30.0],
    texts=["3", ""],
    text_xs=[115.0, 150.0],
    lows=np.array([[0, 1], [3, 5]], dtype=np.int64),
    highs=np.array([[1, 3], [5, 5]], dtype=np.int64),
    order=ORDER,
    ranks=RANKS,
)
ALONE = Cluster(Rect(100.0, 20.0, 60.0, 20.0), Kind.LEAK, (2,), None)
COUNTS = Counts((ALONE,), (BAND,))


def test_a_count_has_its_place_its_number_and_its_events() -> None:
    first, second = BAND.cluster(0), BAND.cluster(1)
    assert first.rect == Rect(100.0, 50.0, 38.0, 20.0)
    assert first.kind is Kind.LEAK
    assert first.label == TextLine(115.0, 64.0, "3", TextRole.COUNT)
    assert list(first.events) == [5, 0, 7]
    assert second.label is None
    assert list(second.events) == [3, 8]


def test_the_count_of_an_event_is_found() -> None:
    assert [BAND.place_of(event) for event in (5, 0, 7, 3, 8)] == [0, 0, 0, 1, 1]
    assert BAND.place_of(1) is None
    assert BAND.place_of(2) is None


def test_all_clusters_come_in_order_and_stay_the_same() -> None:
    assert len(COUNTS) == 3
    assert [one.count for one in COUNTS] == [1, 3, 2]
    assert all(one is other for one, other in zip(COUNTS, COUNTS, strict=True))
    assert COUNTS[0] is ALONE
    assert [one.count for one in COUNTS[1:]] == [3, 2]
    assert tuple(COUNTS) == COUNTS
    assert COUNTS != (ALONE,)
    assert hash(COUNTS) == hash(Counts((ALONE,), (BAND,)))


def test_the_count_at_a_point_is_found() -> None:
    places = [(101.0, 51.0), (139.0, 51.0), (140.0, 69.0), (140.0, 70.0), (159.0, 21.0)]
    found = [COUNTS.at(x, y) for x, y in places]
    assert found[0] is COUNTS[1]
    assert found[1] is None
    assert found[2] is COUNTS[2]
    assert found[3] is None
    assert found[4] is ALONE


def test_a_number_stands_in_the_middle_or_is_left_out() -> None:
    texts, xs = numbers_in([7, 1234, 1234], [10.0, 50.0, 90.0], [20.0, 40.0, 33.0], 4.0, MEASURER)
    assert texts == ["7", "1,234", ""]
    for text, x, middle in zip(texts, xs, (20.0, 70.0, 106.5), strict=True):
        width = MEASURER.width(text or "1,234", TextRole.COUNT)
        assert x + width / 2 == pytest.approx(middle)
