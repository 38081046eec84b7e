"""A case on a page, as PNG."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from tests.session.small_cases import empty, four_events
from timeline_app.case.solving.chronology import solve_case
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.sheets import ImageError
from timeline_app.drawing.theme import DARK
from timeline_app.layout.chart import LanesBy
from timeline_app.pictures import case_png
from timeline_app.session.case_view import Axis

SOLVED = solve_case(four_events())
SIZE = (900, 600)


@pytest.mark.parametrize("axis", Axis)
def test_a_picture_has_its_size_and_is_the_same_each_time(axis: Axis, fonts: Fonts) -> None:
    data = case_png(SOLVED, axis, SIZE, fonts)
    image = QImage.fromData(data)
    assert (image.width(), image.height()) == SIZE
    assert image.text("Title") == "The case four"
    assert case_png(SOLVED, axis, SIZE, fonts) == data


def test_what_is_chosen_changes_the_picture(fonts: Fonts) -> None:
    pictures = {
        case_png(SOLVED, Axis.ORDER, SIZE, fonts),
        case_png(SOLVED, Axis.CALENDAR, SIZE, fonts),
        case_png(SOLVED, Axis.ORDER, SIZE, fonts, lanes_by=LanesBy.ACTOR),
        case_png(SOLVED, Axis.ORDER, SIZE, fonts, hidden=frozenset({1})),
        case_png(SOLVED, Axis.ORDER, SIZE, fonts, theme=DARK),
    }
    assert len(pictures) == 5


def test_a_case_without_dates_or_events_can_be_painted(fonts: Fonts) -> None:
    for axis in Axis:
        assert QImage.fromData(case_png(solve_case(empty()), axis, SIZE, fonts)).width() == 900


@pytest.mark.parametrize(
    ("size", "words"), [((100_000, 100_000), "too large"), ((300, 260), "no room")]
)
def test_an_impossible_size_is_said(size: tuple[int, int], words: str, fonts: Fonts) -> None:
    with pytest.raises(ImageError, match=words):
        case_png(SOLVED, Axis.ORDER, size, fonts)
