"""Pages off the GUI thread; and what is exported has the pixels of what is seen."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from tests.session.small_cases import four_events, opened
from timeline_app.case.cancelling import Cancelled
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.pages.paper import Paper
from timeline_app.drawing.paint import paint_chart
from timeline_app.drawing.png_document import sheet_image
from timeline_app.drawing.sheets import Sheet
from timeline_app.drawing.surface import Surface
from timeline_app.layout.chart import Emphasis
from timeline_app.pictures.choices import PictureChoices
from timeline_app.session.case_view import Axis
from timeline_app.session.panel import CasePanel
from timeline_app.session.session import Session
from timeline_app.settings import ThemeChoice
from timeline_app.window.appearance import Appearance
from timeline_app.window.chart_canvas import ChartCanvas
from timeline_app.window.exporting.offers import offers
from timeline_app.window.exporting.planned_pages import Watched, page_image, plan_pages

USUAL = PictureChoices()
SIZE = (900, 700)


@pytest.fixture
def session() -> Session:
    made = Session()
    made.add_cases([opened(four_events())])
    return made


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("axis", Axis)
def test_a_chart_has_the_same_pixels_in_the_window_and_in_a_file(
    session: Session, qtbot: QtBot, axis: Axis, theme: ThemeChoice
) -> None:
    """Nothing is chosen in it, and it is as large in both."""
    session.set_axis(axis)
    appearance = Appearance(theme)
    picture = CasePanel(session).picture(float(SIZE[0]), float(SIZE[1]), appearance.fonts)
    assert picture is not None
    chart, colours = picture.chart, appearance.theme
    assert chart.height <= SIZE[1]  # all of it is seen at once
    canvas = ChartCanvas(appearance)
    qtbot.addWidget(canvas)
    canvas.resize(*SIZE)
    canvas.show_chart(chart)
    seen = canvas.viewport().grab().toImage()

    def paint(surface: Surface) -> None:
        paint_chart(chart, surface, colours, Emphasis(), describe=None)

    made = sheet_image(Sheet(*SIZE, paint, ""), appearance.fonts, background=colours.background)
    assert seen.convertToFormat(made.format()) == made
    assert len({made.pixel(x, y) for x in range(0, 900, 7) for y in range(0, 700, 7)}) > 5


def test_pages_or_why_there_are_none(session: Session, qtbot: QtBot) -> None:
    (offer,) = offers(session, date(2026, 11, 21))
    fonts = Fonts()
    assert len(plan_pages(offer.subject, USUAL, fonts).sheets) == 1
    small = replace(USUAL, paper=Paper(520, 300), one_page=True)
    assert "has no room" in plan_pages(offer.subject, small, fonts).fault
    tiny = replace(USUAL, paper=Paper(100, 100))
    assert "is too small" in plan_pages(offer.subject, tiny, fonts).fault
    huge = replace(USUAL, paper=Paper(19_000, 19_000))
    assert "is too large" in plan_pages(offer.subject, huge, fonts).fault
    with pytest.raises(Cancelled):
        plan_pages(offer.subject, USUAL, fonts, lambda: True)


def test_a_page_is_painted_as_large_as_it_is_seen(qtbot: QtBot) -> None:
    sheet = Sheet(300.0, 200.0, lambda _surface: None, "")
    fonts = Fonts()
    image = page_image(sheet, USUAL, fonts, 0.5)
    assert (image.width(), image.height()) == (150, 100)
    assert page_image(sheet, USUAL, fonts, 0.0).width() == 6  # never nothing
    with pytest.raises(Cancelled):
        page_image(sheet, USUAL, fonts, 0.5, lambda: True)


def test_a_watched_page_tells_and_stops(qtbot: QtBot) -> None:
    painted: list[str] = []
    told: list[tuple[int, int]] = []
    stopped = False
    watched = Watched(lambda: stopped, lambda done, total: told.append((done, total)), 3)
    sheet = watched.sheet(Sheet(300.0, 200.0, lambda _surface: painted.append("page"), ""), 1)
    sheet_image(sheet, Fonts())
    assert (painted, told) == (["page"], [(1, 3)])
    stopped = True
    with pytest.raises(Cancelled):
        sheet_image(sheet, Fonts())
    assert painted == ["page"]
