"""Two cases in the window, used through its actions, keys and the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.session.small_cases import broken
from tests.window.comparing_windows import chosen, come_to_rest
from tests.window.conftest import trigger
from timeline_app.case.comparing.anchors import Which
from timeline_app.case.model import Kind
from timeline_app.drawing.legend import Meaning
from timeline_app.layout.comparison.align import Align
from timeline_app.session.comparing import Side
from timeline_app.window import asking
from timeline_app.window.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


def click(window: MainWindow, side: Side, event: int) -> None:
    canvas = window.comparison.sides[side].canvas
    mark = next(one for one in canvas.chart.events if one.event == event)
    glyph = mark.glyph
    place = QPointF(glyph.x + 4, glyph.y + 4 - canvas.scrolled).toPoint()
    QTest.mouseClick(canvas.viewport(), LEFT, pos=place)


def test_both_are_shown_with_their_titles_and_the_width(compared: MainWindow) -> None:
    assert compared.middle.currentWidget() is compared.comparison
    titles = [compared.comparison.sides[side].head.title.whole_text for side in Side]
    assert titles == ["A · The case four", "B · The case hired"]
    assert compared.comparison.bar.words.whole_text.startswith("3 pairs · detection only in A")
    assert not compared.detail.isVisible()
    trigger(compared, "details")
    assert compared.detail.isVisible()
    trigger(compared, "leave-comparison")
    assert compared.middle.currentWidget() is compared.timeline
    assert compared.detail.isVisible()


def test_a_step_a_click_and_the_keys_go_through_pairs(compared: MainWindow) -> None:
    assert chosen(compared) == (0, 0)
    trigger(compared, "next-event")
    assert chosen(compared) == (1, 2)
    assert compared._status.text().startswith("pair 2 of 3 · leak · A “Papers change hands”")
    assert QApplication.focusWidget() is compared.comparison.sides[Side.A].canvas
    QTest.keyClick(compared.comparison.sides[Side.A].canvas, Key.Key_Right)
    assert chosen(compared) == (3, 3)
    compared.comparison.sides[Side.B].lane_scroll.setValue(0)
    click(compared, Side.B, 0)
    assert chosen(compared) == (0, 0)
    assert compared.session.active_side is Side.B
    assert compared.comparison.sides[Side.B].head.property("active") is True
    assert compared.comparison.sides[Side.A].head.property("active") is False
    trigger(compared, "other-side")
    assert compared.session.active_side is Side.A
    assert QApplication.focusWidget() is compared.comparison.sides[Side.A].canvas


def test_stacked_and_side_by_side_by_one_key(compared: MainWindow, qtbot: QtBot) -> None:
    a, b = (compared.comparison.sides[side] for side in Side)
    assert a.mapTo(compared, QPoint(0, 0)).x() == b.mapTo(compared, QPoint(0, 0)).x()
    QTest.keyClick(a.canvas, Key.Key_S)
    come_to_rest(compared, qtbot)
    assert a.mapTo(compared, QPoint(0, 0)).y() == b.mapTo(compared, QPoint(0, 0)).y()
    assert abs(a.width() - b.width()) <= 2
    assert not compared.choices.settings.compared_as.stacked
    assert compared.comparison.overlay.lines().lines


def test_aligning_by_keys_and_a_case_that_lacks_the_anchor(
    compared: MainWindow, qtbot: QtBot
) -> None:
    canvas = compared.comparison.sides[Side.A].canvas
    for key, words in (
        (Key.Key_2, "the first recruitment"),
        (Key.Key_C, "the calendar"),
        (Key.Key_3, "the first leak"),
        (Key.Key_O, "order"),
    ):
        QTest.keyClick(canvas, key)
        come_to_rest(compared, qtbot)
        assert f"aligned on {words}" in compared.comparison.bar.words.whole_text
        assert compared.comparison.bar.align.text() == f"Align: {words} ▾"
    compared.session.align_on_kind(Which.LAST, Kind.RECRUITMENT)
    come_to_rest(compared, qtbot)
    summary = compared.comparison.sides[Side.A].head.summary.text()
    assert summary.startswith("This case has no recruitment to align on")
    assert canvas.isVisible()
    trigger(compared, "align-chosen")
    come_to_rest(compared, qtbot)
    assert compared.session.compared is not None
    assert compared.session.compared.align is Align.DAY_ZERO


def test_panning_one_moves_both_while_they_are_linked(compared: MainWindow, qtbot: QtBot) -> None:
    trigger(compared, "zoom-in")
    a, b = (compared.comparison.sides[side].canvas for side in Side)
    for linked in (True, False):
        before = a.chart, b.chart
        trigger(compared, "pan-later" if linked else "pan-earlier")
        come_to_rest(compared, qtbot)
        assert a.chart is not before[0]
        assert (b.chart is not before[1]) is linked
        trigger(compared, "linked")
        compared.session.activate(Side.A)
        come_to_rest(compared, qtbot)


def test_a_broken_case_takes_its_side_with_words(compared: MainWindow, qtbot: QtBot) -> None:
    compared.session.add_cases([broken()])
    come_to_rest(compared, qtbot)
    head = compared.comparison.sides[Side.A].head
    assert head.title.whole_text == "A · broken.case.json"
    assert head.summary.text().startswith("‘broken.case.json’ does not open")
    assert compared.comparison.bar.words.whole_text.startswith("‘broken.case.json’")
    assert not compared.comparison.overlay.lines().lines
    trigger(compared, "previous-case")
    come_to_rest(compared, qtbot)
    assert compared.session.comparison is not None


def test_escape_ends_measuring_first_and_then_the_comparison(compared: MainWindow) -> None:
    canvas = compared.comparison.sides[Side.A].canvas
    trigger(compared, "measure")
    QTest.keyClick(canvas, Key.Key_Escape)
    assert compared.session.other is None
    compared.cases.filter.setFocus()
    compared.cases.filter.setText("four")
    QTest.keyClick(compared.cases.filter, Key.Key_Escape)
    assert compared.cases.filter.text() == ""
    assert compared.session.comparing is not None
    canvas.setFocus()
    QTest.keyClick(canvas, Key.Key_Escape)
    assert compared.session.comparing is None


def test_choosing_replacing_and_exchanging_the_cases(
    compared: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[int]] = []

    def answer(_parent: object, _title: str, entries: list[object]) -> int:
        asked.append([getattr(entry, "number", -1) for entry in entries])
        return 2

    monkeypatch.setattr(asking, "case", answer)
    trigger(compared, "replace-b")
    come_to_rest(compared, qtbot)
    assert asked == [[2]]
    assert compared.comparison.sides[Side.B].head.title.whole_text == "B · The case second"
    trigger(compared, "swap")
    come_to_rest(compared, qtbot)
    assert compared.comparison.sides[Side.A].head.title.whole_text == "A · The case second"
    trigger(compared, "leave-comparison")
    compared.session.show_case(0)
    trigger(compared, "compare")
    assert asked[-1] == [1, 2]
    assert compared.session.comparing is not None
    trigger(compared, "close-case")
    assert compared.session.comparing is None
    assert "comparison" in compared.statusBar().currentMessage()


def test_texts_of_both_and_the_tables(compared: MainWindow) -> None:
    trigger(compared, "next-event")
    assert compared.tabs.currentWidget() is compared.tabs.phases
    trigger(compared, "both-texts")
    assert compared.tabs.currentWidget() is compared.tabs.texts
    for side in Side:
        text = compared.tabs.texts.sides[side].text
        assert text.textCursor().block().text() == "Papers were handed over later."
    trigger(compared, "phases")
    assert compared.tabs.currentWidget() is compared.tabs.phases
    trigger(compared, "copy-phases-markdown")
    assert "| stretch | A | B | difference |" in QGuiApplication.clipboard().text()
    trigger(compared, "copy-phases")
    assert "stretch\tA\tB\tdifference" in QGuiApplication.clipboard().text()


def test_everything_fits_a_small_window(compared: MainWindow, qtbot: QtBot) -> None:
    compared.resize(800, 600)
    come_to_rest(compared, qtbot)
    assert compared.width() == 800
    assert compared.height() == 600
    for side in Side:
        canvas = compared.comparison.sides[side].canvas
        assert canvas.height() >= 60
        assert canvas.chart.width == canvas.viewport().width()
    trigger(compared, "side-by-side")
    come_to_rest(compared, qtbot)
    for side in Side:
        assert compared.comparison.sides[side].canvas.width() >= 180


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_a_move_of_both_paints_everything_once(compared: MainWindow, qtbot: QtBot) -> None:
    come_to_rest(compared, qtbot)
    view = compared.comparison
    watched = [view.sides[side].canvas.viewport() for side in Side]
    paints = [Paints(widget) for widget in (*watched, view.overlay)]
    for _ in range(3):
        compared.session.zoom(0.9, 0.5)
        for _ in range(4):
            QCoreApplication.processEvents()
    assert [one.count for one in paints] == [3, 3, 3]


def test_side_by_side_lanes_and_their_scrolling_are_one(compared: MainWindow, qtbot: QtBot) -> None:
    trigger(compared, "side-by-side")
    compared.resize(1000, 520)
    come_to_rest(compared, qtbot)
    a, b = (compared.comparison.sides[side] for side in Side)
    assert a.head.height() == b.head.height()
    assert [one.rect.y for one in a.canvas.chart.lanes] == [
        one.rect.y for one in b.canvas.chart.lanes
    ]
    assert a.lane_scroll.maximum() == b.lane_scroll.maximum() > 0
    a.lane_scroll.setValue(20)
    assert b.lane_scroll.value() == 20
    trigger(compared, "linked")
    come_to_rest(compared, qtbot)
    a.lane_scroll.setValue(20)
    b.lane_scroll.setValue(10)
    assert (a.lane_scroll.value(), b.lane_scroll.value()) == (20, 10)


def test_one_legend_tells_the_signs_of_both_where_there_is_room(
    compared: MainWindow, qtbot: QtBot
) -> None:
    view = compared.comparison
    for height, shown in ((1100, True), (600, False)):
        compared.resize(1440, height)
        come_to_rest(compared, qtbot)
        assert view.legend.isVisible() is shown
        assert not any(side.legend.isVisible() for side in view.sides.values())
    compared.resize(1440, 1100)
    for side in Side:
        compared.session.activate(side)
        compared.session.select(None)
    come_to_rest(compared, qtbot)
    before = explained(compared)
    assert Meaning.PAIR in before
    assert Meaning.AFTER not in before
    click(compared, Side.A, 0)
    come_to_rest(compared, qtbot)
    assert Meaning.AFTER in explained(compared)


def explained(window: MainWindow) -> list[object]:
    """The signs that the legend tells."""
    return [entry.subject for entry in window.comparison.legend._legend.entries]


def test_two_that_are_a_pair_already_can_not_be_paired(compared: MainWindow) -> None:
    pair = compared.menus.actions["pair"]
    compared.menus.refresh()
    assert chosen(compared) == (0, 0)
    assert not pair.isEnabled()
    compared.session.set_manner(compared.session.manner._replace(linked=False))
    compared.session.activate(Side.B)
    compared.session.select(1)
    compared.menus.refresh()
    assert pair.isEnabled()
