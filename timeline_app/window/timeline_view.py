"""The middle of the window: title, timeline, legend line and overview of the shown case.

It lays out when the case, the stretch, the filter or the size has changed, at most once for each
pass of the event loop, and only paints anew when the selection has.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollBar,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from timeline_app.drawing.legend import meanings_in
from timeline_app.layout.chart import Chart, Cluster
from timeline_app.layout.plain import plain_line
from timeline_app.session.change import Change
from timeline_app.session.picture import Picture, emphasis_of, lay_out, overview_of, whole
from timeline_app.session.session import Session
from timeline_app.session.status import bases_words, case_summary, hidden_words
from timeline_app.window.appearance import Appearance
from timeline_app.window.chart_canvas import ChartCanvas
from timeline_app.window.legend_picture import LegendPicture
from timeline_app.window.overview_strip import OverviewStrip
from timeline_app.window.plain import PlainLabel, plain_tooltip

RELAID = Change.CURRENT | Change.AXIS | Change.SPAN | Change.FILTER | Change.BASES
LEGEND_HEIGHT = 420
"""Pixels of the view below which the lanes need the room of the legend, which F2 shows as well."""
EMPTY_PICTURE = Picture(Chart(0.0, 0.0, 0.0, 0.0), 0.0, 1.0)


class TimelineView(QWidget):
    """Title, canvas, notices and overview; translates gestures into calls on the session."""

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self._picture = EMPTY_PICTURE
        self._to_reveal = True
        self._title = PlainLabel(parent=self, name="heading")
        self._summary = PlainLabel(parent=self, name="soft")
        self._summary.setWordWrap(True)
        self.hidden_notice = QPushButton(self)
        self.hidden_notice.setObjectName("notice")
        self.bases_notice = PlainLabel(parent=self, name="notice")
        self.lost_notice = QPushButton(self)
        self.lost_notice.setObjectName("notice")
        self.canvas = ChartCanvas(appearance, self)
        self.lane_scroll = QScrollBar(Qt.Orientation.Vertical, self)
        self.legend = LegendPicture(appearance, self)
        self.overview = OverviewStrip(appearance, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._arrange()
        self._connect()
        session.subscribe(self.take)
        self.take(Change.everything())

    def _arrange(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(14, 10, 14, 8)
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._summary)
        notices = QHBoxLayout()
        notices.setSpacing(8)
        for notice in (self.hidden_notice, self.bases_notice, self.lost_notice):
            notices.addWidget(notice)
        notices.addStretch(1)
        head.addLayout(notices)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self.lane_scroll)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addLayout(middle, 1)
        box.addWidget(self.legend)
        box.addWidget(self.overview)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.lay_out_now)
        self._appearance.changed.connect(self._recolour)
        self.hidden_notice.clicked.connect(self._show_hidden)
        self.lost_notice.clicked.connect(self._session.fit_case)
        self.lane_scroll.valueChanged.connect(self._scrolled)
        self.canvas.resized.connect(self._resized)
        self.canvas.zoomed.connect(self._session.zoom)
        self.canvas.dragged.connect(self._drag)
        self.canvas.clicked.connect(self._click)
        self.canvas.double_clicked.connect(self._zoom_to)
        self.canvas.cluster_clicked.connect(self._open_cluster)
        self.canvas.empty_clicked.connect(self._click_empty)
        self.canvas.hovered.connect(self._hover)
        self.overview.moved.connect(self._see)

    # -- what is shown

    def take(self, change: Change) -> None:
        """Show what the session holds now."""
        if change & (Change.SELECTION | Change.CURRENT | Change.AXIS):
            self._to_reveal = True
        if change & RELAID:
            self._timer.start()
        elif change & (Change.SELECTION | Change.HOVER):
            self._show_emphasis()
            self._reveal()

    @Slot()
    def lay_out_now(self) -> None:
        """Lay out for the size that the canvas has now, and show it."""
        self._timer.stop()
        self._show_words()
        size = self.canvas.viewport().size()
        picture = lay_out(
            self._session, float(size.width()), float(size.height()), self._appearance.fonts
        )
        self._picture = picture or EMPTY_PICTURE
        chart = self._picture.chart
        self._set_scroll_range(chart, size.height())
        self._show_emphasis()
        self.canvas.show_chart(chart, self._picture.first, self._picture.last)
        self._show_overview()
        self._show_lost()
        self._reveal()

    def _show_emphasis(self) -> None:
        emphasis = emphasis_of(self._session)
        self.canvas.set_emphasis(emphasis)
        meanings = meanings_in(self._picture.chart, emphasis)
        self.legend.explain((), meanings, float(self.width()))
        self.legend.setVisible(self.height() >= LEGEND_HEIGHT)

    def _show_overview(self) -> None:
        view, chronology = self._session.view, self._session.chronology
        if view is None or chronology is None:
            self.overview.show_overview(None, (0.0, 1.0), (0.0, 1.0))
            return
        size = self.overview.viewport().size()
        self.overview.show_overview(
            overview_of(self._session, float(size.width()), float(size.height())),
            whole(view, chronology),
            (self._picture.first, self._picture.last),
        )

    def _show_words(self) -> None:
        chronology = self._session.chronology
        self._title.setText(plain_line(chronology.case.title) if chronology else "")
        self._summary.setText(case_summary(chronology) if chronology else "")
        hidden = hidden_words(self._session)
        self.hidden_notice.setText(f"{hidden} — show all (H)")
        self.hidden_notice.setVisible(bool(hidden))
        bases = bases_words(self._session)
        self.bases_notice.setText(bases.capitalize())
        self.bases_notice.setVisible(bool(bases))

    def _show_lost(self) -> None:
        """Say it where the stretch shows no event, with the way back."""
        elsewhere = len(self._session.visible_order())
        chart = self._picture.chart
        self.lost_notice.setText(f"No event lies here; {elsewhere} elsewhere — fit the case (F)")
        self.lost_notice.setVisible(bool(elsewhere) and not chart.events and not chart.clusters)

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
        selected = self._session.selected
        mark = next((one for one in self._picture.chart.events if one.event == selected), None)
        if mark is None:
            return
        top = self.lane_scroll.value()
        room = self.canvas.viewport().height() - self._picture.chart.axis_height
        if mark.area.y < top:
            self.lane_scroll.setValue(round(mark.area.y) - 8)
        elif mark.area.bottom > top + room:
            self.lane_scroll.setValue(round(mark.area.bottom - room) + 8)

    @Slot()
    def _resized(self) -> None:
        self._to_reveal = True
        self._timer.start()

    @Slot()
    def _recolour(self) -> None:
        self.canvas.set_theme()
        self.overview.set_theme()

    # -- what the reviewer does

    @Slot()
    def _show_hidden(self) -> None:
        self._session.clear_filter()

    @Slot(int)
    def _scrolled(self, value: int) -> None:
        self.canvas.set_scroll(float(value))

    @Slot(float, float)
    def _drag(self, across: float, down: float) -> None:
        plot = self._picture.chart.width - self._picture.chart.header_width
        if across and plot > 0:
            self._session.pan(-across / plot)
        if down:
            self.lane_scroll.setValue(self.lane_scroll.value() - round(down))

    @Slot(int, bool)
    def _click(self, event: int, measuring: bool) -> None:
        if measuring:
            self._session.choose_other(event)
        else:
            self._session.select(event)

    @Slot(int)
    def _zoom_to(self, event: int) -> None:
        self._session.select(event)
        self._session.fit_selection()

    @Slot(object)
    def _open_cluster(self, cluster: Cluster) -> None:
        self._session.select(cluster.events[0])
        self._session.zoom(1 / 3, self.canvas.anchor(cluster.rect.x + cluster.rect.width / 2))

    @Slot()
    def _click_empty(self) -> None:
        self._session.choose_other(None)

    @Slot(object, QPointF)
    def _hover(self, event: int | None, position: QPointF) -> None:
        self._session.hover(event)
        chronology = self._session.chronology
        if event is None or chronology is None:
            QToolTip.hideText()
            return
        told = chronology.case.events[event]
        text = f"{plain_line(told.title)}\n{chronology.when_in_words(event)}"
        place = self.canvas.viewport().mapToGlobal(position.toPoint())
        QToolTip.showText(place, plain_tooltip(text), self.canvas)

    @Slot(float, float)
    def _see(self, first: float, last: float) -> None:
        self._session.see(first, last)
