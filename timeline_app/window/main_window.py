"""The main window: puts the parts together and answers what the actions ask of it.

It holds no state of the case; that is the session's. It owns the background thread and ends it
when it closes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

from timeline_app.case.problems import Problem, Severity
from timeline_app.layout.plain import plain_line
from timeline_app.session.change import Change
from timeline_app.session.session import Session
from timeline_app.session.status import status_line
from timeline_app.settings import Settings, WindowPlace
from timeline_app.window import asking
from timeline_app.window.appearance import Appearance
from timeline_app.window.background import Background
from timeline_app.window.case_list import CaseList
from timeline_app.window.choices import Choices
from timeline_app.window.commands import Commands
from timeline_app.window.detail_pane import DetailPane
from timeline_app.window.empty_state import EmptyState
from timeline_app.window.event_table import EventTable
from timeline_app.window.exporting import export_shown
from timeline_app.window.loading import CaseLoader
from timeline_app.window.menus import Menus
from timeline_app.window.plain import PlainLabel
from timeline_app.window.problem_list import ProblemList
from timeline_app.window.progress import Progress
from timeline_app.window.shortcut_sheet import AboutSheet, LegendSheet, ShortcutSheet
from timeline_app.window.timeline_view import TimelineView
from timeline_app.window.tool_bar import ToolBar

MESSAGE_TIME = 6000  # milliseconds
FIRST_SIZE = (1440, 900)
FIRST_COLUMNS = (250, 800, 370)
FIRST_ROWS = (640, 160)


class MainWindow(QMainWindow):
    """Cases at the left, timeline and tables in the middle, detail at the right."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle("Case timeline")
        self.setAcceptDrops(True)
        self.session = session
        self.choices = Choices(settings, self)
        self.appearance = Appearance(settings.theme, self)
        self.background = Background(self)
        self.loader = CaseLoader(session, self.background, self)
        self.commands = Commands(session, self.loader, self, self.choices)
        self.menus = Menus(self.menuBar(), self.commands, self)
        self.addToolBar(ToolBar(session, self.menus, self.appearance, self))
        self.cases = CaseList(session, self.appearance, self)
        self.timeline = TimelineView(session, self.appearance, self)
        self.table = EventTable(session, self.appearance, self)
        self.problems = ProblemList(session, self)
        self.detail = DetailPane(session, self.appearance, self)
        self.tabs = QTabWidget(self)
        self.columns = QSplitter(Qt.Orientation.Horizontal, self)
        self.rows = QSplitter(Qt.Orientation.Vertical, self)
        self.middle = QStackedWidget(self)
        self.empty = EmptyState(session, self.commands, self)
        self._status = PlainLabel(parent=self)
        self._errors_shown = False
        self._arrange()
        self._connect()
        session.subscribe(self.take)
        self.take(Change.everything())

    def _arrange(self) -> None:
        self.tabs.addTab(self.table, "Events")
        self.tabs.addTab(self.problems, "Problems")
        self.tabs.setDocumentMode(True)
        self.middle.addWidget(self.timeline)
        self.middle.addWidget(self.empty)
        self.rows.addWidget(self.middle)
        self.rows.addWidget(self.tabs)
        for part in (self.cases, self.rows, self.detail):
            self.columns.addWidget(part)
        for splitter, sizes in ((self.columns, FIRST_COLUMNS), (self.rows, FIRST_ROWS)):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            splitter.setSizes(list(sizes))
        self.columns.setStretchFactor(1, 1)
        self.rows.setStretchFactor(0, 1)
        self.cases.setMinimumWidth(150)
        self.rows.setMinimumWidth(300)
        self.detail.setMinimumWidth(220)
        self.tabs.setMinimumHeight(90)
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
        for identity, action in self.menus.actions.items():
            if identity.startswith("timeline-"):
                self.timeline.canvas.addAction(action)
        self.detail.attach_asked.connect(self.commands.attach_folder)
        self.choices.changed.connect(self._apply_choices)
        self.choices.not_saved.connect(self.tell)
        self.background.failed.connect(self._failed)

    # -- what is shown

    def take(self, change: Change) -> None:
        """Show what the session holds now."""
        if change & Change.CURRENT:
            self._show_case()
        if change & (Change.CURRENT | Change.SELECTION | Change.FILTER):
            self._status.setText(status_line(self.session))
        if change & Change.SELECTION:
            self.statusBar().clearMessage()  # it would cover the status line

    def _show_case(self) -> None:
        current, chronology = self.session.current, self.session.chronology
        empty = chronology is None or not chronology.order
        self.middle.setCurrentWidget(self.empty if empty else self.timeline)
        self.tabs.setTabText(1, _problems_title(current.opened.problems if current else ()))
        if current is not None and chronology is None:
            self._show_errors(shown=True)
        elif self._errors_shown:
            self._show_errors(shown=False)
        title = plain_line(chronology.case.title) if chronology else ""
        title = title.replace("[*]", "[*][*]")  # else Qt takes it as the sign of unsaved changes
        self.setWindowTitle(f"{title} — Case timeline" if title else "Case timeline")

    def _show_errors(self, *, shown: bool) -> None:
        """Bring the errors of a broken file forward, and the events of the next case again."""
        self._errors_shown = shown
        self.tabs.setCurrentWidget(self.problems if shown else self.table)

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

    def choose_case_files(self) -> list[Path]:
        """Case files chosen by the reviewer."""
        return asking.case_files(self, self.choices)

    def choose_folder(self, title: str) -> Path | None:
        """A folder chosen by the reviewer."""
        return asking.folder(self, title, self.choices)

    def choose_article(self) -> Path | None:
        """An article file chosen by the reviewer."""
        return asking.article(self, self.choices)

    def choose_picture_target(self, proposed: str) -> Path | None:
        """Where a picture is to be written."""
        return asking.picture_target(self, proposed, self.choices)

    def export_picture_to(self, target: Path) -> None:
        """Write the picture of the shown case; the dialog has asked before replacing a file."""
        self.tell(export_shown(self.session, self.appearance, target))

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
            self.timeline.canvas,
            self.table,
            self.problems,
            self.detail.text,
        ]
        seen = [part for part in parts if part.isVisible()]
        focus = QApplication.focusWidget()
        at = next((n for n, part in enumerate(seen) if _holds(part, focus)), -1 if by > 0 else 0)
        if seen:
            seen[(at + by) % len(seen)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_shortcuts(self) -> None:
        """Show the shortcut sheet."""
        ShortcutSheet(self).open()

    def show_legend(self) -> None:
        """Show what the signs mean."""
        LegendSheet(self.appearance, self).open()

    def show_about(self) -> None:
        """Show name, version and licence."""
        AboutSheet(self).open()

    # -- coming and going

    def _restore(self) -> None:
        settings = self.choices.settings
        room = self.screen().availableGeometry()
        self.resize(QSize(*FIRST_SIZE).boundedTo(room.size()))
        for name, splitter in self._splitters():
            sizes = settings.splitters.get(name)
            if sizes is not None and len(sizes) == splitter.count():
                splitter.setSizes(list(sizes))
        place = settings.window
        if place is None:
            return
        rect = QRect(place.x, place.y, place.width, place.height)
        if QGuiApplication.screenAt(rect.center()) is not None:  # the screen may be gone
            self.setGeometry(rect)
            if place.maximized:
                self.showMaximized()

    def _splitters(self) -> Iterable[tuple[str, QSplitter]]:
        return (
            ("columns", self.columns),
            ("rows", self.rows),
            ("detail", self.detail.parts),
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the background work and remember where the window lay."""
        place = self.normalGeometry()
        self.choices.remember_window(
            WindowPlace(
                place.x(), place.y(), place.width(), place.height(), maximized=self.isMaximized()
            ),
            {name: tuple(splitter.sizes()) for name, splitter in self._splitters()},
        )
        self.background.close()
        super().closeEvent(event)


def _problems_title(problems: Sequence[Problem]) -> str:
    """The title of the tab: "Problems", "Problems  2", "Problems  2 · 1 note"."""
    notes = sum(1 for one in problems if one.severity is Severity.NOTE)
    others = len(problems) - notes
    title = f"Problems  {others}" if others else "Problems"
    return f"{title} · {notes} note{'s' if notes != 1 else ''}" if notes else title


def _holds(part: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (part is focus or part.isAncestorOf(focus))


def dropped_paths(data: QMimeData) -> list[Path]:
    """The local files and folders among what is dropped."""
    urls: list[QUrl] = data.urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
