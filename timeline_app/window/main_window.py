"""The main window: puts the parts together and answers what the actions ask of it.

It holds no state of the case; that is the session's. It owns the background thread and ends it
when it closes.

The first frame has the timeline with its tools. What stands around it is made when that frame has
been painted, before anything else is done.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from timeline_app.layout.plain import plain_line
from timeline_app.session.change import Change
from timeline_app.session.comparing import Side
from timeline_app.session.comparing_words import where_one_stands
from timeline_app.session.panel import CasePanel
from timeline_app.session.session import Session
from timeline_app.settings import Settings
from timeline_app.window.appearance import Appearance
from timeline_app.window.background import Background
from timeline_app.window.bringing import bring_views
from timeline_app.window.choices import Choices
from timeline_app.window.commands import Commands
from timeline_app.window.comparing import CaseComparer
from timeline_app.window.loading import CaseLoader
from timeline_app.window.menus import Menus
from timeline_app.window.parts import Parts
from timeline_app.window.places import divide, divisions, place_of, put_window
from timeline_app.window.plain import PlainLabel
from timeline_app.window.progress import Progress
from timeline_app.window.qt_classes import QtClasses
from timeline_app.window.timeline_view import TimelineView
from timeline_app.window.tool_bar import ToolBar

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QUrl
    from PySide6.QtGui import QPaintEvent

    from timeline_app.window.exporting.exporter import Exporter

MESSAGE_TIME = 6000  # milliseconds
FIRST_SIZE = (1440, 900)
FIRST_COLUMNS = (250, 800, 370)
FIRST_ROWS = (640, 160)
NARROW = 1100
"""Pixels of the window below which two cases need the width of the list of cases."""


class MainWindow(Parts):
    """Cases at the left, timeline and tables in the middle, detail at the right."""

    completed = Signal()
    """What the first frame does without is there."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle("Case timeline")
        self.setAcceptDrops(True)
        self.session = session
        self._exporter: Exporter | None = None
        self._was_painted = False
        self._details_alone, self._details_compared = True, False
        self._compared_before = False
        self._columns_before: tuple[int, ...] = ()
        self.choices = Choices(settings, self)
        self.appearance = Appearance(settings.theme, self)
        self.background = Background(self)
        self.qt_classes = QtClasses(self)
        self.loader = CaseLoader(session, self.background, self.qt_classes, self)
        self.comparer = CaseComparer(session, self.background, self)
        self.make_rooms()
        self.commands = Commands(session, self.loader, self, self.choices)
        self.menus = Menus(self.menuBar(), self.commands, self)
        self.addToolBar(ToolBar(session, self.menus, self.appearance, self))
        self.timeline = TimelineView(CasePanel(session), self.appearance, self.middle)
        self._status = PlainLabel(parent=self)
        self._arrange()
        self._connect()
        session.subscribe(self.take)
        self.take(Change.everything())

    def _arrange(self) -> None:
        self.middle.addWidget(self.timeline)
        for splitter, sizes in ((self.columns, FIRST_COLUMNS), (self.rows, FIRST_ROWS)):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            splitter.setSizes(list(sizes))
        self.columns.setStretchFactor(1, 1)
        self.rows.setStretchFactor(0, 1)
        self.setCentralWidget(self.columns)
        self.statusBar().setSizeGripEnabled(False)
        self._status.setContentsMargins(10, 3, 0, 3)
        self.statusBar().addWidget(self._status, 1)
        self.statusBar().addPermanentWidget(Progress(self.background, self))
        offline = PlainLabel("Offline", self, name="soft")
        offline.setContentsMargins(8, 0, 12, 0)
        self.statusBar().addPermanentWidget(offline)
        self._restore()
        self.timeline.canvas.setFocus()

    def _connect(self) -> None:
        self.give_keys(self.timeline)
        for carried in (self.timeline.canvas, self.timeline.overview):
            carried.be_brought_by(partial(bring_views, self.background, self.qt_classes))
        self.comparer.not_saved.connect(self.tell)
        self.choices.changed.connect(self._apply_choices)
        self.choices.not_saved.connect(self.tell)
        self.background.failed.connect(self._failed)

    # -- what is shown

    def paintEvent(self, event: QPaintEvent) -> None:
        """When the first frame has been painted, make what comes after it."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.complete)

    @Slot()
    def complete(self) -> None:
        """Make what the first frame does without."""
        self.make_parts()
        self._show_case()
        self.completed.emit()

    def _canvases(self) -> list[QWidget]:
        """The timelines there are."""
        sides = self.comparison.sides.values() if self.has_comparison else ()
        return [view.canvas for view in (self.timeline, *sides)]

    def take(self, change: Change) -> None:
        """Show what the session holds now."""
        if change & Change.COMPARING:
            self._show_parts()
            self.choices.remember_manner(self.session.manner)
        if change & Change.CURRENT:
            self._show_case()
        if change & (Change.CURRENT | Change.SELECTION | Change.FILTER | Change.COMPARING):
            self._status.setText(where_one_stands(self.session))
        if change & Change.SELECTION:
            self.statusBar().clearMessage()  # it would cover the status line

    def _show_parts(self) -> None:
        """Give two cases the width, or one its details; each of the two layouts comes back as it
        was left."""
        comparing = self.session.comparing is not None
        if comparing == self._compared_before:
            return
        self._compared_before = comparing
        before, self._columns_before = self._columns_before, tuple(self.columns.sizes())
        self.detail_room.setVisible(self.details_shown)
        if before:
            self.columns.setSizes(list(before))
        elif self.width() < NARROW:
            self.columns.setSizes([0, self.width(), 0])  # no part is narrower than it can be

    def _show_case(self) -> None:
        chronology = self.session.chronology
        if self.session.comparing is not None:
            self.middle.setCurrentWidget(self.comparison)
        elif chronology is not None and chronology.order:
            self.middle.setCurrentWidget(self.timeline)
        else:  # before the first frame a case may still come
            self.middle.setCurrentWidget(self.empty if self._was_painted else self.blank)
        title = plain_line(chronology.case.title) if chronology else ""
        title = title.replace("[*]", "[*][*]")  # else Qt takes it as the sign of unsaved changes
        self.setWindowTitle(f"{title} — Case timeline" if title else "Case timeline")

    @Slot()
    def _apply_choices(self) -> None:
        self.appearance.choose(self.choices.settings.theme)

    @Slot(str, str)
    def _failed(self, title: str, what: str) -> None:
        self.tell(f"{title}: this failed ({what}).")

    # -- files dropped onto the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.commands.open_paths(paths)

    # -- what the actions ask of the window

    @property
    def exporter(self) -> Exporter:
        """What opens the dialog of exporting."""
        if self._exporter is None:
            # Here, not above: it is not needed for the first look at a case.
            from timeline_app.window.exporting.exporter import Exporter  # noqa: PLC0415
            from timeline_app.window.exporting.maker import Workshop  # noqa: PLC0415

            workshop = Workshop(self.appearance, self.background, self.choices)
            self._exporter = Exporter(self.session, workshop, self)
            self._exporter.said.connect(self.tell)
        return self._exporter

    def open_export(self, *, printing: bool) -> None:
        """Open the dialog in which a picture or a table is looked at."""
        self.exporter.open_dialog(printing=printing)

    def copy_picture(self, *, svg: bool) -> None:
        """Copy the picture of what is shown."""
        self.exporter.copy(svg=svg)

    @property
    def details_shown(self) -> bool:
        """Whether the details are to be seen."""
        if self.session.comparing is not None:
            return self._details_compared
        return self._details_alone

    def show_details(self, *, shown: bool) -> None:
        """Show or hide the details; for one case and for two that is remembered apart."""
        if self.session.comparing is not None:
            self._details_compared = shown
        else:
            self._details_alone = shown
        self.detail_room.setVisible(shown)

    @property
    def texts_shown(self) -> bool:
        """Whether the texts of both compared cases are to be seen."""
        return self.session.comparing is not None and self.tabs.texts_shown

    def show_texts(self, *, shown: bool) -> None:
        """Bring the texts of both compared cases forward, or the phases."""
        self.tabs.show_texts(shown=shown)

    def focus_side(self, side: Side) -> None:
        """Give the focus to the panel of a side."""
        self.comparison.focus(side)

    def put_on_clipboard(self, text: str) -> None:
        """Copy plain text."""
        QGuiApplication.clipboard().setText(text)

    @Slot(str)
    def tell(self, text: str) -> None:
        """Show a message in the status bar for a while."""
        self.statusBar().showMessage(plain_line(text), MESSAGE_TIME)

    def show_find(self) -> None:
        """Open the find bar of the text."""
        self.detail.find_bar.open_bar()

    def find_place(self, by: int) -> None:
        """Go to the next or previous place found; opens the bar where it is closed."""
        if self.detail.find_bar.isVisible():
            self.detail.find_bar.go(by)
        else:
            self.show_find()

    def focus_case_filter(self) -> None:
        """Put the cursor into the filter of the case list."""
        self.cases.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.cases.filter.selectAll()

    def move_focus(self, by: int) -> None:
        """Give the focus to the next or previous part that is seen."""
        parts: list[QWidget] = [
            self.cases.list,
            *self._canvases(),
            *self.tabs.parts(),
            self.detail.text,
        ]
        seen = [part for part in parts if part.isVisible()]
        focus = QApplication.focusWidget()
        at = next((n for n, part in enumerate(seen) if _holds(part, focus)), -1 if by > 0 else 0)
        if seen:
            seen[(at + by) % len(seen)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- coming and going

    def _restore(self) -> None:
        settings = self.choices.settings
        for name, splitter in (("columns", self.columns), ("rows", self.rows)):
            divide(splitter, settings.splitters.get(name))
        put_window(self, settings.window, QSize(*FIRST_SIZE))

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the background work and remember where the window lay."""
        splitters = {"columns": self.columns, "rows": self.rows, "detail": self.detail.parts}
        self.choices.remember_window(place_of(self), divisions(splitters))
        if self._exporter is not None:
            self._exporter.close()
        self.background.close()
        super().closeEvent(event)


def _holds(part: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (part is focus or part.isAncestorOf(focus))


def dropped_paths(data: QMimeData) -> list[Path]:
    """The local files and folders among what is dropped."""
    urls: list[QUrl] = data.urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
