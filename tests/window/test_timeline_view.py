"""The middle of the window: words, notices, and when it is laid out."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from tests.session.small_cases import four_events, opened
from tests.window.conftest import trigger
from tests.window.test_chart_canvas import (
    LEFT,
    drag,
    length,
    mark_of,
    place_of,
    seen,
    settle,
    tall,
)
from tests.window.test_plain import shown_texts
from timeline_app.case.model import Kind
from timeline_app.case.opening import open_case
from timeline_app.drawing.theme import DARK, LIGHT
from timeline_app.layout.chart import TextMeasurer
from timeline_app.paths import cases_folder
from timeline_app.session.picture import Picture, Scene, lay_out
from timeline_app.settings import ThemeChoice
from timeline_app.window.main_window import MainWindow


class Layouts:
    """Counts how often the chart is laid out."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        monkeypatch.setattr("timeline_app.session.panel.lay_out", self._lay_out)

    def _lay_out(
        self, scene: Scene, width: float, height: float, measurer: TextMeasurer
    ) -> Picture | None:
        self.count += 1
        return lay_out(scene, width, height, measurer)


# -- words


def test_title_summary_and_the_names_of_lanes(window: MainWindow) -> None:
    settle(window)
    titles = {lane.title.text.lower() for lane in window.timeline.canvas.chart.lanes}
    assert {"contact", "leak", "detection", "arrest"} <= titles
    trigger(window, "lanes-actor")
    settle(window)
    titles = {lane.title.text for lane in window.timeline.canvas.chart.lanes}
    assert {"Feng & sons", "法院"} <= titles
    title, summary, *_ = shown_texts(window.timeline)
    assert title == "The case four"
    assert summary.startswith("4 events · 1 dated · order established for 5 of 6 pairs")
    trigger(window, "next-case")
    settle(window)
    assert shown_texts(window.timeline)[0] == "The case second"


def test_what_is_hidden_is_said_and_shown_again_by_a_click(window: MainWindow) -> None:
    notice = window.timeline.head.hidden_notice
    settle(window)
    assert not notice.isVisible()
    window.session.show_kind(Kind.LEAK, shown=False)
    window.session.show_actor("court", shown=False)
    settle(window)
    assert notice.isVisible()
    assert notice.text() == "2 of 4 hidden — show all (H)"
    assert {mark.event for mark in window.timeline.canvas.chart.events} == {0, 2}
    QTest.mouseClick(notice, LEFT)
    settle(window)
    assert not notice.isVisible()
    assert {mark.event for mark in window.timeline.canvas.chart.events} == {0, 1, 2, 3}
    for kind in Kind:
        window.session.show_kind(kind, shown=False)
    settle(window)
    assert notice.text().startswith("4 of 4 hidden")
    assert not window.timeline.head.lost_notice.isVisible()


def test_what_does_not_count_is_said(window: MainWindow, qtbot: QtBot) -> None:
    notice = window.timeline.head.bases_notice
    for identity, words in (
        ("inferred", "Inferred statements are switched off"),
        ("assumed", "Inferred and assumed statements are switched off"),
        ("inferred", "Assumed statements are switched off"),
        ("assumed", ""),
    ):
        trigger(window, identity)
        qtbot.waitUntil(lambda: not window.background.is_busy)
        settle(window)
        assert notice.isVisible() is bool(words)
        assert notice.text() == words


def test_where_no_event_lies_the_way_back_is_offered(window: MainWindow) -> None:
    notice = window.timeline.head.lost_notice
    trigger(window, "axis-calendar")
    window.session.see_seconds(10**10, 10**10 + 3600)
    settle(window)
    assert notice.isVisible()
    assert notice.text() == "No event lies here; 4 elsewhere — fit the case (F)"
    QTest.mouseClick(notice, LEFT)
    settle(window)
    assert not notice.isVisible()
    assert {mark.event for mark in window.timeline.canvas.chart.events} == {0, 1, 2, 3}


# -- when it is laid out


def test_many_changes_are_laid_out_once_and_a_choice_not_at_all(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(window)
    layouts = Layouts(monkeypatch)
    for _ in range(20):
        window.session.zoom(0.99)
        window.session.pan(0.01)
    assert layouts.count == 0
    QCoreApplication.processEvents()
    assert layouts.count == 1
    for event in (1, 2, 3, 0):
        window.session.select(event)
        window.session.hover(event)
    window.session.choose_other(2)
    settle(window)
    # The legend may take another row for the signs of a choice; then there is another height.
    assert layouts.count <= 2


@pytest.mark.parametrize("number", [2, 9])
def test_every_size_comes_to_rest(
    empty_window: MainWindow, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """The legend's height depends on the chart, and the chart's on the room the legend leaves."""
    path = sorted(cases_folder().glob(f"{number:02}-*.json"))[0]
    empty_window.session.add_cases([open_case(path)])
    layouts = Layouts(monkeypatch)
    for identity in ("axis-order", "axis-calendar"):
        trigger(empty_window, identity)
        for width, height in ((800, 600), (1000, 680), (1440, 900)):
            empty_window.resize(width, height)
            settle(empty_window)
            before = layouts.count
            settle(empty_window)
            assert layouts.count == before
            canvas = empty_window.timeline.canvas
            assert canvas.chart.width == canvas.viewport().width()


# -- the lanes


def test_the_chosen_event_is_brought_into_sight(window: MainWindow) -> None:
    tall(window)
    scroll, canvas = window.timeline.lane_scroll, window.timeline.canvas
    room = canvas.viewport().height() - canvas.chart.axis_height
    for event in (29, 0, 15, 4):
        window.session.select(event)
        area = mark_of(window, event).area
        assert scroll.value() <= area.y
        assert area.bottom <= scroll.value() + room + 1


def test_lanes_stay_where_the_reviewer_put_them_while_the_stretch_moves(
    window: MainWindow,
) -> None:
    """Only another choice moves them, or the hand; a scroll bar stands where one is needed."""
    settle(window)
    assert not window.timeline.lane_scroll.isVisible()
    tall(window)
    assert window.timeline.lane_scroll.isVisible()
    window.timeline.lane_scroll.setValue(60)
    drag(window.timeline.canvas.viewport(), QPoint(200, 90), QPoint(200, 60))
    assert window.timeline.lane_scroll.value() == 90
    window.session.select(0)
    settle(window)
    window.timeline.lane_scroll.setValue(window.timeline.lane_scroll.maximum())
    where = window.timeline.lane_scroll.value()
    assert mark_of(window, 0).area.bottom < where
    trigger(window, "zoom-in")
    settle(window)
    assert window.timeline.lane_scroll.value() == pytest.approx(where, abs=1)


# -- pointing


def test_a_tooltip_tells_the_whole_title_and_the_time(window: MainWindow) -> None:
    title = "\n".join(f"line {number} <b>" for number in range(30))
    case = four_events("long")
    first = msgspec.structs.replace(case.events[0], title=title)
    case = msgspec.structs.replace(case, events=(first, *case.events[1:]))
    window.session.add_cases([opened(case)])
    settle(window)
    QTest.mouseMove(window.timeline.canvas.viewport(), place_of(window, 0))
    window.timeline.canvas.hover(QPointF(place_of(window, 0)))
    assert "line 29 &lt;b&gt;" in QToolTip.text()
    assert "no later than 1 March 2025" in QToolTip.text()
    QToolTip.hideText()


def test_another_case_forgets_what_lay_under_the_pointer(window: MainWindow) -> None:
    """However one gets there: an index of one case means nothing in another."""
    for leave in ("next-case", "back", "close-case"):
        window.session.hover(3)
        trigger(window, leave)
        assert window.session.hovered is None, leave


# -- the legend


def test_the_legend_explains_what_is_painted_and_the_canvas_takes_the_theme(
    window: MainWindow,
) -> None:
    settle(window)
    before = window.timeline.legend.grab().toImage()
    window.session.select(None)
    settle(window)
    assert window.timeline.legend.grab().toImage() != before
    for choice, theme in ((ThemeChoice.DARK, DARK), (ThemeChoice.LIGHT, LIGHT)):
        window.appearance.choose(choice)
        assert window.appearance.theme is theme
        picture = window.timeline.canvas.grab().toImage()
        far = picture.pixelColor(picture.width() - 2, 2).rgba()
        assert far in {theme.background, theme.lane_tint}


def test_keys_move_the_stretch(window: MainWindow) -> None:
    canvas = window.timeline.canvas
    canvas.setFocus()
    whole = length(window)
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert length(window) == pytest.approx(whole / 1.5)
    before = seen(window).columns.first
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert seen(window).columns.first > before
    QTest.keyClick(canvas, Qt.Key.Key_F)
    assert length(window) == whole
