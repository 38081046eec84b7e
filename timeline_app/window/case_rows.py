"""The rows of the list of cases: what each says, and how it is painted.

A row is painted, never rich text: the title, the phases told, how many events, what is wrong; and
of the two compared cases the letter and the colour of its side.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from timeline_app.case.model import Kind
from timeline_app.case.problems import Severity
from timeline_app.case.solving.chronology import Chronology
from timeline_app.drawing.glyphs import paint_glyph
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.layout.chart import Rect
from timeline_app.layout.kept import Kept
from timeline_app.layout.plain import plain_line
from timeline_app.session.comparing import Side
from timeline_app.session.open_files import Entry
from timeline_app.session.session import Session
from timeline_app.window.appearance import Appearance, qt_colour
from timeline_app.window.sides import side_colours

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 50
GLYPH = 11
GLYPH_STEP = 16
INSET = 12
LETTER_GAP = 8


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
    return _PHASES.of(chronology, None)


def _find_phases(chronology: Chronology, _key: None) -> list[tuple[Kind, bool]]:
    came_about: dict[Kind, bool] = {}
    for event in chronology.case.events:
        came_about[event.kind] = came_about.get(event.kind, False) or not event.prevented
    return [
        (kind, not came_about[kind])
        for kind in Kind
        if kind in came_about and kind is not Kind.OTHER
    ]


_PHASES: Kept[Chronology, None, list[tuple[Kind, bool]]] = Kept(_find_phases)


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

    def side(self, entry: Entry) -> Side | None:
        """The side on which a case is compared."""
        comparing = self._session.comparing
        return comparing.side_of(entry.number) if comparing is not None else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """A case can be dragged onto another, to compare the two."""
        flags = super().flags(index)
        if index.isValid():
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags

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
            side = self.side(entry)
            compared = f"{side} of the comparison, " if side is not None else ""
            return f"{compared}{title_of(entry)}, {remark_of(entry)}, {problems} problems"
        return None


class CaseDelegate(QStyledItemDelegate):
    """Paints a row: title, the kinds of its events in order, how many, a badge."""

    def __init__(self, appearance: Appearance, view: QListView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """All rows are of one height."""
        return QSize(120, max(ROW_HEIGHT, 2 * QFontMetrics(option.font).height() + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row."""
        model = index.model()
        entry = model.entry(index.row()) if isinstance(model, CaseModel) else None
        if entry is None:
            return
        side = model.side(entry) if isinstance(model, CaseModel) else None
        theme = self._appearance.theme
        painter.save()
        rect = option.rect
        self._paint_ground(painter, option, index, side)
        metrics = QFontMetrics(option.font)
        left, right = rect.x() + INSET, rect.right() - INSET
        baseline = rect.y() + 7 + metrics.ascent()
        painter.setFont(option.font)
        room = right
        if side is not None:
            room -= metrics.horizontalAdvance(str(side)) + LETTER_GAP
            painter.setPen(qt_colour(side_colours(theme, side).ink))
            painter.drawText(room + LETTER_GAP, baseline, str(side))
        painter.setPen(qt_colour(theme.text))
        title = metrics.elidedText(title_of(entry), Qt.TextElideMode.ElideRight, room - left)
        painter.drawText(left, baseline, title)
        second = baseline + metrics.height() + 3
        painter.setPen(qt_colour(theme.text_soft))
        room = self._paint_remark(painter, metrics, entry, (left, right), second)
        self._paint_phases(painter, entry, (left, room), second - metrics.ascent() / 2 + 1)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, side: Side | None
    ) -> None:
        """The ground of the shown case, of the other compared one, and under the pointer."""
        theme, rect = self._appearance.theme, option.rect
        is_shown = self._view.selectionModel().isSelected(index)
        colours = side_colours(theme, side if side is not None else Side.A)
        if is_shown or side is not None:
            painter.fillRect(rect, qt_colour(colours.tint))
            bar = QRect(rect.x(), rect.y(), 4 if is_shown else 2, rect.height())
            painter.fillRect(bar, qt_colour(colours.ink))
        elif self._view.underMouse() and _is_under_pointer(option):
            painter.fillRect(rect, qt_colour(theme.hover_tint))

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


def _is_under_pointer(option: QStyleOptionViewItem) -> bool:
    # Here, not above: the first frame needs none of the hundreds of constants of a QStyle.
    from PySide6.QtWidgets import QStyle  # noqa: PLC0415

    return bool(option.state & QStyle.StateFlag.State_MouseOver)
