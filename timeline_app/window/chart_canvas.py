"""The surface on which a chart is shown: painted at once, then carried by pyqtgraph.

Rules:
* pyqtgraph brings the scene, the view box and its gestures (`chart_view`). It owns neither the data
  nor the visible stretch: the canvas is given a chart and says what the reviewer did to it, as
  signals.
* It paints everything itself, through the same painter as every picture, in pixels.
* The bottom band with the dates stays where it is while the lanes scroll under it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from timeline_app.drawing.paint import paint_chart
from timeline_app.drawing.qt_screen import ScreenSurface
from timeline_app.drawing.qt_texts import TextImages
from timeline_app.layout.chart import Chart, Cluster, Emphasis, Rect
from timeline_app.layout.chart_events import between
from timeline_app.layout.hits import cluster_at, event_at
from timeline_app.window.appearance import Appearance, qt_colour
from timeline_app.window.carried import Carried

if TYPE_CHECKING:
    from timeline_app.window.chart_view import ChartView

WHEEL_ZOOM = 1.0015  # per eighth of a degree: a notch of 120 zooms by about a fifth
NOTCH = 120
NOTCH_PIXELS = 60.0
PAINTED_BEYOND = 24.0
"""Pixels that the frame and the signs of an event reach beyond its area, at most."""


class ChartCanvas(Carried):
    """Shows one chart and says what the reviewer does to it."""

    zoomed = Signal(float, float)  # factor, anchor within the plot (0 left to 1 right)
    dragged = Signal(float, float)  # pixels to the right, pixels down
    clicked = Signal(int, bool)  # event, with Ctrl
    double_clicked = Signal(int)  # event
    cluster_clicked = Signal(object)  # Cluster
    empty_clicked = Signal()
    hovered = Signal(object, QPointF)  # event or None, where
    resized = Signal()
    focused = Signal()
    moved = Signal()  # another chart, or the lanes elsewhere

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._chart = Chart(0.0, 0.0, 0.0, 0.0)
        self._emphasis = Emphasis()
        self._texts = TextImages()
        self._scroll = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Timeline")
        self.setAccessibleDescription("The event table beneath shows the same events as text.")
        self._view: ChartView | None = None

    def sizeHint(self) -> QSize:
        """A sensible first size."""
        return QSize(780, 420)

    # -- what is shown

    @property
    def chart(self) -> Chart:
        """The chart that is shown."""
        return self._chart

    def show_chart(self, chart: Chart) -> None:
        """Show a chart. The very chart that is shown already costs nothing."""
        if chart is self._chart:
            return
        self._chart = chart
        self._refresh()
        self.moved.emit()

    def set_emphasis(self, emphasis: Emphasis) -> None:
        """Show the same chart with another selection."""
        if emphasis != self._emphasis:
            self._emphasis = emphasis
            self._refresh()

    def set_scroll(self, scroll: float) -> None:
        """Show the lanes from this many pixels down."""
        if scroll != self._scroll:
            self._scroll = scroll
            self._refresh()
            self.moved.emit()

    @property
    def scrolled(self) -> float:
        """By how many pixels the lanes are scrolled."""
        return self._scroll

    def set_theme(self) -> None:
        """Take the colours of the theme that holds now."""
        self._refresh()

    def _refresh(self) -> None:
        if self._view is None:
            self.update()
        else:
            self._view.refresh()

    def is_blank(self) -> bool:
        """Whether no event is shown yet."""
        return not (self._chart.events or self._chart.clusters)

    def ground(self) -> QColor:
        """The background of the theme."""
        return qt_colour(self._appearance.theme.background)

    def make_carrier(self) -> ChartView:
        """The view of pyqtgraph that shows what is shown now."""
        # Here, not above: the first frame does not wait for pyqtgraph.
        from timeline_app.window.chart_view import ChartView  # noqa: PLC0415

        self._view = ChartView(self, self)
        return self._view

    def paint_on(self, painter: QPainter) -> None:
        """Paint the visible part of the chart: the lanes as far as they are scrolled, and under
        them the band of dates."""
        chart, height = self._chart, float(self.viewport().height())
        if chart.width < self.viewport().width() or chart.height < height:
            painter.fillRect(self.viewport().rect(), self.ground())
        surface = ScreenSurface(painter, self._appearance.fonts, self._texts)
        lanes = height - chart.axis_height
        if chart.height <= height:
            self._paint(chart, surface)
            return
        # Of the band of dates no more than it shows, so that the chart is not painted twice.
        band = replace(chart, lanes=(), markers=(), groups=(), arrows=(), clusters=(), events=())
        for shown, part, shift in (
            (self._scrolled_chart(lanes), Rect(0, 0, chart.width, lanes), -self._scroll),
            (band, Rect(0, lanes, chart.width, chart.axis_height), height - chart.height),
        ):
            with surface.clip(part), surface.shifted(0.0, shift):
                self._paint(shown, surface)

    def _scrolled_chart(self, height: float) -> Chart:
        """The chart without the events that are scrolled out of so much of it."""
        top, bottom = self._scroll - PAINTED_BEYOND, self._scroll + height + PAINTED_BEYOND
        return replace(self._chart, events=between(self._chart.events, top, bottom))

    def _paint(self, chart: Chart, surface: ScreenSurface) -> None:
        paint_chart(chart, surface, self._appearance.theme, self._emphasis, describe=None)

    # -- what the reviewer does

    def _place(self, position: QPointF) -> tuple[float, float]:
        """A point of the viewport as a point of the chart."""
        chart = self._chart
        height = self.viewport().height()
        if chart.height > height and position.y() >= height - chart.axis_height:
            return position.x(), position.y() + chart.height - height
        return position.x(), position.y() + self._scroll

    def anchor(self, x: float) -> float:
        """Where in the plot this x lies: 0 left, 1 right."""
        plot = self._chart.width - self._chart.header_width
        return min(max((x - self._chart.header_width) / plot, 0.0), 1.0) if plot > 0 else 0.5

    def click(self, position: QPointF, keys: Qt.KeyboardModifier, *, double: bool) -> None:
        """Say what was clicked."""
        x, y = self._place(position)
        event = event_at(self._chart, x, y)
        if event is not None:
            if double:
                self.double_clicked.emit(event)
            else:
                self.clicked.emit(event, bool(keys & Qt.KeyboardModifier.ControlModifier))
            return
        cluster: Cluster | None = cluster_at(self._chart, x, y)
        if cluster is not None:
            self.cluster_clicked.emit(cluster)
        else:
            self.empty_clicked.emit()

    def hover(self, position: QPointF | None) -> None:
        """Say what lies under the pointer."""
        if position is None:
            self.hovered.emit(None, QPointF())
        else:
            self.hovered.emit(event_at(self._chart, *self._place(position)), position)

    def drag(self, across: float, down: float) -> None:
        """Say that the chart was dragged."""
        self.dragged.emit(across, down)

    def take_focus(self) -> None:
        """A press gives the timeline the focus."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel means the same before there is a view."""
        self.turn_wheel(event)

    def turn_wheel(self, event: QWheelEvent) -> None:
        """Ctrl and wheel zoom at the cursor; sideways scrolling moves the stretch; scrolling moves
        the lanes, or the stretch where the lanes need no scrolling."""
        event.accept()
        pixels, angle = event.pixelDelta(), event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(WHEEL_ZOOM ** -angle.y(), self.anchor(event.position().x()))
            return
        across = float(pixels.x()) or angle.x() / NOTCH * NOTCH_PIXELS
        down = float(pixels.y()) or angle.y() / NOTCH * NOTCH_PIXELS
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not across:
            across, down = down, 0.0
        if self._chart.height <= self.viewport().height() and not across:
            across, down = down, 0.0
        self.dragged.emit(across, down)

    def pinch(self, event: QNativeGestureEvent) -> None:
        """A pinch zooms at the cursor."""
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            factor = 1.0 / max(1.0 + event.value(), 0.1)
            self.zoomed.emit(factor, self.anchor(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing lies under the pointer any more."""
        self.hover(None)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A chart for another size is needed."""
        super().resizeEvent(event)
        self.resized.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys are for this timeline now."""
        super().focusInEvent(event)
        self.focused.emit()
