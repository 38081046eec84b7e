"""The shortcut sheet and the other small sheets of the Help menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app import __version__
from timeline_app.case.model import Kind
from timeline_app.drawing.legend import Meaning
from timeline_app.window.action_rows import Menu
from timeline_app.window.actions import ACTIONS
from timeline_app.window.appearance import Appearance
from timeline_app.window.legend_picture import LegendPicture
from timeline_app.window.plain import PlainLabel

MARGIN = 16
LEGEND_WIDTH = 640.0


def shortcut_rows() -> list[tuple[str, str]]:
    """What can be done, and its keys as this machine writes them, by menu; a menu's name stands in
    a row without keys."""
    rows: list[tuple[str, str]] = []
    for menu in Menu:
        rows.append((str(menu), ""))
        for action in ACTIONS:
            if action.menu is menu:
                native = QKeySequence.SequenceFormat.NativeText
                keys = [QKeySequence(key).toString(native) for key in action.keys]
                rows.append((action.text.removesuffix("…"), " or ".join(keys)))
    return rows


class Sheet(QDialog):
    """A dialog with one widget and a Close button. Gone when closed."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)

    def hold(self, widget: QWidget) -> None:
        """Show this widget with a Close button under it."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        self._box.addWidget(widget, 1)
        self._box.addWidget(buttons)


class ShortcutSheet(Sheet):
    """All actions with their keys, from the table of actions."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Keyboard shortcuts", parent)
        rows = shortcut_rows()
        table = QTableWidget(len(rows), 2, self)
        table.setHorizontalHeaderLabels(["What", "Keys"])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for row, (what, keys) in enumerate(rows):
            heading = what in set(Menu) and not keys
            for column, text in enumerate((what if heading else f"   {what}", keys)):
                item = QTableWidgetItem(text)
                font = item.font()
                font.setBold(heading)
                item.setFont(font)
                table.setItem(row, column, item)
        table.setWordWrap(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setColumnWidth(0, 330)
        self.hold(table)
        self.resize(640, 620)


class LegendSheet(Sheet):
    """What the signs mean."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__("What the signs mean", parent)
        picture = LegendPicture(appearance, self)
        picture.explain(tuple(Kind), tuple(Meaning), LEGEND_WIDTH)
        picture.setMinimumWidth(round(LEGEND_WIDTH))
        self.hold(picture)


class AboutSheet(Sheet):
    """Name, version, licence, promise."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("About this program", parent)
        label = PlainLabel(
            f"Case timeline {__version__}\n\n"
            "Shows what a source establishes, how firmly, and where it says so, and never more.\n"
            "It works offline: it opens no network connection.\n\n"
            "MIT licence. Text is set in Inter (SIL Open Font License).",
            self,
        )
        label.setWordWrap(True)
        self.hold(label)
