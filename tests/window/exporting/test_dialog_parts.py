"""The foot of the dialog, and the column of choices."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.session.small_cases import four_events, opened
from tests.window.exporting.conftest import Desk
from timeline_app.pictures.choices import PictureChoices, PictureFormat
from timeline_app.session.session import Session
from timeline_app.tables.table_files import TableFormat
from timeline_app.window.exporting.dialog_parts import Foot
from timeline_app.window.exporting.export_choice import ExportChoice, Purpose
from timeline_app.window.exporting.making import Result
from timeline_app.window.exporting.offers import Offer, offers

USUAL = ExportChoice(PictureChoices())


@pytest.fixture
def offer() -> Offer:
    session = Session()
    session.add_cases([opened(four_events())])
    (one,) = offers(session, date(2026, 11, 21))
    return one


@pytest.fixture
def foot(qtbot: QtBot) -> Foot:
    made = Foot(Purpose.FILE)
    qtbot.addWidget(made)
    return made


def test_the_buttons_say_what_they_would_do(foot: Foot, offer: Offer, qtbot: QtBot) -> None:
    for form, copy, make in (
        (PictureFormat.PNG, "Copy the page as an image", "Save as png"),
        (PictureFormat.SVG, "Copy the page as SVG", "Save as svg"),
        (TableFormat.CSV, "Copy the table", "Save as csv"),
    ):
        foot.suit(USUAL.with_format(form), offer)
        assert (foot.copy.accessibleName(), foot.make.accessibleName()) == (copy, make)
    printing = Foot(Purpose.PRINT)
    qtbot.addWidget(printing)
    printing.suit(USUAL, offer)
    assert printing.make.text() == "&Print…"
    assert printing.make.accessibleName() == "Print The case four"
    assert printing.copy.isHidden()


@pytest.mark.parametrize(
    ("form", "pages", "words"),
    [
        (PictureFormat.PNG, 3, "These become 3 numbered files."),
        (PictureFormat.PNG, 1, ""),
        (PictureFormat.PDF, 3, ""),
    ],
)
def test_several_files_are_told_beforehand(
    foot: Foot, form: PictureFormat, pages: int, words: str
) -> None:
    foot.tell_files(USUAL.with_format(form), pages)
    assert foot.words.text() == words


def test_progress_is_seen_only_while_there_is_any(foot: Foot) -> None:
    assert foot.bar.isHidden()
    foot.begin("Saving 3 pages")
    assert (foot.words.text(), foot.make.isEnabled()) == ("Saving 3 pages…", False)
    foot.progress(2, 3)
    assert (foot.bar.value(), foot.bar.maximum(), foot.cancel.isHidden()) == (2, 3, False)
    foot.end(Result("The disk is full.", done=False))
    assert (foot.words.text(), foot.make.isEnabled()) == ("The disk is full.", True)
    assert foot.bar.isHidden()
    assert foot.cancel.isHidden()
    assert foot.words.objectName() == "notice"  # a fault stands out
    foot.end(Result("Saved.", done=True))
    assert foot.words.objectName() == "soft"


def test_the_column_scrolls_down_and_never_sideways(desk: Desk) -> None:
    dialog = desk.open()
    dialog.resize(dialog.minimumSizeHint())
    desk.come_to_rest(dialog)
    bars = dialog.column.horizontalScrollBar(), dialog.column.verticalScrollBar()
    assert [bar.maximum() > 0 for bar in bars] == [False, True]
    inside = dialog.form.parentWidget()
    assert isinstance(inside, QWidget)
    assert inside.width() <= dialog.column.viewport().width()
