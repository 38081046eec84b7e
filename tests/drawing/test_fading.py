"""A fade in steps: clear at one end, full at the other, no step to be seen."""

from __future__ import annotations

from itertools import pairwise

import pytest

from timeline_app.drawing.fading import faded, fading_pieces, fading_rects
from timeline_app.drawing.surface import Fade
from timeline_app.layout.chart import Rect

RED, PALE = 0xFFFF0000, 0x26FF0000
RECT = Rect(100.0, 5.0, 40.0, 8.0)
both_ways = pytest.mark.parametrize("fade", [Fade(100.0, 140.0), Fade(140.0, 100.0)])


def alpha_at(colour: int, fade: Fade, x: float) -> float:
    """What the rectangles painted over each other come to at one x, from 0 to 1."""
    clear = 1.0
    for rect, shade in fading_rects(RECT, colour, fade):
        if rect.x <= x < rect.right:
            clear *= 1.0 - (shade >> 24) / 255
    return 1.0 - clear


@both_ways
@pytest.mark.parametrize("colour", [RED, PALE, 0x80FF0000])
def test_the_rectangles_come_to_the_fade(colour: int, fade: Fade) -> None:
    full = (colour >> 24) / 255
    step = full / min(24, (colour >> 24) // 3)
    for x in (101.0, 110.0, 120.0, 130.0, 139.0):
        wanted = full * (x - fade.clear) / (fade.full - fade.clear)
        assert alpha_at(colour, fade, x) == pytest.approx(wanted, abs=step + 0.006)
    at_the_end = 100.1 if fade.full < 120 else 139.9
    assert alpha_at(colour, fade, at_the_end) == pytest.approx(full, abs=0.01)


@both_ways
def test_each_rectangle_reaches_to_the_full_end(fade: Fade) -> None:
    for rect, shade in fading_rects(RECT, RED, fade):
        assert (rect.right if fade.full > fade.clear else rect.x) == fade.full
        assert shade & 0xFFFFFF == 0xFF0000


def test_what_is_hardly_seen_needs_fewer_steps() -> None:
    assert len(list(fading_rects(RECT, PALE, Fade(100.0, 140.0)))) == 12
    assert len(list(fading_rects(RECT, RED, Fade(100.0, 140.0)))) == 24
    assert list(fading_rects(RECT, 0, Fade(100.0, 140.0))) == []


def test_the_pieces_of_a_line_join_and_grow_stronger() -> None:
    pieces = list(fading_pieces((100.0, 5.0, 140.0, 5.0), RED, Fade(100.0, 140.0)))
    assert pieces[0][0][0] == 100.0
    assert pieces[-1][0][2] == 140.0
    assert all(a[0][2:] == b[0][:2] for a, b in pairwise(pieces))
    alphas = [colour >> 24 for _piece, colour in pieces]
    assert alphas == sorted(alphas)


def test_an_upright_line_is_of_one_colour() -> None:
    ((piece, colour),) = fading_pieces((120.0, 0.0, 120.0, 9.0), RED, Fade(100.0, 140.0))
    assert piece == (120.0, 0.0, 120.0, 9.0)
    assert colour >> 24 == 128


def test_a_colour_beyond_the_fade_is_clear_or_full() -> None:
    assert faded(RED, Fade(0.0, 10.0), -5.0) >> 24 == 0
    assert faded(RED, Fade(0.0, 10.0), 50.0) == RED
    assert faded(RED, Fade(3.0, 3.0), 0.0) == RED
