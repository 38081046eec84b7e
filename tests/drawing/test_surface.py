"""The values that painters and surfaces speak in."""

from __future__ import annotations

import pytest

from tests.drawing.recording_surface import RecordingSurface
from timeline_app.drawing.surface import Brush, Path, Pen, Surface, Verb, colour, with_alpha


@pytest.mark.parametrize(
    ("written", "alpha", "value"),
    [
        ("#000000", 1.0, 0xFF000000),
        ("#ffffff", 0.0, 0x00FFFFFF),
        ("#56b4e9", 1.0, 0xFF56B4E9),
        ("#56B4E9", 0.2, 0x3356B4E9),
    ],
)
def test_a_colour_is_a_number(written: str, alpha: float, value: int) -> None:
    assert colour(written, alpha) == value


def test_the_alpha_of_a_colour_can_be_replaced() -> None:
    assert with_alpha(0xFF123456, 0.5) == 0x80123456
    assert with_alpha(0x00123456, 1.0) == 0xFF123456


def test_pens_and_brushes_are_values() -> None:
    assert Pen(1, 2.0) == Pen(1, 2.0)
    assert {Brush(3): "made"}[Brush(3)] == "made"


def test_a_path_is_known_by_its_identity() -> None:
    steps = ((Verb.MOVE, ((0.0, 0.0),)), (Verb.CLOSE, ()))
    one, other = Path(steps), Path(steps)
    assert one != other
    assert {one: 1}[one] == 1


def test_the_recorder_is_a_surface() -> None:
    surface: Surface = RecordingSurface()
    with surface.shifted(10.0, 20.0), surface.group("a", "A", ""):
        surface.line((1.0, 2.0), (3.0, 4.0), Pen(5))
    assert isinstance(surface, RecordingSurface)
    (line,) = surface.lines_drawn
    assert (line.what.start, line.what.end, line.groups) == ((11.0, 22.0), (13.0, 24.0), ("a",))
