"""Definitions: each once, named, and found by what refers to them."""

from __future__ import annotations

from timeline_app.drawing.surface import Fade, Hatch
from timeline_app.drawing.svg.definitions import Definitions
from timeline_app.drawing.svg.markup import Names
from timeline_app.layout.chart import Rect

RED, WASH = 0xFFFF0000, 0x26FF0000


def test_nothing_defined_is_nothing_written() -> None:
    assert Definitions(Names()).markup() == ""


def test_the_same_thing_is_defined_once() -> None:
    made = Definitions(Names())
    assert made.clip(Rect(1, 2, 3, 4)) == made.clip(Rect(1.0, 2.0, 3.0, 4.0)) == "clip-1"
    assert made.clip(Rect(1, 2, 3, 5)) == "clip-2"
    assert made.fade(RED, Fade(0.0, 9.0)) == made.fade(RED, Fade(0.0, 9.0)) == "fade-3"
    assert made.fade(WASH, Fade(0.0, 9.0)) == "fade-4"
    assert made.markup().count("id=") == 4


def test_a_fade_is_clear_at_one_end_and_as_strong_as_its_colour_at_the_other() -> None:
    made = Definitions(Names())
    made.fade(WASH, Fade(30.0, 10.0))
    written = made.markup()
    assert 'gradientUnits="userSpaceOnUse" x1="30" x2="10"' in written
    assert '<stop offset="0" stop-color="#ff0000" stop-opacity="0"/>' in written
    assert '<stop offset="1" stop-color="#ff0000" stop-opacity="0.15"/>' in written


def test_hatches_whose_lines_fall_alike_are_one() -> None:
    made = Definitions(Names())
    first = made.hatch(RED, Hatch(5.0, 1.0, 12.0, WASH), 20.0)
    assert made.hatch(RED, Hatch(5.0, 1.0, 32.0, WASH), 45.0) == first
    assert made.hatch(RED, Hatch(5.0, 1.0, 33.0, WASH), 45.0) != first
    assert '<pattern id="hatch-1" patternUnits="userSpaceOnUse" x="2" y="0"' in made.markup()


def test_a_hatch_without_a_ground_has_none() -> None:
    made = Definitions(Names())
    made.hatch(RED, Hatch(5.0, 1.0, 0.0), 0.0)
    assert "<rect" not in made.markup()
