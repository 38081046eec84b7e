"""The dialog of exporting: what is seen, what is made, and that it never stands in the way."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QInputDialog,
    QLabel,
    QWidget,
)

from tests.window.exporting.conftest import Answer, Desk, pick
from timeline_app.case.cancelling import CancelCheck, stop_if
from timeline_app.case.model import Kind
from timeline_app.drawing.pages.paper import A4, Paper
from timeline_app.drawing.theme import ThemeName
from timeline_app.layout.chart import LanesBy
from timeline_app.pictures.choices import Labels, PictureChoices, PictureFormat
from timeline_app.pictures.remembered import load_choices
from timeline_app.session.case_view import Axis
from timeline_app.settings import ThemeChoice
from timeline_app.tables.table_files import TableFormat
from timeline_app.window import asking
from timeline_app.window.exporting import maker as maker_module
from timeline_app.window.exporting.export_dialog import ExportDialog
from timeline_app.window.exporting.previewing import GIVEN_UP

SMALL = Paper(520, 300)
"""A page that is too small for the small case and its list."""


def on_paper(desk: Desk, dialog: ExportDialog, paper: Paper) -> None:
    """Choose a free size."""
    dialog.form.sizes.take(paper)
    dialog.form.sizes.changed.emit()
    desk.come_to_rest(dialog)


# -- what is seen


def test_the_page_is_seen_before_anything_is_made(desk: Desk) -> None:
    dialog = desk.open()
    assert dialog.pages.where.text() == "One page"
    assert dialog.advice.words.text().startswith("Everything has room on one page")
    assert dialog.previewing.pages is not None
    seen = dialog.pages.page.grab().toImage()
    colours = {seen.pixel(x, seen.height() // 2) for x in range(0, seen.width(), 2)}
    assert len(colours) > 3  # the ground, the page, and what is on it
    assert dialog.foot.make.isDefault()


def test_axis_and_lanes_are_those_of_the_window(desk: Desk) -> None:
    desk.session.set_axis(Axis.CALENDAR)
    desk.session.set_lanes_by(LanesBy.ACTOR)
    dialog = desk.open()
    assert dialog.choice.pictures.axis is Axis.CALENDAR
    assert dialog.choice.pictures.lanes is LanesBy.ACTOR


def test_too_small_a_page_is_told_with_ways_out(desk: Desk) -> None:
    dialog = desk.open()
    on_paper(desk, dialog, SMALL)
    pages = dialog.previewing.pages
    assert pages is not None
    assert len(pages.sheets) > 1
    assert dialog.pages.where.text().startswith("Page 1 of ")
    assert dialog.foot.words.text().endswith("numbered files.")
    larger = next(button for button in dialog.advice.buttons if "Screen" in button.text())
    larger.click()
    desk.come_to_rest(dialog)
    assert dialog.pages.where.text() == "One page"
    assert dialog.advice.buttons == []


def test_one_page_that_has_no_room_makes_nothing(desk: Desk) -> None:
    dialog = desk.open()
    on_paper(desk, dialog, SMALL)
    dialog.form.one_page.click()
    desk.come_to_rest(dialog)
    assert dialog.pages.where.text() == "No page"
    assert not dialog.foot.make.isEnabled()
    several = next(button for button in dialog.advice.buttons if "pages" in button.text())
    several.click()
    desk.come_to_rest(dialog)
    assert dialog.foot.make.isEnabled()
    assert not dialog.choice.pictures.one_page


def test_pages_are_turned_by_keys(desk: Desk) -> None:
    dialog = desk.open()
    on_paper(desk, dialog, SMALL)
    with desk.qtbot.waitActive(dialog):
        dialog.activateWindow()
    QTest.keyClick(dialog, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    desk.wait(lambda: dialog.pages.where.text().startswith("Page 2 of "))
    desk.come_to_rest(dialog)
    assert not dialog.pages.page.is_old
    QTest.keyClick(dialog, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    desk.wait(lambda: dialog.pages.at == 0)


def test_a_table_is_seen_as_rows(desk: Desk) -> None:
    desk.session.show_kind(Kind.LEAK, shown=False)
    dialog = desk.open()
    desk.choose_format(dialog, TableFormat.MARKDOWN)
    assert dialog.seen.currentWidget() is dialog.tables
    assert dialog.tables.words.text() == "All 3 events that are not hidden"
    assert not dialog.form.theme.isVisible()
    desk.choose_format(dialog, PictureFormat.PDF)
    assert dialog.form.theme.isVisible()


def test_two_cases_or_the_active_one(desk: Desk) -> None:
    desk.compare()
    dialog = desk.open()
    assert dialog.form.offer.isVisible()
    assert not dialog.form.axis.isVisible()
    assert [dialog.form.offer.itemText(row) for row in range(2)] == [
        "Both cases, compared",
        "B alone: The case hired",
    ]
    pick(dialog.form.offer, 1)
    desk.come_to_rest(dialog)
    assert dialog.form.axis.isVisible()


def test_a_preview_that_is_cancelled_says_so_and_comes_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = desk.open()
    begun = threading.Event()

    def endless(_subject: object, _choices: object, _fonts: object, stop: CancelCheck) -> None:
        begun.set()
        while True:
            stop_if(stop)

    with monkeypatch.context() as slow:
        slow.setattr("timeline_app.window.exporting.previewing.plan_pages", endless)
        dialog.form.one_page.click()
        desk.wait(begun.is_set)
        desk.background.cancel_all()
        desk.wait(lambda: dialog.advice.words.text() == GIVEN_UP)
    dialog.form.one_page.click()
    desk.come_to_rest(dialog)
    assert dialog.pages.where.text() == "One page"


# -- what is made


@pytest.mark.parametrize("form", [*PictureFormat, *TableFormat])
def test_every_format_is_saved(
    desk: Desk,
    tmp_path: Path,
    answer: Answer,
    form: PictureFormat | TableFormat,
) -> None:
    asked = answer(tmp_path / "chosen")
    dialog = desk.open()
    desk.choose_format(dialog, form)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    written = tmp_path / f"chosen.{form}"
    assert desk.made(dialog) == f"Saved as {written}."
    assert asked == [f"four.{form}"]
    assert dialog.focusWidget() is dialog.form.format  # where one was before
    assert written.stat().st_size > 100
    assert list(tmp_path.iterdir()) == [written]
    assert dialog.isVisible()
    assert desk.said == [f"Saved as {written}."]


def test_several_pages_become_numbered_files_and_ask_before_they_replace(
    desk: Desk, tmp_path: Path, answer: Answer
) -> None:
    (tmp_path / "four-1.png").write_text("old")
    asked = answer(tmp_path / "four.png")
    dialog = desk.open()
    on_paper(desk, dialog, SMALL)
    dialog.foot.make.click()
    words = desk.made(dialog)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert words == f"Saved as {len(names)} files in {tmp_path}: {names[0]} to {names[-1]}."
    assert asked[1] == f"{tmp_path / 'four-1.png'} stands there already. Replace it?"
    assert not QImage(str(tmp_path / "four-1.png")).isNull()


def test_what_is_not_to_be_replaced_stays(
    desk: Desk,
    tmp_path: Path,
    answer: Answer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "four.png").write_text("old")
    answer(tmp_path / "four")  # without its suffix, so that the file dialog has not asked
    monkeypatch.setattr(asking, "agreement", lambda *_asked: False)
    dialog = desk.open()
    dialog.foot.make.click()
    assert desk.made(dialog) == "Cancelled; nothing was made."
    assert (tmp_path / "four.png").read_text() == "old"


@pytest.mark.parametrize(
    ("where", "words"),
    [("nowhere/four.png", "there is no such folder"), ("folder.png", "is a folder")],
)
def test_what_can_not_be_written_is_said_and_the_dialog_stays(
    desk: Desk, tmp_path: Path, answer: Answer, where: str, words: str
) -> None:
    (tmp_path / "folder.png").mkdir()
    answer(tmp_path / where)
    dialog = desk.open()
    dialog.foot.make.click()
    assert words in desk.made(dialog)
    assert dialog.isVisible()
    assert dialog.foot.make.isEnabled()
    assert [path.name for path in tmp_path.rglob("*")] == ["folder.png"]


def test_escape_cancels_what_is_being_made_then_closes(
    desk: Desk,
    tmp_path: Path,
    answer: Answer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun = endless_writing(monkeypatch)
    answer(tmp_path / "four.png")
    dialog = desk.open()
    dialog.foot.make.click()
    desk.wait(begun.is_set)
    assert dialog.foot.cancel.isVisible()
    assert not dialog.column.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk.made(dialog) == "Cancelled; nothing was made."
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desk.wait(lambda: not desk.parent.findChildren(ExportDialog))
    assert list(tmp_path.iterdir()) == []


def test_the_window_may_close_while_something_is_made(
    desk: Desk,
    tmp_path: Path,
    answer: Answer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun = endless_writing(monkeypatch)
    answer(tmp_path / "four.png")
    dialog = desk.open()
    dialog.foot.make.click()
    desk.wait(begun.is_set)
    desk.exporter.close()  # as the window does
    desk.wait(lambda: not desk.background.is_busy)
    assert list(tmp_path.iterdir()) == []


def endless_writing(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Has writing last until it is cancelled; the event is set once it has begun."""
    begun = threading.Event()

    def write(_order: object, _fonts: object, _told: object, cancelled: CancelCheck) -> None:
        begun.set()
        while True:
            stop_if(cancelled)

    monkeypatch.setattr(maker_module, "write_pictures", write)
    return begun


# -- what is remembered


def test_choices_are_remembered(desk: Desk) -> None:
    dialog = desk.open()
    dialog.form.take(
        dialog.choice._replace(
            pictures=PictureChoices(
                format=PictureFormat.PDF, paper=A4, theme=ThemeName.PRINT, legend=False
            )
        )
    )
    dialog.close()
    found = load_choices().choices.latest
    assert (found.format, found.paper, found.legend) == (PictureFormat.PDF, A4, False)
    again = desk.open()
    assert again.choice.pictures.theme is ThemeName.PRINT


def test_presets_are_kept_chosen_and_deleted(
    desk: Desk, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(None)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_asked, **_more: (" For a report ", True))
    dialog = desk.open()
    pick(dialog.form.labels, Labels.NUMBERS)
    desk.come_to_rest(dialog)
    dialog.presets.keep.click()
    assert dialog.foot.words.text() == "Kept as “For a report”."
    assert dialog.presets.names.currentText() == "For a report"
    pick(dialog.form.labels, Labels.TITLES)
    assert dialog.presets.names.currentText() == "None"
    pick(dialog.presets.names, "For a report")
    desk.come_to_rest(dialog)
    assert dialog.choice.pictures.labels is Labels.NUMBERS
    dialog.presets.delete.click()
    assert asked == ["Delete the preset “For a report”?"]
    assert load_choices().choices.named == {}
    assert dialog.choice.pictures.labels is Labels.NUMBERS


# -- for everybody


def test_every_letter_leads_to_one_thing(desk: Desk) -> None:
    dialog = desk.open()
    texts = [button.text() for button in dialog.findChildren(QAbstractButton)]
    texts += [label.text() for label in dialog.findChildren(QLabel) if "&" in label.text()]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) == len(set(letters)) >= 20


@pytest.mark.parametrize("printing", [False, True])
def test_everything_that_takes_keys_has_a_name(desk: Desk, printing: bool) -> None:
    dialog = desk.open(printing=printing)
    for kind in (QComboBox, QAbstractSpinBox, QAbstractButton):
        for widget in dialog.findChildren(kind):
            named = widget.accessibleName() or getattr(widget, "text", str)()
            assert named or not widget.isVisible(), widget


def test_the_dialog_has_room_on_a_small_screen(desk: Desk) -> None:
    dialog = desk.open()
    least = dialog.minimumSizeHint()
    assert least.width() <= 780
    assert least.height() <= 560
    inside = dialog.form.minimumSizeHint().width()
    assert inside <= dialog.column.width() - 20


def test_tab_reaches_every_field(desk: Desk) -> None:
    dialog = desk.open()
    reached: set[QWidget] = set()
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        focus = dialog.focusWidget()
        if focus is not None:
            reached.add(focus)
    wanted = [dialog.form.format, dialog.form.theme, dialog.presets.keep, dialog.foot.make]
    assert reached.issuperset([*wanted, dialog.form.one_page, dialog.pages.full_size])


def test_another_theme_is_taken_at_once(desk: Desk) -> None:
    dialog = desk.open()
    before = dialog.styleSheet()
    desk.appearance.choose(ThemeChoice.DARK)
    assert dialog.styleSheet() != before


def test_printing_offers_paper_only(desk: Desk) -> None:
    dialog = desk.open(printing=True)
    assert dialog.windowTitle() == "Print"
    assert dialog.choice.pictures.paper == A4
    assert not dialog.form.format.isVisible()
    assert not dialog.foot.copy.isVisible()
    dialog.close()
    assert load_choices().choices.latest == PictureChoices()  # a file is another matter


def test_a_preset_for_a_file_is_printed_on_paper(desk: Desk) -> None:
    desk.exporter.kept.keep("Screen", replace(PictureChoices(), theme=ThemeName.PRINT))
    dialog = desk.open(printing=True)
    pick(dialog.presets.names, "Screen")
    desk.come_to_rest(dialog)
    assert dialog.choice.pictures.theme is ThemeName.PRINT
    assert dialog.choice.pictures.paper == A4


def test_there_is_one_dialog_at_a_time(desk: Desk) -> None:
    desk.open()
    desk.open(printing=True)
    visible = [one for one in desk.parent.findChildren(ExportDialog) if one.isVisible()]
    assert [one.windowTitle() for one in visible] == ["Print"]
