"""The stretches between the stages of two compared cases, and their penalties, as a table.

A row of a stretch leads to its two events in both panels, a row of a penalty to what tells of it;
the words are those of the saved tables.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from timeline_app.case.comparing.comparison import CaseComparison
from timeline_app.case.comparing.outcomes import OutcomeRow
from timeline_app.case.comparing.phases import Phase
from timeline_app.layout.plain import plain_line
from timeline_app.session.change import Change
from timeline_app.session.comparing import Side
from timeline_app.session.session import Session
from timeline_app.tables.comparison_table import outcome_table, phase_table
from timeline_app.window.plain import plain_tooltip

AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
BETWEEN = 0
SHARING = (1, 2, 3)
LEAST_BETWEEN = 96
SIDE_AIR, ROW_AIR = 10, 12
"""Pixels at either side of a cell's words, and above and below them together."""


class PhaseRow(NamedTuple):
    """The words of a row, and the stretch or the penalty it is of."""

    words: tuple[str, ...]
    subject: Phase | OutcomeRow


def rows_of(comparison: CaseComparison) -> tuple[PhaseRow, ...]:
    """A row for each stretch, then one for each kind of penalty."""
    words = (*phase_table(comparison).rows, *outcome_table(comparison).rows)
    subjects: tuple[Phase | OutcomeRow, ...] = (*comparison.phases, *comparison.outcomes)
    return tuple(PhaseRow(_begun(one), of) for one, of in zip(words, subjects, strict=True))


def _begun(words: tuple[str, ...]) -> tuple[str, ...]:
    """The cells, the first with a capital letter."""
    return (words[0][:1].upper() + words[0][1:], *words[1:])


def _next_of(events: tuple[int, ...], chosen: int | None) -> int | None:
    """The event after the chosen one, so that one click after the other leads to all of them; None
    where there is none."""
    if not events:
        return None
    return events[(events.index(chosen) + 1) % len(events)] if chosen in events else events[0]


class PhaseModel(QAbstractTableModel):
    """The rows as a model, with the titles of the cases in the header."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[PhaseRow, ...] = ()
        self._header: tuple[str, ...] = ("Between", "A", "B", "Difference, A − B")

    def show_comparison(self, comparison: CaseComparison | None) -> None:
        """Take the rows of a comparison, or none."""
        self.beginResetModel()
        self._rows = rows_of(comparison) if comparison is not None else ()
        if comparison is not None:
            a, b = (plain_line(one.case.title) for one in (comparison.a, comparison.b))
            self._header = ("Between", f"A · {a}", f"B · {b}", "Difference, A − B")
        self.endResetModel()

    def row(self, number: int) -> PhaseRow | None:
        """The row of that number."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """How many stretches and penalties there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        """The columns are always the same."""
        return 0 if parent.isValid() else len(self._header)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._header[section]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words or tooltip of a cell."""
        row = self.row(index.row())
        if row is None:
            return None
        words = row.words[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words
        return plain_tooltip(words) if role == Qt.ItemDataRole.ToolTipRole else None


class PhaseCells(QStyledItemDelegate):
    """Cells as high as their words need. Qt takes no account of the air at the sides of a cell, and
    so of fewer lines than it then paints."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """The room for all lines."""
        room = QRect(0, 0, self._table.columnWidth(index.column()) - 2 * SIDE_AIR, 10_000)
        lines = self._table.fontMetrics().boundingRect(
            room, Qt.TextFlag.TextWordWrap, str(index.data())
        )
        return QSize(super().sizeHint(option, index).width(), lines.height() + ROW_AIR)


class PhaseTable(QTableView):
    """The table; a click or Return leads to the events of a row in both panels."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: CaseComparison | None = None
        self._model = PhaseModel(self)
        self.setModel(self._model)
        self.setItemDelegate(PhaseCells(self))
        self.setAccessibleName("Phases of both cases")
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)  # they are few
        rows.setMinimumSectionSize(self.fontMetrics().height() + ROW_AIR)
        columns = self.horizontalHeader()
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        columns.setTextElideMode(Qt.TextElideMode.ElideRight)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setStretchLastSection(True)
        columns.setMinimumSectionSize(40)
        columns.sectionResized.connect(self._fit_rows)
        self.clicked.connect(self._lead)
        session.subscribe(self.take)
        self.take(Change.everything())

    def take(self, change: Change) -> None:
        """Show what the session holds now."""
        comparison = self._session.comparison
        if change & (Change.COMPARING | Change.CASES) and comparison is not self._shown:
            self._shown = comparison
            self._model.show_comparison(comparison)
            self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the width anew."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """The first column is as wide as its longest stretch, but takes no more than a third; the
        others share what is left as their words need it."""
        width = self.viewport().width()
        first = max(min(self._longest(BETWEEN), width // 3), LEAST_BETWEEN)
        self.setColumnWidth(BETWEEN, first)
        rest = max(width - first, 1)
        # None is ever so narrow that one long cell takes the room of all others.
        needs = [max(min(max(self._longest(at), rest // 4), rest // 2), 1) for at in SHARING]
        for column, need in zip(SHARING[:-1], needs, strict=False):
            self.setColumnWidth(column, rest * need // sum(needs))

    def _longest(self, column: int) -> int:
        """How wide a column must be for its words to stand on one line."""
        model, metrics = self._model, self.fontMetrics()
        words = (str(model.index(row, column).data()) for row in range(model.rowCount()))
        return max(map(metrics.horizontalAdvance, words), default=0) + 2 * SIDE_AIR + 2

    @Slot(int, int, int)
    def _fit_rows(self, _column: int, _before: int, _now: int) -> None:
        """No word of a narrower cell is cut off: that may be the one which decides."""
        self.resizeRowsToContents()

    @Slot(QModelIndex)
    def _lead(self, index: QModelIndex) -> None:
        row, session = self._model.row(index.row()), self._session
        if row is None:
            return
        if isinstance(row.subject, Phase):
            session.measure_both(row.subject.events_a, row.subject.events_b)
            return
        told = row.subject.events_a, row.subject.events_b
        chosen = (session.selected_on(side) for side in Side)
        session.go_to_pair(*(_next_of(*one) for one in zip(told, chosen, strict=True)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return leads to the events; copying copies the row as it is read."""
        row = self._model.row(self.currentIndex().row())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._lead(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy) and row is not None:
            QGuiApplication.clipboard().setText("\t".join(row.words))
        else:
            super().keyPressEvent(event)
