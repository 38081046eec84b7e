"""The open cases: title, the phases told, how many events, a badge for what is wrong.

A filter narrows the list; what is typed is sought in title and file name. A case dragged onto
another, or its context menu, compares the two. A right click alone shows no case.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QMenu, QVBoxLayout, QWidget

from timeline_app.session.change import Change
from timeline_app.session.comparable import obstacle_of
from timeline_app.session.comparing import Side
from timeline_app.session.open_files import Entry
from timeline_app.session.session import Session
from timeline_app.window.appearance import Appearance
from timeline_app.window.case_rows import CaseDelegate, CaseModel
from timeline_app.window.escaping import is_escape_wanted
from timeline_app.window.plain import PlainLabel


class CaseView(QListView):
    """The list itself. To arrive in it by key opens no case: where the filter hides the shown case,
    Qt would make the first row the current one."""

    dropped_onto = Signal(int, int)  # row that was dragged, row onto which it was dropped
    menu_asked = Signal(int, QPoint)  # row, where on the screen

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.arriving = False
        self._dragged = -1
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setDropIndicatorShown(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus comes."""
        self.arriving = True
        super().focusInEvent(event)
        self.arriving = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Only the left button chooses."""
        if event.button() == Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the pointer, or by key of the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_asked.emit(index.row(), self.viewport().mapToGlobal(place))

    # -- a case dragged onto another: Qt carries it, and what it carries is never read

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803 - Qt's name
        """A case begins to be dragged."""
        self._dragged = self.currentIndex().row()
        super().startDrag(supportedActions)
        self._dragged = -1

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A case of this list comes, over its own row as yet; files that are dropped are for the
        window. What is refused here is never asked about again."""
        if self._dragged >= 0:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """It may be dropped onto another case."""
        if self._target(event) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def _target(self, event: QDropEvent) -> int | None:
        """The row onto which a case of this list may be dropped here."""
        onto = self.indexAt(event.position().toPoint()).row()
        return onto if self._dragged >= 0 <= onto != self._dragged else None

    def dropEvent(self, event: QDropEvent) -> None:
        """The two are to be compared."""
        onto = self._target(event)
        if onto is None:
            event.ignore()
            return
        event.acceptProposedAction()
        self.dropped_onto.emit(self._dragged, onto)


class CaseFilter(QLineEdit):
    """The field over the list. Escape empties it, and leaves it once it is empty."""

    left = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There may be something to clear from now on. The button is not made before: Qt looks for
        its icon in every theme of the machine."""
        self.setClearButtonEnabled(True)
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        """Escape is for the field, not for a comparison."""
        if isinstance(event, QKeyEvent) and is_escape_wanted(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties or leaves."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.left.emit()


class CaseAction(QAction):
    """Something to do with a case of the list."""

    chosen = Signal(int)

    def __init__(self, text: str, number: int, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._number = number
        self.triggered.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._number)


class CaseList(QWidget):
    """The pane at the left."""

    compare_asked = Signal(int, int)  # the numbers of A and B
    chooser_asked = Signal(int)  # the number of a case that is to be compared with another
    put_on_a_asked = Signal(int)
    put_on_b_asked = Signal(int)

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._title = PlainLabel("Cases", self, name="paneTitle")
        self.filter = CaseFilter(self)
        self.filter.setPlaceholderText("Filter cases")
        self.filter.setAccessibleName("Filter cases")
        self.list = CaseView(self)
        self.list.setAccessibleName("Cases")
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = CaseModel(session, self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(CaseDelegate(appearance, self.list))
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 12, 8, 0)
        box.setSpacing(8)
        for widget in (self._title, self.filter, self.list):
            box.addWidget(widget)
        box.setStretch(2, 1)
        self.filter.textChanged.connect(self._narrow)
        self.filter.returnPressed.connect(self.list.setFocus)
        self.filter.left.connect(self.list.setFocus)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.dropped_onto.connect(self._dropped)
        self.list.menu_asked.connect(self._show_menu)
        appearance.changed.connect(self._recolour)
        session.subscribe(self.take)
        self.take(Change.everything())

    @Slot()
    def _recolour(self) -> None:
        self.list.viewport().update()

    def take(self, change: Change) -> None:
        """Show what the session holds now."""
        if change & Change.CASES:
            self._model.refresh()
            self._show_count()
        if change & (Change.CASES | Change.CURRENT):
            self._show_current()
        if change & Change.COMPARING and self._model.rowCount():
            self.list.viewport().update()

    @Slot(str)
    def _narrow(self, sought: str) -> None:
        self._model.refresh(sought)
        self._show_count()
        self._show_current()

    def _show_count(self) -> None:
        listed, there = self._model.rowCount(), len(self._session.entries)
        self._title.setText(
            f"Cases   {listed} of {there}" if listed < there else f"Cases   {there}"
        )

    def _show_current(self) -> None:
        current = self._session.current
        row = self._model.row_of(current.number) if current else -1
        selection = self.list.selectionModel()
        if row < 0:
            selection.clear()
            return
        index = self._model.index(row, 0)
        if selection.currentIndex() != index or not selection.isSelected(index):
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        entry = self._model.entry(index.row())
        if entry is not None and not self.list.arriving:
            self._session.show_case(entry.number)

    # -- comparing

    @Slot(int, int)
    def _dropped(self, dragged: int, onto: int) -> None:
        a, b = self._model.entry(onto), self._model.entry(dragged)
        if a is not None and b is not None:
            self.compare_asked.emit(a.number, b.number)

    @Slot(int, QPoint)
    def _show_menu(self, row: int, place: QPoint) -> None:
        entry = self._model.entry(row)
        if entry is not None:
            menu = self.menu_of(entry)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    def menu_of(self, entry: Entry) -> QMenu:
        """What can be done with a case of the list."""
        menu = QMenu(self)
        comparing, current = self._session.comparing, self._session.current
        can_be = not obstacle_of(entry)
        if comparing is not None:
            for side, asked in ((Side.A, self.put_on_a_asked), (Side.B, self.put_on_b_asked)):
                action = CaseAction(f"Compare as {side}", entry.number, menu)
                action.setEnabled(can_be and comparing.number(side) != entry.number)
                action.chosen.connect(asked)
                menu.addAction(action)
        else:
            beside = CaseAction("Compare with the shown case", entry.number, menu)
            beside.setEnabled(can_be and current is not None and current.number != entry.number)
            beside.chosen.connect(self._compare_with_shown)
            menu.addAction(beside)
        other = CaseAction("Compare with…", entry.number, menu)
        other.setEnabled(can_be)
        other.chosen.connect(self.chooser_asked)
        menu.addAction(other)
        return menu

    @Slot(int)
    def _compare_with_shown(self, number: int) -> None:
        current = self._session.current
        if current is not None:
            self.compare_asked.emit(current.number, number)
