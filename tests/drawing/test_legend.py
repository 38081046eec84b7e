"""A legend explains what is there, in the signs of the chart."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.drawing.example_charts import calendar_chart, order_chart
from tests.drawing.recording_surface import RecordingSurface
from tests.layout.fake_measurer import MEASURER
from timeline_app.case.model import Basis, Kind
from timeline_app.drawing.legend import (
    ALL_MEANINGS,
    Legend,
    Meaning,
    kinds_in,
    lay_out_legend,
    meanings_in,
    paint_legend,
)
from timeline_app.drawing.theme import DASHES, LIGHT
from timeline_app.layout.chart import Break, Chart, Emphasis, Group, Rect, TextRole

ALL = lay_out_legend(tuple(Kind), 600.0, MEASURER)


def painted(legend: Legend) -> RecordingSurface:
    surface = RecordingSurface()
    paint_legend(legend, surface, LIGHT)
    return surface


def test_the_kinds_of_a_chart() -> None:
    assert kinds_in(order_chart()) == tuple(kind for kind in Kind if kind is not Kind.RECRUITMENT)
    assert kinds_in(Chart(1.0, 1.0, 0.0, 0.0)) == ()


def test_what_the_order_axis_needs_explained() -> None:
    assert meanings_in(order_chart(), Emphasis()) == (
        Meaning.COMB,
        Meaning.DASHED,
        Meaning.HOLLOW,
        Meaning.CERTAIN,
        Meaning.NOT_AFTER,
        Meaning.STATED,
        Meaning.INFERRED,
        Meaning.ASSUMED,
        Meaning.GROUP,
    )


def test_a_frame_of_what_is_at_the_same_time_is_not_called_unestablished() -> None:
    frame = Group(Rect(0.0, 0.0, 10.0, 10.0), (), same_time=True)
    chart = Chart(100.0, 100.0, 0.0, 0.0, groups=(frame,))
    assert meanings_in(chart, Emphasis()) == ()


def test_a_vague_glyph_is_explained_without_a_bar() -> None:
    (mark,) = [mark for mark in calendar_chart().events if mark.vague and not mark.bars]
    chart = Chart(100.0, 100.0, 0.0, 0.0, events=(mark,))
    assert meanings_in(chart, Emphasis()) == (Meaning.DASHED,)


def test_what_the_calendar_needs_explained() -> None:
    assert meanings_in(calendar_chart(), Emphasis()) == (
        Meaning.HATCH,
        Meaning.SOLID,
        Meaning.COMB,
        Meaning.CAP,
        Meaning.OPEN,
        Meaning.DASHED,
        Meaning.HOLLOW,
        Meaning.CLUSTER,
    )


def test_signs_are_explained_where_an_event_in_view_carries_them() -> None:
    emphasis = Emphasis(selected=0, before=frozenset({1}), after=frozenset({99}))
    signs = {Meaning.BEFORE, Meaning.AFTER, Meaning.NOT_ESTABLISHED}
    assert signs & set(meanings_in(order_chart(), emphasis)) == {Meaning.BEFORE}


@pytest.mark.parametrize("width", [120.0, 300.0, 600.0, 5_000.0])
def test_rows_wrap_and_nothing_overlaps(width: float) -> None:
    legend = lay_out_legend(tuple(Kind), width, MEASURER)
    assert len(legend.entries) == len(Kind) + len(ALL_MEANINGS)
    assert legend.width <= width
    boxes = []
    for entry in legend.entries:
        top = entry.text.baseline - MEASURER.ascent(TextRole.NOTE)
        right = entry.text.x + MEASURER.width(entry.text.text, TextRole.NOTE)
        box = Rect(entry.sample.x, top, right - entry.sample.x, MEASURER.height(TextRole.NOTE))
        assert box.right <= legend.width
        assert entry.sample.y >= 0
        assert entry.sample.bottom <= legend.height
        boxes.append(box)
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


def test_signs_begin_on_a_row_of_their_own() -> None:
    wide = lay_out_legend(tuple(Kind), 5_000.0, MEASURER)
    assert len({entry.text.baseline for entry in wide.entries}) == 2


def test_without_anything_to_explain_there_is_no_legend() -> None:
    legend = lay_out_legend((), 600.0, MEASURER, ())
    assert (legend.width, legend.height, legend.entries) == (0.0, 0.0, ())


def test_every_entry_is_painted_with_its_words() -> None:
    surface = painted(ALL)
    words = {kind.value.capitalize() for kind in Kind} | {one.value for one in Meaning}
    assert words <= set(surface.strings())
    assert {identity for identity, _, _ in surface.groups} == {"legend"}


@pytest.mark.parametrize("meaning", Meaning)
def test_a_sample_is_drawn_beside_its_words(meaning: Meaning) -> None:
    (entry,) = lay_out_legend((), 600.0, MEASURER, (meaning,)).entries
    surface = painted(Legend(600.0, 30.0, (entry,)))
    drawings = [*surface.boxes, *surface.shapes, *surface.lines_drawn]
    assert drawings
    assert entry.sample.right < entry.text.x


@pytest.mark.parametrize(
    ("meaning", "basis"),
    [
        (Meaning.STATED, Basis.STATED),
        (Meaning.INFERRED, Basis.INFERRED),
        (Meaning.ASSUMED, Basis.ASSUMED),
    ],
)
def test_a_basis_is_a_line_without_a_head(meaning: Meaning, basis: Basis) -> None:
    surface = painted(lay_out_legend((), 600.0, MEASURER, (meaning,)))
    (line,) = surface.lines_drawn
    assert line.pen is not None
    assert line.pen.dashes == DASHES[basis]
    assert not surface.shapes


def test_breaks_and_pairs_are_explained_where_there_are_some() -> None:
    chart = Chart(100.0, 100.0, 0.0, 0.0, breaks=(Break(10.0, 20.0, None),))
    assert meanings_in(chart, Emphasis()) == (Meaning.BREAK,)
    assert meanings_in(chart, Emphasis(), paired=True) == (Meaning.BREAK, Meaning.PAIR)
    broken = painted(lay_out_legend((), 600.0, MEASURER, (Meaning.BREAK,)))
    assert (len(broken.lines_drawn), len(broken.shapes)) == (3, 1)  # an axis, and two strokes
    paired = painted(lay_out_legend((), 600.0, MEASURER, (Meaning.PAIR,)))
    assert (len(paired.lines_drawn), len(paired.shapes)) == (1, 2)  # with a dot at either end
