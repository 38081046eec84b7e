"""The canvas under mouse, wheel and fingers: what it says, and what the session makes of it.

The gestures below serve the other tests of the window as well.
"""

from __future__ import annotations

import pyqtgraph
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.session.small_cases import opened
from tests.window.conftest import trigger
from timeline_app.case.model import Case, Event, Kind
from timeline_app.drawing.paint import paint_chart
from timeline_app.drawing.surface import Surface
from timeline_app.drawing.theme import Theme
from timeline_app.layout.chart import Chart, Emphasis, EventMark
from timeline_app.session.case_view import Axis, CaseView
from timeline_app.window.chart_canvas import ChartCanvas
from timeline_app.window.main_window import MainWindow

NO_KEYS = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
NOTCH = 120

# -- gestures


def settle(window: MainWindow) -> None:
    """Let the window lay out and paint what has changed, until nothing changes any more."""
    for _ in range(10):
        before = window.timeline.canvas.chart
        for _ in range(3):  # a timer, what it has posted, and what that has posted
            QCoreApplication.processEvents()
        if window.timeline.canvas.chart is before:
            return
    pytest.fail("the timeline is laid out again and again")


def mark_of(window: MainWindow, event: int) -> EventMark:
    """The mark of an event that is in view."""
    return next(mark for mark in window.timeline.canvas.chart.events if mark.event == event)


def place_of(window: MainWindow, event: int) -> QPoint:
    """The middle of an event's glyph in the viewport; the lanes are not scrolled."""
    glyph = mark_of(window, event).glyph
    scroll = window.timeline.lane_scroll.value()
    return QPointF(glyph.x + glyph.width / 2, glyph.y + glyph.height / 2 - scroll).toPoint()


def click_event(window: MainWindow, event: int, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Click the glyph of an event."""
    QTest.mouseClick(window.timeline.canvas.viewport(), LEFT, keys, place_of(window, event))
    QCoreApplication.processEvents()


def drag(port: QWidget, start: QPoint, end: QPoint) -> None:
    """Go there, press, move in steps, let go."""
    pyqtgraph.setConfigOption("mouseRateLimit", 0)  # else moves as fast as these are left out
    steps = 8
    QTest.mouseMove(port, start)
    QTest.mousePress(port, LEFT, NO_KEYS, start)
    for step in range(1, steps + 1):
        here = QPointF(start) + QPointF(end - start) * (step / steps)
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            here,
            QPointF(port.mapToGlobal(here.toPoint())),
            Qt.MouseButton.NoButton,
            LEFT,
            NO_KEYS,
        )
        QCoreApplication.sendEvent(port, move)
    QTest.mouseRelease(port, LEFT, NO_KEYS, end)
    QCoreApplication.processEvents()


def double_click(canvas: ChartCanvas, place: QPoint) -> None:
    """Click twice, as a mouse does it: press, release, double click, release."""
    port = canvas.viewport()
    QTest.mouseClick(port, LEFT, NO_KEYS, place)
    twice = QMouseEvent(
        QEvent.Type.MouseButtonDblClick,
        QPointF(place),
        QPointF(port.mapToGlobal(place)),
        LEFT,
        LEFT,
        NO_KEYS,
    )
    QCoreApplication.sendEvent(port, twice)
    QTest.mouseRelease(port, LEFT, NO_KEYS, place)
    QCoreApplication.processEvents()


def wheel(
    canvas: ChartCanvas,
    place: QPoint,
    angle: QPoint,
    keys: Qt.KeyboardModifier = NO_KEYS,
    pixels: QPoint | None = None,
) -> None:
    """Turn the wheel over a place of the viewport."""
    event = QWheelEvent(
        QPointF(place),
        QPointF(canvas.viewport().mapToGlobal(place)),
        pixels or QPoint(),
        angle,
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(canvas.viewport(), event)
    QCoreApplication.processEvents()


def pinch(canvas: ChartCanvas, place: QPoint, value: float) -> None:
    """Spread (above 0) or close (below 0) two fingers."""
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        QPointF(place),
        QPointF(place),
        QPointF(canvas.viewport().mapToGlobal(place)),
        value,
        QPointF(),
    )
    QCoreApplication.sendEvent(canvas.viewport(), event)
    QCoreApplication.processEvents()


class Painted:
    """What the painter was asked to paint last."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.charts: list[Chart] = []
        self.themes: list[Theme] = []
        self.emphases: list[Emphasis] = []
        monkeypatch.setattr("timeline_app.window.chart_canvas.paint_chart", self._take)

    def _take(
        self, chart: Chart, surface: Surface, theme: Theme, emphasis: Emphasis, describe: None
    ) -> None:
        self.charts.append(chart)
        self.themes.append(theme)
        self.emphases.append(emphasis)
        paint_chart(chart, surface, theme, emphasis, describe=describe)

    def emphasis(self, window: MainWindow) -> Emphasis:
        """The emphasis with which the canvas is painted now."""
        window.timeline.canvas.grab()
        return self.emphases[-1]


def seen(window: MainWindow) -> CaseView:
    view = window.session.view
    assert view is not None
    return view


def at(window: MainWindow, x: float) -> float:
    """The column or second at an x of the viewport."""
    chart, view = window.timeline.canvas.chart, seen(window)
    share = (x - chart.header_width) / (chart.width - chart.header_width)
    if view.axis is Axis.ORDER:
        return view.columns.first + share * view.columns.length
    assert view.calendar is not None
    return view.calendar.start + share * view.calendar.length


# -- pointing


def test_a_click_on_a_mark_chooses_its_event(window: MainWindow, qtbot: QtBot) -> None:
    settle(window)
    window.tabs.table.setFocus()
    for event in (3, 1, 2, 0):
        click_event(window, event)
        assert window.session.selected == event
        assert window.timeline.canvas.hasFocus()


def test_ctrl_and_a_click_measures_until_nothing_is_clicked(window: MainWindow) -> None:
    settle(window)
    click_event(window, 3, CTRL)
    assert (window.session.selected, window.session.other) == (0, 3)
    assert window.detail.facts.shows("Measured")
    canvas = window.timeline.canvas
    corner = QPoint(round(canvas.chart.width) - 4, 4)
    QTest.mouseClick(canvas.viewport(), LEFT, NO_KEYS, corner)
    assert (window.session.selected, window.session.other) == (0, None)


def test_a_double_click_zooms_to_the_event(window: MainWindow) -> None:
    settle(window)
    whole = seen(window).columns.length
    double_click(window.timeline.canvas, place_of(window, 2))
    assert seen(window).columns.length < whole
    assert window.session.selected == 2


def test_the_pointer_tells_of_the_event_under_it(window: MainWindow, qtbot: QtBot) -> None:
    settle(window)
    canvas = window.timeline.canvas
    QTest.mouseMove(canvas.viewport(), place_of(window, 3))
    qtbot.waitUntil(lambda: window.session.hovered == 3)
    assert "An arrest<br>on 1 March 2025" in QToolTip.text()
    QCoreApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert window.session.hovered is None
    QToolTip.hideText()


# -- moving


def length(window: MainWindow) -> float:
    """How many columns or seconds are seen."""
    view = seen(window)
    if view.axis is Axis.ORDER:
        return view.columns.length
    assert view.calendar is not None
    return float(view.calendar.length)


def test_a_drag_moves_the_stretch_with_the_hand(window: MainWindow) -> None:
    for axis in Axis:
        window.session.set_axis(axis)
        window.session.zoom(0.4, 0.5)
        settle(window)
        grabbed = at(window, 400.0)
        drag(window.timeline.canvas.viewport(), QPoint(400, 200), QPoint(340, 200))
        settle(window)
        assert at(window, 340.0) == pytest.approx(grabbed, abs=length(window) / 200)
        assert window.session.selected == 0


def test_ctrl_and_the_wheel_zoom_at_the_pointer_and_a_pinch_at_the_fingers(
    window: MainWindow,
) -> None:
    for axis, x in ((axis, x) for axis in Axis for x in (200, 450, 780)):
        window.session.set_axis(axis)
        window.session.fit_case()
        window.session.zoom(0.6, 0.5)
        settle(window)
        under, before = at(window, x), length(window)
        wheel(window.timeline.canvas, QPoint(x, 100), QPoint(0, NOTCH), CTRL)
        settle(window)
        assert length(window) < before
        assert at(window, x) == pytest.approx(under, abs=before / 1000)
        wheel(window.timeline.canvas, QPoint(x, 100), QPoint(0, -NOTCH), CTRL)
        settle(window)
        assert length(window) == pytest.approx(before, rel=1e-3)
    under, before = at(window, 500), length(window)
    pinch(window.timeline.canvas, QPoint(500, 100), 0.25)
    settle(window)
    assert length(window) == pytest.approx(before / 1.25, rel=1e-3)
    assert at(window, 500) == pytest.approx(under, abs=before / 1000)
    pinch(window.timeline.canvas, QPoint(500, 100), -5.0)
    settle(window)
    assert length(window) > before


def test_scrolling_moves_to_later(window: MainWindow) -> None:
    """Sideways, with Shift, with two fingers, and also down where the lanes need no scrolling."""
    for angle, keys, pixels in (
        (QPoint(-NOTCH, 0), NO_KEYS, None),
        (QPoint(0, -NOTCH), SHIFT, None),
        (QPoint(-15, 0), NO_KEYS, QPoint(-60, 0)),
        (QPoint(0, -NOTCH), NO_KEYS, None),
    ):
        window.session.see_columns(0.0, 1.5)
        settle(window)
        chart, before = window.timeline.canvas.chart, seen(window).columns
        wheel(window.timeline.canvas, QPoint(400, 100), angle, keys, pixels)
        moved = seen(window).columns.first - before.first
        expected = 60.0 / (chart.width - chart.header_width) * before.length
        assert moved == pytest.approx(expected)
        assert seen(window).columns.length == pytest.approx(before.length)


def test_scrolling_moves_the_lanes_where_they_are_higher_than_the_window(
    window: MainWindow,
) -> None:
    tall(window)
    before = seen(window)
    wheel(window.timeline.canvas, QPoint(200, 60), QPoint(0, -NOTCH))
    assert window.timeline.lane_scroll.value() == 60
    assert seen(window) == before


def tall(window: MainWindow) -> None:
    """A case whose lanes are higher than the canvas."""
    events = tuple(
        Event(f"e{number}", kind, f"Event {number}", when="2024-05")
        for number, kind in enumerate(list(Kind)[:6] * 5)
    )
    case = Case("case-timeline", 1, "tall", "Tall", events=events)
    window.session.add_cases([opened(case)])
    window.session.set_axis(Axis.CALENDAR)
    window.resize(900, 620)
    settle(window)
    assert window.timeline.lane_scroll.maximum() > 100
    window.timeline.lane_scroll.setValue(0)


def test_the_dates_stay_while_the_lanes_scroll(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A click into the band of dates chooses nothing; one on a scrolled mark chooses it."""
    tall(window)
    painted = Painted(monkeypatch)
    window.timeline.canvas.grab()
    assert len(painted.charts) == 2  # the lanes, and the band beneath them
    window.timeline.lane_scroll.setValue(window.timeline.lane_scroll.maximum())
    chart, height = window.timeline.canvas.chart, window.timeline.canvas.viewport().height()
    shown = [
        mark.event
        for mark in chart.events
        if 0 <= place_of(window, mark.event).y() < height - chart.axis_height
    ]
    assert 0 < len(shown) < len(chart.events)
    click_event(window, shown[-1])
    assert window.session.selected == shown[-1]
    band = QPoint(200, round(height - chart.axis_height / 2))
    QTest.mouseClick(window.timeline.canvas.viewport(), LEFT, NO_KEYS, band)
    assert window.session.selected == shown[-1]


def test_a_count_opens_where_it_is_clicked(window: MainWindow, qtbot: QtBot) -> None:
    events = tuple(
        Event(
            f"e{number}",
            Kind.LEAK,
            f"Event {number}",
            when=f"2024-05-01T{number // 60:02}:{number % 60:02}",
        )
        for number in range(600)
    )
    far = (Event("far", Kind.LEAK, "Far", when="1024-05-01"),)
    case = Case("case-timeline", 1, "many", "Many", events=(*events, *far))
    window.session.add_cases([opened(case)])
    window.session.set_axis(Axis.CALENDAR)
    settle(window)
    before = length(window)
    cluster = max(window.timeline.canvas.chart.clusters, key=lambda one: one.count)
    middle = QPointF(cluster.rect.x + cluster.rect.width / 2, cluster.rect.y + 3).toPoint()
    QTest.mouseClick(window.timeline.canvas.viewport(), LEFT, NO_KEYS, middle)
    assert length(window) == pytest.approx(before / 3, rel=1e-3)
    settle(window)
    inside = {event for one in window.timeline.canvas.chart.clusters for event in one.events}
    inside |= {mark.event for mark in window.timeline.canvas.chart.events}
    assert set(range(600)) <= inside


# -- limits


def test_zooming_has_limits_and_fit_leads_back(window: MainWindow) -> None:
    """One column and all of them; a minute and ten thousand years."""
    settle(window)
    canvas, place, whole = window.timeline.canvas, QPoint(500, 100), seen(window)
    for axis, least, greatest in (
        (Axis.ORDER, 1.0, whole.columns.length),
        (Axis.CALENDAR, 60.0, 10_000 * 31_556_952.0),
    ):
        window.session.set_axis(axis)
        settle(window)
        for turn, end in ((20 * NOTCH, least), (-20 * NOTCH, greatest)):
            for _ in range(40):
                wheel(canvas, place, QPoint(0, turn), CTRL)
            assert length(window) == pytest.approx(end)
        trigger(window, "fit")
        settle(window)
        assert {mark.event for mark in canvas.chart.events} == {0, 1, 2, 3}
    assert (seen(window).columns, seen(window).calendar) == (whole.columns, whole.calendar)


def test_an_anchor_lies_within_the_plot_and_the_canvas_has_a_name(window: MainWindow) -> None:
    settle(window)
    canvas = window.timeline.canvas
    chart = canvas.chart
    assert canvas.anchor(0.0) == 0.0
    assert canvas.anchor(chart.width * 2) == 1.0
    assert canvas.anchor((chart.header_width + chart.width) / 2) == pytest.approx(0.5)
    assert canvas.accessibleName() == "Timeline"
    assert "event table" in canvas.accessibleDescription()
    window.session.close_case(0)
    window.session.close_case(1)
    settle(window)
    assert canvas.anchor(100.0) == 0.5


# -- painting


def test_the_selection_is_painted_on_the_chart_that_is_there(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(window)
    painted = Painted(monkeypatch)
    chart = window.timeline.canvas.chart
    window.session.select(1)
    assert painted.emphasis(window) == Emphasis(
        selected=1,
        before=frozenset({0}),
        after=frozenset({3}),
        not_established=frozenset({2}),
    )
    assert painted.charts[-1] is chart
