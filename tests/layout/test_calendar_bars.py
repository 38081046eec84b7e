"""Bars: what is certain, what is not, and how it ends."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.made_cases import event, random_case, solved
from timeline_app.case.civil import DAY, OPEN_FUTURE, OPEN_PAST, second_of
from timeline_app.case.model import Shape
from timeline_app.layout.calendar_bars import bars_of, pieces_of
from timeline_app.layout.chart import BarFill
from timeline_app.layout.columns import columns_of
from timeline_app.layout.scale import TimeScale

HATCH, SOLID, COMB = BarFill.HATCH, BarFill.SOLID, BarFill.COMB


def signs(when: str | None, shape: Shape, seconds_per_pixel: float = DAY / 2) -> list[str]:
    """Each piece in a word: its fill, what ends it, and whether it is dashed."""
    columns = columns_of(solved(event(0, when, shape=shape)))
    return [
        ("<" if piece.start == OPEN_PAST else "[" if piece.cap_left else "")
        + piece.fill.value
        + (">" if piece.end == OPEN_FUTURE else "]" if piece.cap_right else "")
        + ("~" if piece.dashed else "")
        for piece in pieces_of(0, shape, columns, seconds_per_pixel)
    ]


@pytest.mark.parametrize(
    ("when", "shape", "expected"),
    [
        ("1985", Shape.MOMENT, ["[hatch]"]),
        (None, Shape.MOMENT, ["<hatch>"]),
        ("[..1985]", Shape.MOMENT, ["<hatch]"]),
        ("[1985..]", Shape.MOMENT, ["[hatch>"]),
        ("1985~", Shape.MOMENT, ["hatch~"]),
        ("1985/1990", Shape.SPAN, ["[hatch]", "solid", "[hatch]"]),
        ("1985-04-12/1990-03-01", Shape.SPAN, ["[hatch]", "solid", "[hatch]"]),
        ("1985/1985", Shape.SPAN, ["[hatch]"]),
        ("1985", Shape.SPAN, ["[hatch]"]),
        ("1985/..", Shape.SPAN, ["[hatch>"]),
        ("../1985", Shape.SPAN, ["<hatch]"]),
        ("1985~/1990", Shape.SPAN, ["hatch]~"]),
        ("1985/1990?", Shape.SPAN, ["[hatch~"]),
        ("1985/1990", Shape.REPEATED, ["[hatch]", "comb", "[hatch]"]),
        ("1985", Shape.REPEATED, ["[comb]"]),
        (None, Shape.REPEATED, ["<comb>"]),
    ],
)
def test_pieces(when: str | None, shape: Shape, expected: list[str]) -> None:
    assert signs(when, shape) == expected


def test_a_window_of_less_than_a_pixel_is_a_cap() -> None:
    assert signs("1985-04-12/1990-03", Shape.SPAN, 5 * DAY) == ["[solid", "[hatch]"]
    assert signs("1985-04/1990-03-01", Shape.SPAN, 5 * DAY) == ["[hatch]", "solid]"]
    assert signs("1985-04-12/1990-03-01", Shape.SPAN, 5 * DAY) == ["[solid]"]


def test_a_margin_widens_and_keeps_its_caps() -> None:
    columns = columns_of(solved(event(0, "1985-04~/1990", margin="P1M", shape=Shape.SPAN)))
    pieces = pieces_of(0, Shape.SPAN, columns, DAY)
    assert [(one.fill, one.dashed) for one in pieces] == [
        (HATCH, True),
        (SOLID, False),
        (HATCH, False),
    ]
    assert pieces[0].cap_left
    assert pieces[0].start == second_of(1985, 4) - 31 * DAY


def test_solid_only_where_it_certainly_lasts() -> None:
    columns = columns_of(solved(event(0, "1985/1990", shape=Shape.SPAN)))
    before, certain, after = pieces_of(0, Shape.SPAN, columns, DAY)
    assert (before.start, before.end) == (second_of(1985), second_of(1986) - 1)
    assert (certain.start, certain.end) == (second_of(1986) - 1, second_of(1990) + 1)
    assert (after.start, after.end) == (second_of(1990) + 1, second_of(1991))


def test_what_the_view_cuts_has_no_cap_there() -> None:
    columns = columns_of(solved(event(0, "1985/1990", shape=Shape.SPAN)))
    scale = TimeScale(second_of(1985, 7), second_of(1987), 100.0, 500.0)
    window, certain = bars_of(0, Shape.SPAN, columns, scale, 7.0, 8.0)
    assert (window.cap_left, window.cap_right, window.rect.x) == (False, True, 100.0)
    assert (certain.cap_left, certain.cap_right, certain.rect.right) == (False, False, 600.0)
    assert {(bar.rect.y, bar.rect.height) for bar in (window, certain)} == {(7.0, 8.0)}


def test_an_open_end_goes_to_the_edge() -> None:
    columns = columns_of(solved(event(0)))
    scale = TimeScale(0, DAY, 100.0, 500.0)
    (bar,) = bars_of(0, Shape.MOMENT, columns, scale, 0.0, 8.0)
    assert (bar.rect.x, bar.rect.right) == (100.0, 600.0)
    assert bar.open_left
    assert bar.open_right


@given(
    seed=st.integers(0, 200),
    start=st.integers(second_of(1950), second_of(2020)),
    span=st.sampled_from((60, DAY, 900 * DAY, 30_000 * DAY)),
)
def test_bars_join_and_lie_in_the_plot(seed: int, start: int, span: int) -> None:
    chronology = random_case(seed, 6)
    columns = columns_of(chronology)
    scale = TimeScale(start, start + span, 100.0, 800.0)
    for number, told in enumerate(chronology.case.events):
        pieces = pieces_of(number, told.shape, columns, scale.seconds_per_pixel)
        assert pieces[0].start == columns.first[number]
        assert pieces[-1].end - (pieces[-1].end != OPEN_FUTURE) == columns.last[number]
        assert all(one.end == other.start for one, other in pairwise(pieces))
        for bar in bars_of(number, told.shape, columns, scale, 0.0, 8.0):
            assert 100.0 <= bar.rect.x < bar.rect.right <= 900.0
