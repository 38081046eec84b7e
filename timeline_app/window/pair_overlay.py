"""The lines between the pairs of two panels: a clear sheet over both, out of the mouse's way.

It follows the panels: whatever moves a chart, scrolls its lanes or gives it another size has the
lines worked out anew when they are next painted.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from timeline_app.case.comparing.pairing import Pair
from timeline_app.drawing.pair_lines import paint_pair_lines
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.layout.chart import Rect
from timeline_app.layout.comparison.pair_lines import PairLines, pair_index, pair_lines
from timeline_app.layout.comparison.panels import Panel as LinePanel
from timeline_app.session.comparing import Side
from timeline_app.session.session import Session
from timeline_app.session.side_panel import SidePanel
from timeline_app.window.appearance import Appearance
from timeline_app.window.timeline_view import TimelineView

NOTHING = PairLines()
EDGE = QMargins(2, 2, 2, 2)
"""A line reaches less far beyond its points."""


class _Asked(NamedTuple):
    """What lines were worked out from: what is there once, and what is compared by its value."""

    things: tuple[object, ...]
    values: tuple[object, ...]

    def is_same(self, other: _Asked) -> bool:
        """Whether the lines would be the same."""
        same = all(one is two for one, two in zip(self.things, other.things, strict=True))
        return same and self.values == other.values


class PairOverlay(QWidget):
    """Covers a frame and paints the lines between the two views in it."""

    noted = Signal(str)  # what must be said of the lines now; empty where nothing

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        sides: tuple[tuple[SidePanel, TimelineView], tuple[SidePanel, TimelineView]],
        frame: QWidget,
    ) -> None:
        super().__init__(frame)
        self._frame = frame
        self._note = ""
        self._asked: _Asked | None = None
        self._lines = NOTHING
        self._session = session
        self._appearance = appearance
        self._sides = sides
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Lines between the pairs")
        for _, view in sides:
            view.canvas.moved.connect(self._follow)
        frame.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It is as large as the frame, and above what is in it."""
        if watched is self._frame and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._frame.rect())
            self.raise_()
        return super().eventFilter(watched, event)

    @Slot()
    def _follow(self) -> None:
        """A chart has moved: paint anew over both and between them, where alone lines can be, but
        not over words. All that lies beneath a clear sheet is painted with it."""
        first, second = (self._place(view.canvas.viewport()) for _, view in self._sides)
        room = QRegion(first.united(second).marginsAdded(EDGE))
        for title in self._titles():
            room = room.subtracted(QRegion(title.marginsRemoved(EDGE)))
        self.update(room)

    def lines(self) -> PairLines:
        """The lines as the panels are now, in pixels of this widget."""
        comparison = self._session.comparison
        a, b = (self._line_panel(panel, view) for panel, view in self._sides)
        if comparison is None or a is None or b is None:
            return NOTHING
        titles = tuple(map(_rect, self._titles()))
        chosen = self.chosen()
        asked = _Asked(
            (comparison, a.chart, b.chart),
            (chosen, titles, a.x, a.y, a.clip, b.x, b.y, b.clip),
        )
        # Asked for by the legend and by the painting of each frame.
        if self._asked is None or not self._asked.is_same(asked):
            pairs, measurer = pair_index(comparison), self._appearance.fonts
            self._asked = asked
            self._lines = pair_lines(a, b, pairs, measurer, chosen, titles)
        return self._lines

    def chosen(self) -> Pair | None:
        """The pair whose two events are chosen."""
        comparison, events = self._session.comparison, self._session.chosen_events()
        if comparison is None or events is None:
            return None
        if self._session.partner(Side.A, events[0]) != events[1]:
            return None
        return pair_index(comparison).of_a[events[0]]

    def _line_panel(self, panel: SidePanel, view: TimelineView) -> LinePanel | None:
        port = self._place(view.canvas.viewport())
        chart = view.canvas.chart
        lanes = min(chart.height, float(port.height())) - chart.axis_height
        clip = Rect(port.x(), port.y(), port.width(), max(lanes, 0.0))
        corner = float(port.x()), port.y() - view.canvas.scrolled
        return panel.line_panel(corner, clip)

    def _titles(self) -> list[QRect]:
        """The words over both charts, through which no line runs."""
        return [self._place(part) for _, view in self._sides for part in view.head.words_shown()]

    def _place(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._frame, QPoint(0, 0)), widget.size())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the lines."""
        found = self.lines()
        if found.note != self._note:
            self._note = found.note
            self.noted.emit(found.note)
        if not found.lines:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.chosen()
        paint_pair_lines(
            found.lines,
            QtSurface(painter, self._appearance.fonts),
            self._appearance.theme,
            frozenset() if chosen is None else frozenset({chosen}),
        )
        painter.end()


def _rect(place: QRect) -> Rect:
    return Rect(place.x(), place.y(), place.width(), place.height())
