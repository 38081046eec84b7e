"""The legend as a widget: as high as it needs, in the colours of the theme."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from timeline_app.case.model import Kind
from timeline_app.drawing.legend import Meaning
from timeline_app.settings import ThemeChoice
from timeline_app.window.appearance import Appearance
from timeline_app.window.legend_picture import AIR, LegendPicture

EVERYTHING = (tuple(Kind), tuple(Meaning))


@pytest.fixture
def appearance(qtbot: QtBot) -> Appearance:
    return Appearance(ThemeChoice.LIGHT)


@pytest.fixture
def picture(qtbot: QtBot, appearance: Appearance) -> LegendPicture:
    picture = LegendPicture(appearance)
    qtbot.addWidget(picture)
    return picture


def test_nothing_to_explain_takes_no_room(picture: LegendPicture) -> None:
    picture.explain((), (), 500.0)
    assert picture.sizeHint().height() == 0


def test_before_it_explains_anything_it_has_the_room_that_it_mostly_takes(
    picture: LegendPicture,
) -> None:
    before = picture.sizeHint().height()
    picture.explain((), (Meaning.HATCH, Meaning.SOLID), 1.0)  # a row each
    assert picture.sizeHint().height() == before


def test_it_is_as_high_as_its_rows(picture: LegendPicture) -> None:
    picture.explain((), (Meaning.HATCH,), 500.0)
    one_row = picture.sizeHint().height()
    assert one_row > 2 * AIR
    picture.explain(*EVERYTHING, 500.0)
    several = picture.sizeHint().height()
    assert several >= 2 * one_row
    picture.explain(*EVERYTHING, 260.0)
    assert picture.sizeHint().height() > several


def test_no_row_is_wider_than_it_may_be(picture: LegendPicture) -> None:
    for width in (260.0, 400.0, 640.0, 1200.0):
        picture.explain(*EVERYTHING, width)
        assert picture.sizeHint().width() <= width


def test_its_height_is_never_squeezed(picture: LegendPicture) -> None:
    picture.explain(*EVERYTHING, 300.0)
    assert picture.minimumSizeHint().height() == picture.sizeHint().height()
    assert picture.minimumSizeHint().width() == 0


def test_it_paints_in_the_colours_of_the_theme(
    picture: LegendPicture, appearance: Appearance
) -> None:
    picture.explain((), (Meaning.HATCH,), 500.0)
    picture.resize(picture.sizeHint())
    light = picture.grab().toImage()
    appearance.choose(ThemeChoice.DARK)
    dark = picture.grab().toImage()
    assert light != dark
    assert dark.pixelColor(0, 0) == QColor.fromRgba(appearance.theme.lane_tint)
    picture.explain((), (Meaning.COMB,), 500.0)
    picture.resize(picture.sizeHint())
    assert picture.grab().toImage() != dark
    appearance.choose(ThemeChoice.LIGHT)


def test_it_takes_no_focus_and_has_a_name(picture: LegendPicture) -> None:
    assert picture.accessibleName() == "What the signs mean"
    assert picture.focusPolicy().value == 0
