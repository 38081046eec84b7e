"""The events of the shown case as a table: the twin of the canvas for those who can't see it.

The last column says how each event lies to the chosen one, as the canvas does with its badges.
"""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from timeline_app.case.model import Event
from timeline_app.layout.plain import plain_line
from timeline_app.session.change import Change
from timeline_app.session.relating import how_it_lies
from timeline_app.session.session import Session
from timeline_app.session.status import kind_words
from timeline_app.session.stepping import place_of
from timeline_app.window.appearance import Appearance, glyph_pixmap
from timeline_app.window.plain import plain_tooltip

AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns of the table."""

    NUMBER = 0
    KIND = 1
    EVENT = 2
    WHEN = 3
    WORDS = 4
    LIES = 5


HEADERS = {
    Column.NUMBER: "",
    Column.KIND: "Kind",
    Column.EVENT: "Event",
    Column.WHEN: "When",
    Column.WORDS: "Source's words",
    Column.LIES: "Against the chosen",
}
WIDTHS = {
    Column.NUMBER: 34,
    Column.KIND: 112,
    Column.WHEN: 180,
    Column.WORDS: 112,
    Column.LIES: 142,
}


def _came_about(event: Event) -> str:
    if event.prevented:
        return "; did not come about"
    return "; still to come" if event.planned else ""


class EventModel(QAbstractTableModel):
    """The visible events of the shown case, in its order."""

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self._order: tuple[int, ...] = ()

    def refresh(self) -> None:
        """Take the events as they are now."""
        self.beginResetModel()
        self._order = self._session.visible_order()
        self.endResetModel()

    def refresh_relations(self) -> None:
        """Another event is chosen: the last column says something else."""
        if self._order:
            self.dataChanged.emit(
                self.index(0, Column.LIES), self.index(len(self._order) - 1, Column.LIES)
            )

    def event_in(self, row: int) -> int | None:
        """The event in a row."""
        return self._order[row] if 0 <= row < len(self._order) else None

    def row_of(self, event: int | None) -> int:
        """The row of an event, or -1."""
        chronology = self._session.chronology
        if event is None or chronology is None:
            return -1
        row = place_of(chronology, self._order, event)
        return row if row is not None else -1

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """How many events are visible."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        """The columns are always the same."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[Column(section)]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, glyph or tooltip of a cell."""
        event = self.event_in(index.row())
        if event is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(event, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._words(event, Column(index.column())))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == Column.KIND:
            return self._glyph(event)
        return None

    def _words(self, event: int, column: Column) -> str:
        chronology = self._session.chronology
        if chronology is None:
            return ""
        told = chronology.case.events[event]
        if column is Column.NUMBER:
            return str(chronology.position[event] + 1)
        if column is Column.KIND:
            return kind_words(told)
        if column is Column.EVENT:
            return plain_line(told.title)
        if column is Column.WHEN:
            return chronology.when_in_words(event, short=True) + _came_about(told)
        if column is Column.WORDS:
            return f"“{plain_line(told.phrase)}”" if told.phrase else ""
        return how_it_lies(chronology, event, self._session.selected)

    def _glyph(self, event: int) -> QPixmap | None:
        chronology = self._session.chronology
        if chronology is None:
            return None
        told = chronology.case.events[event]
        return glyph_pixmap(self._appearance, told.kind, hollow=told.prevented)


class EventTable(QTableView):
    """The table under the timeline. The row of the chosen event is the current one."""

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self._model = EventModel(session, appearance, self)
        self.setModel(self._model)
        self.setAccessibleName("Events")
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 12)
        columns = self.horizontalHeader()
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(30)
        columns.setSectionResizeMode(Column.EVENT, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        self.selectionModel().currentRowChanged.connect(self._chosen)
        appearance.changed.connect(self._recolour)
        session.subscribe(self.take)
        self.take(Change.everything())

    def take(self, change: Change) -> None:
        """Show what the session holds now."""
        if change & (Change.CURRENT | Change.FILTER):
            self._model.refresh()
            self._make_room_for_numbers()
        elif change & Change.SELECTION:
            self._model.refresh_relations()
        if change & (Change.CURRENT | Change.FILTER | Change.SELECTION):
            self._show_selected()

    def changeEvent(self, event: QEvent) -> None:
        """Another font is wider, or narrower."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room_for_numbers()

    def _make_room_for_numbers(self) -> None:
        """The last number is the widest."""
        self.ensurePolished()  # else the style does not tell yet what lies beside it
        last = self._model.index(self._model.rowCount() - 1, Column.NUMBER)
        needed = self.sizeHintForIndex(last).width()
        self.setColumnWidth(Column.NUMBER, max(needed, WIDTHS[Column.NUMBER]))

    def _show_selected(self) -> None:
        row = self._model.row_of(self._session.selected)
        if row < 0:
            self.selectionModel().clear()
            return
        index = self._model.index(row, Column.EVENT)
        if self.currentIndex().row() != row or not self.selectionModel().isSelected(index):
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        # A row that moved away between press and release would hand the choice to its neighbour.
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            across = self.horizontalScrollBar()
            place = across.value()
            self.scrollTo(index)
            across.setValue(place)  # up or down only: the first columns stay where they were

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        event = self._model.event_in(index.row())
        if event is not None and event != self._session.selected:
            self._session.select(event)

    @Slot()
    def _recolour(self) -> None:
        self.viewport().update()
