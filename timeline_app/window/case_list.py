"""The open cases: title, the phases told, how many events, a badge for what is wrong.

The rows are painted, never rich text. A filter narrows the list; what is typed is sought in title
and file name.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.case.model import Kind
from timeline_app.case.problems import Severity
from timeline_app.case.solving.chronology import Chronology
from timeline_app.drawing.glyphs import paint_glyph
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.layout.chart import Rect
from timeline_app.layout.plain import plain_line
from timeline_app.session.change import Change
from timeline_app.session.open_files import Entry
from timeline_app.session.session import Session
from timeline_app.window.appearance import Appearance, qt_colour
from timeline_app.window.plain import PlainLabel

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 50
GLYPH = 11
GLYPH_STEP = 16
INSET = 12


def title_of(entry: Entry) -> str:
    """The case's title, or the file's name where the case does not open."""
    case = entry.opened.reading.case
    return plain_line(case.title if case else Path(entry.opened.path).name)


def remark_of(entry: Entry) -> str:
    """What stands at the right of the second line."""
    case = entry.opened.reading.case
    if case is None:
        errors = len(entry.opened.reading.errors)
        return f"does not open: {errors} error{'s' if errors != 1 else ''}"
    return f"{len(case.events)} event{'s' if len(case.events) != 1 else ''}"


def problem_count(entry: Entry) -> int:
    """How many errors and problems the file has; notes do not count."""
    return sum(1 for one in entry.opened.problems if one.severity is not Severity.NOTE)


def phases_of(chronology: Chronology) -> list[tuple[Kind, bool]]:
    """The phases that a case tells: each kind but "other" once, and whether nothing of it came
    about. Always in the order of the kinds, which claims no order of events."""
    came_about: dict[Kind, bool] = {}
    for event in chronology.case.events:
        came_about[event.kind] = came_about.get(event.kind, False) or not event.prevented
    return [
        (kind, not came_about[kind])
        for kind in Kind
        if kind in came_about and kind is not Kind.OTHER
    ]


class CaseModel(QAbstractListModel):
    """The entries of the session that the filter lets through."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._sought = ""
        self._entries: tuple[Entry, ...] = ()

    def refresh(self, sought: str | None = None) -> None:
        """Take the entries as they are now."""
        if sought is not None:
            self._sought = sought.casefold()
        self.beginResetModel()
        self._entries = tuple(one for one in self._session.entries if self._matches(one))
        self.endResetModel()

    def _matches(self, entry: Entry) -> bool:
        text = f"{title_of(entry)}\n{Path(entry.opened.path).name}".casefold()
        return self._sought in text

    def entry(self, row: int) -> Entry | None:
        """The entry in a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, number: int) -> int:
        """The row of a case's number, or -1."""
        return next((at for at, one in enumerate(self._entries) if one.number == number), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """How many cases are listed."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a row, for assistive technology and for typing ahead."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            problems = problem_count(entry)
            return f"{title_of(entry)}, {remark_of(entry)}, {problems} problems"
        return None


class CaseDelegate(QStyledItemDelegate):
    """Paints a row: title, the kinds of its events in order, how many, a badge."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """All rows are of one height."""
        return QSize(120, max(ROW_HEIGHT, 2 * QFontMetrics(option.font).height() + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row."""
        model = index.model()
        entry = model.entry(index.row()) if isinstance(model, CaseModel) else None
        if entry is None:
            return
        theme = self._appearance.theme
        painter.save()
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, qt_colour(theme.accent_tint))
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), qt_colour(theme.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, qt_colour(theme.hover_tint))
        metrics = QFontMetrics(option.font)
        left, right = rect.x() + INSET, rect.right() - INSET
        baseline = rect.y() + 7 + metrics.ascent()
        painter.setFont(option.font)
        painter.setPen(qt_colour(theme.text))
        title = metrics.elidedText(title_of(entry), Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(left, baseline, title)
        second = baseline + metrics.height() + 3
        painter.setPen(qt_colour(theme.text_soft))
        room = self._paint_remark(painter, metrics, entry, (left, right), second)
        self._paint_phases(painter, entry, (left, room), second - metrics.ascent() / 2 + 1)
        painter.restore()

    def _paint_remark(
        self,
        painter: QPainter,
        metrics: QFontMetrics,
        entry: Entry,
        sides: tuple[int, int],
        baseline: int,
    ) -> int:
        """Paint the words at the right; the x that they leave free."""
        remark = remark_of(entry)
        left, right = sides
        problems = problem_count(entry)
        if problems and entry.opened.reading.case is not None:
            remark = f"{remark} · {problems} problem{'s' if problems != 1 else ''}"
        x = max(right - metrics.horizontalAdvance(remark), left)
        painter.drawText(x, baseline, remark)
        return x - 8

    def _paint_phases(
        self, painter: QPainter, entry: Entry, sides: tuple[int, int], middle: float
    ) -> None:
        chronology = entry.opened.chronology
        if chronology is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        surface = QtSurface(painter, self._appearance.fonts)
        left, room = sides
        phases = phases_of(chronology)[: max((room - left) // GLYPH_STEP, 0)]
        for place, (kind, hollow) in enumerate(phases):
            square = Rect(left + place * GLYPH_STEP, middle - GLYPH / 2, GLYPH, GLYPH)
            paint_glyph(surface, self._appearance.theme, kind, square, hollow=hollow)


class CaseView(QListView):
    """The list itself. To arrive in it by key opens no case: where the filter hides the shown case,
    Qt would make the first row the current one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.arriving = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus comes."""
        self.arriving = True
        super().focusInEvent(event)
        self.arriving = False


class CaseFilter(QLineEdit):
    """The field over the list. Escape empties it, and leaves it once it is empty."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties or leaves."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.left.emit()


class CaseList(QWidget):
    """The pane at the left."""

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._title = PlainLabel("Cases", self, name="paneTitle")
        self.filter = CaseFilter(self)
        self.filter.setPlaceholderText("Filter cases")
        self.filter.setAccessibleName("Filter cases")
        self.filter.setClearButtonEnabled(True)
        self.list = CaseView(self)
        self.list.setAccessibleName("Cases")
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = CaseModel(session, self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(CaseDelegate(appearance, self))
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
        appearance.changed.connect(self.list.viewport().update)
        session.subscribe(self.take)
        self.take(Change.everything())

    def take(self, change: Change) -> None:
        """Show what the session holds now."""
        if change & Change.CASES:
            self._model.refresh()
            self._show_count()
        if change & (Change.CASES | Change.CURRENT):
            self._show_current()

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
