"""The values of a laid-out chart."""

from __future__ import annotations

from timeline_app.case.model import Basis, Kind
from timeline_app.layout.chart import Arrow, Chart, Cluster, Emphasis, Rect


def test_a_rectangle_knows_its_edges() -> None:
    rect = Rect(1.0, 2.0, 3.0, 4.0)
    assert (rect.right, rect.bottom) == (4.0, 6.0)
    assert rect.contains(1.0, 2.0)
    assert not rect.contains(4.0, 3.0)
    assert not rect.contains(2.0, 6.0)


def test_touching_is_not_overlapping() -> None:
    rect = Rect(0.0, 0.0, 10.0, 10.0)
    assert rect.overlaps(Rect(9.0, 9.0, 5.0, 5.0))
    assert not rect.overlaps(Rect(10.0, 0.0, 5.0, 5.0))
    assert not rect.overlaps(Rect(0.0, -5.0, 5.0, 5.0))


def test_a_cluster_counts_its_events() -> None:
    assert Cluster(Rect(0, 0, 1, 1), Kind.LEAK, (3, 4), None).count == 2
    assert Cluster(Rect(0, 0, 1, 1), None, range(100), None).count == 100


def test_an_arrow_is_chained_curves() -> None:
    one = tuple((float(n), 0.0) for n in range(4))
    two = tuple((float(n), 0.0) for n in range(7))
    assert Arrow(0, 1, one, Basis.STATED, False).curves == (one,)
    assert Arrow(0, 1, two, Basis.STATED, False).curves == (two[:4], two[3:])


def test_an_empty_chart_and_no_emphasis() -> None:
    assert Chart(10.0, 20.0, 5.0, 0.0).events == ()
    assert Emphasis().selected is None
    assert Emphasis().before == frozenset()
