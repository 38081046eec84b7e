"""The beginning of a table before it is made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.tables.table import Table
from timeline_app.window.plain import PlainLabel, breakable

MOST_COLUMN = 260
CELL_LENGTH = 400
"""Characters of a cell that are looked at; the file has all of them."""


class TableView(QWidget):
    """The tables under each other, their titles and headers in bold, and how much of the whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = QTableWidget(self)
        self.table.setAccessibleName("Preview of the table")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().hide()
        self.words = PlainLabel("", self, name="soft")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.table, 1)
        box.addWidget(self.words)

    def show_tables(self, tables: Sequence[Table], words: str) -> None:
        """Show these."""
        lines = [line for table in tables for line in _lines(table)]
        self.table.clear()
        self.table.setRowCount(len(lines))
        self.table.setColumnCount(max((len(cells) for cells, _bold in lines), default=0))
        self.table.clearSpans()
        for row, (cells, bold) in enumerate(lines):
            for column, cell in enumerate(cells):
                self.table.setItem(row, column, _item(cell, bold=bold))
            if len(cells) == 1 and self.table.columnCount() > 1:
                self.table.setSpan(row, 0, 1, self.table.columnCount())
        self.table.resizeColumnsToContents()
        for column in range(self.table.columnCount()):
            self.table.setColumnWidth(column, min(self.table.columnWidth(column), MOST_COLUMN))
        self.words.setText(words)


def _lines(table: Table) -> list[tuple[tuple[str, ...], bool]]:
    """The rows of a table, and whether each is a title or header."""
    lines: list[tuple[tuple[str, ...], bool]] = []
    if table.title:
        lines.append(((table.title,), True))
    if table.rows:
        lines.append((table.header, True))
    lines += [(row, False) for row in table.rows]
    lines += [((note,), False) for note in table.notes]
    return lines


def _item(text: str, *, bold: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(breakable(text[:CELL_LENGTH]))
    item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    if bold:
        font = item.font()
        font.setBold(True)
        item.setFont(font)
    return item
