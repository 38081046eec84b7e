"""Counts in their badges."""

from __future__ import annotations

from tests.drawing.recording_surface import RecordingSurface
from timeline_app.case.model import Kind
from timeline_app.drawing.counts import paint_counts
from timeline_app.drawing.theme import LIGHT
from timeline_app.layout.chart import Cluster, Rect, TextLine, TextRole


def cluster(label: str | None, kind: Kind | None = Kind.LEAK) -> Cluster:
    line = None if label is None else TextLine(107.0, 63.0, label, TextRole.COUNT)
    return Cluster(Rect(100.0, 50.0, 30.0, 18.0), kind, range(12), line)


def painted(one: Cluster, *, chosen: bool = False, with_glyph: bool = False) -> RecordingSurface:
    surface = RecordingSurface()
    paint_counts(surface, LIGHT, (one,), None, (0,) if chosen else (), with_glyph=with_glyph)
    return surface


def test_a_cluster_is_a_count_in_a_rounded_badge() -> None:
    surface = painted(cluster("12"))
    (badge,) = surface.boxes
    assert badge.what.radius == 9.0
    assert badge.pen is not None
    assert badge.pen.colour == LIGHT.kinds[Kind.LEAK].edge
    assert surface.strings() == ["12"]
    assert not surface.shapes


def test_a_cluster_of_many_kinds_is_neutral() -> None:
    (badge,) = painted(cluster("12", None), with_glyph=True).boxes
    assert badge.pen is not None
    assert badge.pen.colour == LIGHT.hover_border


def test_where_no_lane_tells_the_kind_its_glyph_does() -> None:
    assert len(painted(cluster("12"), with_glyph=True).shapes) == 1


def test_a_cluster_without_room_for_its_number_is_a_column() -> None:
    surface = painted(cluster(None))
    (column,) = surface.boxes
    assert column.pen is None
    assert column.what.radius == 0
    assert not surface.texts


def test_a_cluster_that_holds_the_selection_says_so() -> None:
    (badge,) = painted(cluster("12"), chosen=True).boxes
    assert badge.pen is not None
    assert badge.pen.colour == LIGHT.accent
    (column,) = painted(cluster(None), chosen=True).boxes
    assert column.brush is not None
    assert column.brush.colour == LIGHT.accent
