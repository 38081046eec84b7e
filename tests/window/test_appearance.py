"""Light and dark, by choice and with the system."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.drawing.contrast import contrast
from timeline_app.case.model import Kind
from timeline_app.drawing.fonts import FAMILY
from timeline_app.drawing.theme import DARK, LIGHT, Theme
from timeline_app.settings import ThemeChoice
from timeline_app.window.appearance import TEXT_SIZE, Appearance, glyph_pixmap, qt_colour


@pytest.fixture
def appearance(qtbot: QtBot) -> Iterator[Appearance]:
    appearance = Appearance(ThemeChoice.LIGHT)
    yield appearance
    appearance.choose(ThemeChoice.LIGHT)


@pytest.mark.parametrize(
    ("choice", "theme"), [(ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK)]
)
def test_a_choice_decides_palette_style_and_font(
    appearance: Appearance, choice: ThemeChoice, theme: Theme
) -> None:
    appearance.choose(choice)
    assert appearance.theme is theme
    palette = QApplication.palette()
    assert palette.color(QPalette.ColorRole.Window).rgba() == theme.background
    assert palette.color(QPalette.ColorRole.Text).rgba() == theme.text
    assert QApplication.font().family() == FAMILY
    assert QApplication.font().pixelSize() == TEXT_SIZE


def test_only_a_real_change_is_told(appearance: Appearance, qtbot: QtBot) -> None:
    with qtbot.waitSignal(appearance.changed, timeout=100):
        appearance.choose(ThemeChoice.DARK)
    with qtbot.assertNotEmitted(appearance.changed):
        appearance.choose(ThemeChoice.DARK)


class Hints:
    """Style hints of a system that is light or dark."""

    def __init__(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme


@pytest.mark.parametrize(
    ("scheme", "theme"),
    [
        (Qt.ColorScheme.Dark, DARK),
        (Qt.ColorScheme.Light, LIGHT),
        (Qt.ColorScheme.Unknown, LIGHT),
    ],
)
def test_with_the_system(
    appearance: Appearance,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    scheme: Qt.ColorScheme,
    theme: Theme,
) -> None:
    """When the system turns dark, so does the window, if that was chosen."""
    appearance.choose(ThemeChoice.SYSTEM)
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: Hints(scheme))
    hints.colorSchemeChanged.emit(scheme)
    assert appearance.theme is theme
    appearance.choose(ThemeChoice.LIGHT)
    hints.colorSchemeChanged.emit(scheme)
    assert appearance.theme is LIGHT


def ink(image: QImage) -> set[int]:
    """The colours of the pixels that are wholly covered."""
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    colours = (image.pixelColor(x, y) for x, y in places)
    return {colour.rgba() for colour in colours if colour.alpha() == 255}


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_icons_are_drawn_in_the_colour_of_the_text(
    appearance: Appearance, choice: ThemeChoice
) -> None:
    appearance.choose(choice)
    picture = appearance.icon("open").pixmap(QSize(36, 36)).toImage()
    assert ink(picture) == {appearance.theme.text}


def test_each_kind_has_a_glyph_of_its_own(appearance: Appearance) -> None:
    pictures = [glyph_pixmap(appearance, kind).toImage() for kind in Kind]
    for at, picture in enumerate(pictures):
        assert all(picture != other for other in pictures[:at])
    hollow = glyph_pixmap(appearance, Kind.LEAK, hollow=True).toImage()
    assert hollow != glyph_pixmap(appearance, Kind.LEAK).toImage()


def test_a_glyph_is_sharp_on_dense_screens(appearance: Appearance) -> None:
    glyph = glyph_pixmap(appearance, Kind.LEAK, size=20)
    assert glyph.size() == QSize(40, 40)
    assert glyph.devicePixelRatio() == 2.0


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_text_can_be_read_on_what_lies_behind_it(theme: Theme) -> None:
    assert contrast(theme.text, theme.background) >= 7.0
    assert contrast(theme.text, theme.passage) >= 4.5
    assert contrast(theme.text, theme.accent_tint) >= 4.5
    assert contrast(theme.background, theme.accent) >= 4.5
    assert contrast(theme.text_soft, theme.background) >= 4.5


def test_a_colour_of_the_drawing_is_one_of_qt() -> None:
    assert qt_colour(0x80FF0001) == QColor(255, 0, 1, 128)


def test_a_glyph_is_made_once_for_each_theme(appearance: Appearance) -> None:
    """Qt keeps a copy of every pixmap that was shown."""
    light = glyph_pixmap(appearance, Kind.LEAK)
    assert glyph_pixmap(appearance, Kind.LEAK) is light
    appearance.choose(ThemeChoice.DARK)
    assert glyph_pixmap(appearance, Kind.LEAK).toImage() != light.toImage()
    appearance.choose(ThemeChoice.LIGHT)
    assert glyph_pixmap(appearance, Kind.LEAK) is light
