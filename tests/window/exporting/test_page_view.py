"""One page of several, as large as there is room."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from timeline_app.drawing.sheets import Sheet
from timeline_app.settings import ThemeChoice
from timeline_app.window.appearance import Appearance
from timeline_app.window.exporting.page_view import AIR, PageView

SHEETS = tuple(Sheet(800.0, 400.0, lambda _surface: None, f"Part {n}") for n in range(3))
GREEN = QColor(0, 160, 0).rgb()


class Shown:
    """A view that answers at once with a green page, and what it asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.asked: list[tuple[int, float]] = []
        self.view = PageView(Appearance(ThemeChoice.LIGHT))
        qtbot.addWidget(self.view)
        self.view.resize(500, 400)
        self.view.wanted.connect(self.answer)
        self.view.show()

    def answer(self, number: int, scale: float) -> None:
        self.asked.append((number, scale))
        image = QImage(round(800 * scale), round(400 * scale), QImage.Format.Format_RGB32)
        image.fill(GREEN)
        self.view.show_page(number, image)

    @property
    def green(self) -> int:
        """How many pixels of the view are of the page."""
        seen = self.view.page.grab().toImage()
        row = seen.height() // 2
        return sum(seen.pixel(x, row) == GREEN for x in range(seen.width()))


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_a_page_fits_with_air_round_it(shown: Shown) -> None:
    shown.view.show_sheets(SHEETS)
    ((number, scale),) = shown.asked
    assert number == 0
    assert shown.view.where.text() == "Page 1 of 3"
    assert shown.green == round(800 * scale) == 500 - 2 * AIR


def test_a_small_page_is_not_made_larger(shown: Shown) -> None:
    shown.view.show_sheets((Sheet(200.0, 100.0, lambda _surface: None, ""),))
    assert shown.asked == [(0, 1.0)]
    assert shown.view.where.text() == "One page"
    assert shown.view.following.isHidden()


def test_turning_stops_at_both_ends(shown: Shown) -> None:
    view = shown.view
    view.show_sheets(SHEETS)
    assert not view.previous.isEnabled()
    for _ in range(5):
        view.following.click()
    assert (view.at, view.following.isEnabled()) == (2, False)
    view.previous.click()
    assert view.at == 1
    assert view.page.accessibleDescription() == "Page 2 of 3: Part 1"
    view.show_sheets(SHEETS[:1])
    assert view.at == 0


def test_full_size_scrolls(shown: Shown, qtbot: QtBot) -> None:
    shown.view.show_sheets(SHEETS)
    shown.view.full_size.click()
    qtbot.waitUntil(lambda: shown.asked[-1] == (0, 1.0))
    assert shown.view.page.width() == 800 + 2 * AIR
    shown.view.full_size.click()
    qtbot.waitUntil(lambda: shown.asked[-1][1] < 1.0)
    assert shown.view.page.width() == 500


def test_another_size_paints_anew_once_it_stays(shown: Shown, qtbot: QtBot) -> None:
    shown.view.show_sheets(SHEETS)
    for width in (520, 560, 600):
        shown.view.resize(width, 400)
    qtbot.waitUntil(lambda: len(shown.asked) == 2)
    assert shown.green == 600 - 2 * AIR


def test_the_old_page_stays_faint_until_the_new_one_is_there(shown: Shown) -> None:
    shown.view.show_sheets(SHEETS)
    shown.view.wait()
    assert shown.view.where.text() == "Making the preview…"
    assert shown.view.page.is_old
    assert shown.green == 0  # mixed with the ground
    shown.view.show_sheets(SHEETS)
    assert shown.green > 0
    shown.view.show_sheets(())
    assert shown.view.where.text() == "No page"
    assert not shown.view.full_size.isEnabled()


def test_a_page_that_was_turned_away_from_is_not_shown(shown: Shown) -> None:
    shown.view.show_sheets(SHEETS)
    red = QImage(10, 10, QImage.Format.Format_RGB32)
    red.fill(QColor(200, 0, 0))
    shown.view.show_page(2, red)
    assert shown.green > 0
