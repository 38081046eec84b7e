"""What is worked out for the eye: the latest question counts, and nothing is done twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from tests.window.exporting.conftest import Desk
from timeline_app.drawing.pages.paper import Paper
from timeline_app.pictures.choices import PictureChoices, PictureFormat
from timeline_app.tables.table_files import TableFormat
from timeline_app.window.exporting import previewing as module
from timeline_app.window.exporting.export_choice import ExportChoice
from timeline_app.window.exporting.offers import offers
from timeline_app.window.exporting.planned_pages import PlannedPages
from timeline_app.window.exporting.previewing import Previewing

USUAL = ExportChoice(PictureChoices())


class Listener:
    """Writes down what is answered."""

    def __init__(self, previewing: Previewing) -> None:
        self.planned: list[PlannedPages] = []
        self.painted: list[tuple[int, QImage]] = []
        self.advised: list[object] = []
        self.tabled: list[object] = []
        self.failed: list[str] = []
        previewing.planned.connect(self.planned.append)
        previewing.painted.connect(lambda number, image: self.painted.append((number, image)))
        previewing.advised.connect(self.advised.append)
        previewing.tabled.connect(lambda tables, _rows: self.tabled.append(tables))
        previewing.failed.connect(self.failed.append)


@pytest.fixture
def previewing(desk: Desk) -> Iterator[Previewing]:
    from datetime import date

    offered = offers(desk.session, date(2026, 11, 21))
    parent = QObject()
    made = Previewing(offered, desk.background, desk.appearance.fonts, parent)
    yield made
    made.close()
    desk.wait(lambda: not desk.background.is_busy)


def test_pages_then_the_page_then_advice(desk: Desk, previewing: Previewing) -> None:
    heard = Listener(previewing)
    previewing.planned.connect(lambda _pages: previewing.paint(0, 0.25))
    previewing.ask(USUAL)
    assert previewing.pages is None
    desk.wait(lambda: bool(heard.advised))
    assert previewing.pages == heard.planned[0]
    ((number, image),) = heard.painted
    assert (number, image.width(), image.height()) == (0, 400, 225)


def test_another_kind_of_file_has_the_same_pages(
    desk: Desk, previewing: Previewing, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Listener(previewing)
    previewing.ask(USUAL)
    desk.wait(lambda: bool(heard.planned))
    monkeypatch.delattr(module, "plan_pages")
    previewing.ask(USUAL.with_format(PictureFormat.PDF))
    desk.wait(lambda: len(heard.planned) == 2)
    assert heard.planned[0] is heard.planned[1]


def test_only_the_latest_question_is_answered(desk: Desk, previewing: Previewing) -> None:
    heard = Listener(previewing)
    for width in (1200, 1300, 1400):
        paper = Paper(width, 900)
        previewing.ask(ExportChoice(replace(USUAL.pictures, paper=paper)))
    desk.wait(lambda: bool(heard.planned) and not desk.background.is_busy)
    (pages,) = heard.planned
    assert pages.sheets[0].width == 1400


def test_a_page_that_is_turned_to_comes_before_advice(desk: Desk, previewing: Previewing) -> None:
    heard = Listener(previewing)
    paper = Paper(520, 300)
    previewing.ask(ExportChoice(replace(USUAL.pictures, paper=paper)))
    desk.wait(lambda: bool(heard.planned))
    previewing.paint(0, 0.5)
    previewing.paint(1, 0.5)
    previewing.paint(99, 0.5)  # there is none
    desk.wait(lambda: bool(heard.advised))
    assert [number for number, _image in heard.painted] == [1]
    previewing.paint(0, 0.5)
    desk.wait(lambda: len(heard.painted) == 2)
    assert len(heard.advised) == 1


def test_advice_gives_way_and_comes_later(desk: Desk, previewing: Previewing) -> None:
    heard = Listener(previewing)
    previewing.planned.connect(lambda _pages: previewing.paint(0, 0.25))
    previewing.painted.connect(lambda _number, _image: previewing.give_way())
    previewing.ask(USUAL)
    desk.wait(lambda: bool(heard.painted) and not desk.background.is_busy)
    assert heard.advised == []
    previewing.go_on()
    previewing.go_on()
    desk.wait(lambda: bool(heard.advised) and not desk.background.is_busy)
    assert len(heard.advised) == 1


def test_without_pages_there_is_advice_all_the_same(desk: Desk, previewing: Previewing) -> None:
    heard = Listener(previewing)
    small = replace(USUAL.pictures, paper=Paper(520, 300), one_page=True)
    previewing.ask(ExportChoice(small))
    desk.wait(lambda: bool(heard.advised))
    assert heard.planned[0].fault
    assert heard.painted == []


def test_tables(desk: Desk, previewing: Previewing) -> None:
    heard = Listener(previewing)
    previewing.ask(USUAL.with_format(TableFormat.MARKDOWN))
    desk.wait(lambda: bool(heard.tabled))
    assert heard.planned == []
    assert heard.failed == []


@pytest.mark.logs("Making the preview failed")
def test_what_fails_is_said(
    desk: Desk, previewing: Previewing, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Listener(previewing)

    def break_down(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(module, "plan_pages", break_down)
    previewing.ask(USUAL)
    desk.wait(lambda: bool(heard.failed))
