"""The source's text: the chosen event's passage strong, the others faint and clickable.

Rules:
* Offsets are code points of the canonical text; the widget counts UTF-16 units of a display text.
  `DisplayText` is the only bridge, and nothing is searched or copied through the widget.
* The text is plain. Marks are extra selections, never part of it; only those in view and a little
  beyond are made.
* Until the pointer comes the viewport is not asked for: PySide makes a class of every widget of
  Qt's the first time that it is given one that Qt has made.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from timeline_app.case.opening import NOTHING
from timeline_app.case.sources.displaying import DisplayText
from timeline_app.window.appearance import Appearance, qt_colour
from timeline_app.window.marks import Mark, Marks

TEXT_SIZE = 14
MARGIN = 14
MARKED_AROUND = 1_000
"""So many characters before and behind what is in view are marked already."""
MOST_MARKED = 100
"""So many passages near what is in view are marked one by one."""


class SourceText(QPlainTextEdit):
    """Shows one text with its marks."""

    event_clicked = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._canonical = ""
        self._display = NOTHING
        self._marks = Marks()
        self._marked = 0, 0
        self._selected: int | None = None
        self._found: tuple[tuple[int, int], ...] = ()
        self._found_at = -1
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName("Text of the source")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        # Qt's own menu would copy what is shown.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.document().setDocumentMargin(MARGIN)
        font = QFont(self.font())
        font.setPixelSize(TEXT_SIZE)
        self.setFont(font)
        self.verticalScrollBar().valueChanged.connect(self._look_again)
        appearance.changed.connect(self._repaint_marks)

    # -- what is shown

    def show_text(self, canonical: str, display: DisplayText) -> bool:
        """Show a text, given as it is and as it can be shown. Whether it is another one than
        before; then nothing is marked in it yet."""
        if display is self._display:
            return False
        self._canonical = canonical
        self._display = display
        self._marks = Marks()
        self._found, self._found_at = (), -1
        self._selected = None
        self.setPlainText(self._display.text)
        return True

    def show_marks(self, marks: Marks, selected: int | None) -> None:
        """Mark these stretches, those of the chosen event strongly. They are brought into view
        where another event is chosen than before."""
        another = selected != self._selected
        self._marks = marks
        self._selected = selected
        if another:
            self._marked = 0, self._display.length  # scrolling is to mark nothing yet
            self.reveal_selected()
        self._repaint_marks()

    def _repaint_marks(self) -> None:
        theme = self._appearance.theme
        faint, strong, dates, found, here = (QTextCharFormat() for _ in range(5))
        faint.setBackground(qt_colour(theme.band))
        strong.setBackground(qt_colour(theme.passage))
        strong.setForeground(qt_colour(theme.text))
        dates.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        dates.setUnderlineColor(qt_colour(theme.accent))
        dates.setFontUnderline(True)
        found.setBackground(qt_colour(theme.found))
        here.setBackground(qt_colour(theme.accent))
        here.setForeground(qt_colour(theme.background))
        first, last = self._visible()
        first, last = self._marked = first - MARKED_AROUND, last + MARKED_AROUND
        chosen, near = self._marks.of(self._selected), self._marks.between(first, last)
        others = [m for m in near if m.event != self._selected and not m.underlined]
        selections = [self._selection(*stretch, faint) for stretch in _stretches(others)]
        selections += [self._selection(m.start, m.end, strong) for m in chosen if not m.underlined]
        selections += [self._selection(m.start, m.end, dates) for m in chosen if m.underlined]
        around = slice(bisect_left(self._found, (first,)), bisect_left(self._found, (last,)))
        selections += [self._selection(*place, found) for place in self._found[around]]
        if 0 <= self._found_at < len(self._found):
            selections.append(self._selection(*self._found[self._found_at], here))
        self.setExtraSelections(selections)

    def _look_again(self) -> None:
        """Other places of the text have come into view."""
        first, last = self._visible()
        if first < self._marked[0] or last > self._marked[1]:
            self._repaint_marks()

    def _visible(self) -> tuple[int, int]:
        """The first place that is in view, and the last one, in code points."""
        edges = QPoint(0, 0), self.contentsRect().bottomRight()
        first, last = (self.cursorForPosition(edge).position() for edge in edges)
        return self._display.to_offset(first), self._display.to_offset(last)

    def _selection(self, start: int, end: int, style: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(start, end)
        selection.format = style
        return selection

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._display.to_units(start))
        cursor.setPosition(self._display.to_units(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def reveal_selected(self) -> None:
        """Bring the passage of the chosen event into view."""
        chosen = [mark for mark in self._marks.of(self._selected) if not mark.underlined]
        if chosen:
            self._reveal(chosen[0].start, chosen[0].end)

    def _reveal(self, start: int, end: int) -> None:
        """Scroll so that the stretch is seen whole where it fits, else from its beginning."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._display.to_units(end))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        cursor.setPosition(self._display.to_units(start))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        if self.cursorRect().top() > self.contentsRect().height() * 2 // 3:
            self.centerCursor()

    # -- finding

    def find_all(self, sought: str) -> int:
        """Mark every place where this stands, upper and lower case alike; how many there are."""
        self._found = (
            tuple(
                match.span()
                for match in re.finditer(re.escape(sought), self._canonical, re.IGNORECASE)
            )
            if sought
            else ()
        )
        self._found_at = -1
        self._repaint_marks()
        return len(self._found)

    def go_to_found(self, by: int) -> int:
        """Go to the next (1) or previous (-1) place found, round the end; its number from 1, or 0
        where there is none."""
        if not self._found:
            return 0
        if self._found_at < 0:
            self._found_at = 0 if by > 0 else len(self._found) - 1
        else:
            self._found_at = (self._found_at + by) % len(self._found)
        self._reveal(*self._found[self._found_at])
        self._repaint_marks()
        return self._found_at + 1

    # -- what the reviewer does

    def copy(self) -> None:
        """Copy the text itself, not what stands in for it on the screen."""
        cursor = self.textCursor()
        start = self._display.to_offset(cursor.selectionStart())
        end = self._display.to_offset(cursor.selectionEnd())
        if start < end:
            QGuiApplication.clipboard().setText(self._canonical[start:end])

    def _event_at(self, cursor: QTextCursor) -> int | None:
        """The event of the shortest passage at a cursor."""
        offset = self._display.to_offset(cursor.position())
        there = self._marks.between(offset, offset + 1)
        return min(there, key=lambda mark: mark.end - mark.start).event if there else None

    def _event_under(self, point: QPoint) -> int | None:
        cursor = self.cursorForPosition(point)
        if not self.cursorRect(cursor).adjusted(-14, -2, 14, 2).contains(point):
            return None
        return self._event_at(cursor)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is followed from now on."""
        super().enterEvent(event)
        self.viewport().setMouseTracking(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More of the text may come into view."""
        super().resizeEvent(event)
        self._look_again()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click into a passage chooses its event; a drag only selects text."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            under = self._event_under(event.position().toPoint())
            if under is not None and under != self._selected:
                self.event_clicked.emit(under)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click leads somewhere."""
        super().mouseMoveEvent(event)
        under = self._event_under(event.position().toPoint())
        leads = under is not None and under != self._selected
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.IBeamCursor
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return chooses the event of the passage in which the cursor stands; copying copies the
        text itself."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            at = self._event_at(self.textCursor())
            if at is not None:
                self.event_clicked.emit(at)
            return
        super().keyPressEvent(event)


def _stretches(marks: Iterable[Mark]) -> Iterable[tuple[int, int]]:
    """The stretches of marks, which are given by where they start; very many are joined where they
    overlap, since thousands of passages may lie over each other."""
    stretches = dict.fromkeys((mark.start, mark.end) for mark in marks)
    return stretches if len(stretches) <= MOST_MARKED else _joined(stretches)


def _joined(stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    left = iter(stretches)
    begin, end = next(left)
    for start, beyond in left:
        if start > end:
            yield begin, end
            begin = start
        end = max(end, beyond)
    yield begin, end
