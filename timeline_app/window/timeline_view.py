"""The middle of the window: title, timeline, legend line and overview of the shown case.

It lays out when the case, the stretch, the filter or the size has changed, at most once for each
pass of the event loop, and only paints anew when the selection has.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QToolTip, QVBoxLayout, QWidget

from timeline_app.drawing.legend import meanings_in
from timeline_app.layout.chart import Chart, Cluster
from timeline_app.layout.hits import area_of
from timeline_app.layout.plain import plain_line
from timeline_app.session.change import Change
from timeline_app.session.comparing import Side
from timeline_app.session.panel import Panel
from timeline_app.session.picture import Picture
from timeline_app.window.appearance import Appearance
from timeline_app.window.chart_canvas import ChartCanvas
from timeline_app.window.legend_picture import LegendPicture
from timeline_app.window.overview_strip import OverviewStrip
from timeline_app.window.plain import plain_tooltip
from timeline_app.window.timeline_head import TimelineHead

RELAID = (
    Change.CURRENT | Change.AXIS | Change.SPAN | Change.FILTER | Change.BASES | Change.COMPARING
)
REVEALED = Change.SELECTION | Change.CURRENT | Change.AXIS | Change.COMPARING
REPAINTED = Change.SELECTION | Change.HOVER
LEGEND_HEIGHT = 420
"""Pixels of the view below which the lanes need the room of the legend, which F2 shows as well."""
STRIP_HEIGHT = 400
"""Pixels of a side's view below which the lanes need the room of the strip."""
EMPTY_PICTURE = Picture(Chart(0.0, 0.0, 0.0, 0.0), 0.0, 1.0)


def soon(parent: QObject) -> QTimer:
    """A timer that runs out once, when the event loop comes round."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(0)
    return timer


class TimelineView(QWidget):
    """Title, canvas, notices and overview of one panel; translates gestures into calls on it. That
    of a side of a comparison has no legend, and a strip only where there is much room. Views that
    share a `timer` are laid out together, so that nothing is painted between."""

    def __init__(
        self,
        panel: Panel,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        side: Side | None = None,
        timer: QTimer | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._appearance = appearance
        self._is_side = side is not None
        self._picture = EMPTY_PICTURE
        self._to_reveal = True
        self.follows_lanes = False  # whether the lanes are scrolled as those of the other side
        self.head = TimelineHead(self, side=side)
        self.canvas = ChartCanvas(appearance, self)
        self.lane_scroll = QScrollBar(Qt.Orientation.Vertical, self)
        self.lane_scroll.hide()  # it may not be needed
        self.legend = LegendPicture(appearance, self)
        self.overview = OverviewStrip(appearance, self)
        self._timer = timer or soon(self)
        self._arrange()
        self._connect()
        panel.subscribe(self.take)
        self.take(Change.everything())

    def _arrange(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self.lane_scroll)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addLayout(middle, 1)
        box.addWidget(self.legend)
        box.addWidget(self.overview)
        self.legend.setVisible(not self._is_side)
        self.overview.setVisible(not self._is_side)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.lay_out_now)
        self._appearance.changed.connect(self._recolour)
        self.head.show_hidden_asked.connect(self._panel.show_hidden)
        self.head.fit_asked.connect(self._panel.fit)
        self.lane_scroll.valueChanged.connect(self._scrolled)
        self.canvas.resized.connect(self._resized)
        self.canvas.focused.connect(self._panel.activate)
        self.canvas.zoomed.connect(self._panel.zoom)
        self.canvas.dragged.connect(self._drag)
        self.canvas.clicked.connect(self._click)
        self.canvas.double_clicked.connect(self._zoom_to)
        self.canvas.cluster_clicked.connect(self._open_cluster)
        self.canvas.empty_clicked.connect(self._click_empty)
        self.canvas.hovered.connect(self._hover)
        self.overview.moved.connect(self._panel.see)

    # -- what is shown

    def take(self, change: Change) -> None:
        """Show what the session holds now. What is not to be seen is laid out when it is."""
        if change & REVEALED:
            self._to_reveal = True
        has_case = self._panel.chronology is not None
        if not self.isVisible() and (has_case or self._picture is EMPTY_PICTURE):
            return
        if change & RELAID:
            self._timer.start()
        elif change & REPAINTED:
            self._show_emphasis()
            self._reveal()

    @Slot()
    def lay_out_now(self) -> None:
        """Lay out for the size that the canvas has when its neighbours have taken their room, so
        that no frame shows another size."""
        self._timer.stop()
        self.head.show_words(self._panel.words())
        self._take_room()
        size = self.canvas.size()
        self._lay_out()
        self._take_room()  # the legend and the notices depend on what is shown
        if self.canvas.size() != size:
            self._lay_out()
            self._timer.stop()

    def _take_room(self) -> None:
        arranged = self.layout()
        if arranged is not None:
            arranged.activate()

    def _lay_out(self) -> None:
        size = self.canvas.viewport().size()
        picture = self._panel.picture(
            float(size.width()), float(size.height()), self._appearance.fonts
        )
        self._picture = picture or EMPTY_PICTURE
        chart = self._picture.chart
        self._set_scroll_range(chart, size.height())
        self._show_emphasis()
        self.canvas.show_chart(chart)
        self._show_overview()
        self._show_lost()
        self._reveal()

    def _show_emphasis(self) -> None:
        emphasis = self._panel.emphasis()
        self.canvas.set_emphasis(emphasis)
        if self._is_side:
            return
        meanings = meanings_in(self._picture.chart, emphasis)
        self.legend.explain((), meanings, float(self.width()))
        self.legend.setVisible(self.height() >= LEGEND_HEIGHT)

    def _show_overview(self) -> None:
        self.overview.setVisible(not self._is_side or self.height() >= STRIP_HEIGHT)
        if self.overview.isHidden():
            return
        size = self.overview.viewport().size()
        self.overview.show_overview(
            self._panel.overview(float(size.width()), float(size.height())),
            self._panel.whole(),
            (self._picture.first, self._picture.last),
        )

    def _show_lost(self) -> None:
        chart = self._picture.chart
        self.head.show_lost(lost=not chart.events and not chart.clusters)

    def _set_scroll_range(self, chart: Chart, height: int) -> None:
        beyond = max(round(chart.height) - height, 0)
        self.lane_scroll.setRange(0, beyond)
        self.lane_scroll.setPageStep(height)
        self.lane_scroll.setSingleStep(24)
        self.lane_scroll.setVisible(beyond > 0)
        self.canvas.set_scroll(float(self.lane_scroll.value()))

    def _reveal(self) -> None:
        """Scroll the lanes so that an event that was just chosen is seen; afterwards they stay
        where the reviewer puts them."""
        if not self._to_reveal:
            return
        self._to_reveal = False
        selected = self._panel.selected
        if selected is None:
            return
        area = area_of(self._picture.chart, selected)
        if area is None:
            return
        top = self.lane_scroll.value()
        room = self.canvas.viewport().height() - self._picture.chart.axis_height
        if area.y < top:
            self.lane_scroll.setValue(round(area.y) - 8)
        elif area.bottom > top + room:
            self.lane_scroll.setValue(round(area.bottom - room) + 8)

    @Slot()
    def _resized(self) -> None:
        self._to_reveal = True
        self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed while it could not be seen."""
        super().showEvent(event)
        self._timer.start()

    @Slot()
    def _recolour(self) -> None:
        self.canvas.set_theme()
        self.overview.set_theme()

    # -- what the reviewer does

    @Slot(int)
    def _scrolled(self, value: int) -> None:
        self.canvas.set_scroll(float(value))

    @Slot(int)
    def follow_lanes(self, value: int) -> None:
        """Scroll the lanes as the other side does, where these follow."""
        if self.follows_lanes:
            self.lane_scroll.setValue(value)

    @Slot(float, float)
    def _drag(self, across: float, down: float) -> None:
        plot = self._picture.chart.width - self._picture.chart.header_width
        if across and plot > 0:
            self._panel.pan(-across / plot)
        if down:
            self.lane_scroll.setValue(self.lane_scroll.value() - round(down))

    @Slot(int, bool)
    def _click(self, event: int, measuring: bool) -> None:
        if measuring:
            self._panel.choose_other(event)
        else:
            self._panel.select(event)

    @Slot(int)
    def _zoom_to(self, event: int) -> None:
        self._panel.select(event)
        self._panel.fit_selection()

    @Slot(object)
    def _open_cluster(self, cluster: Cluster) -> None:
        self._panel.select(cluster.events[0])
        self._panel.zoom(1 / 3, self.canvas.anchor(cluster.rect.x + cluster.rect.width / 2))

    @Slot()
    def _click_empty(self) -> None:
        self._panel.choose_other(None)

    @Slot(object, QPointF)
    def _hover(self, event: int | None, position: QPointF) -> None:
        self._panel.hover(event)
        chronology = self._panel.chronology
        if event is None or chronology is None:
            QToolTip.hideText()
            return
        told = chronology.case.events[event]
        text = f"{plain_line(told.title)}\n{chronology.when_in_words(event)}"
        place = self.canvas.viewport().mapToGlobal(position.toPoint())
        QToolTip.showText(place, plain_tooltip(text), self.canvas)
