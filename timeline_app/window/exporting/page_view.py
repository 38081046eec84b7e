"""The pages before they are made: one of them, which of how many, and a way to the others."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.drawing.sheets import Sheet
from timeline_app.window.appearance import Appearance, qt_colour
from timeline_app.window.plain import PlainLabel

AIR = 14
"""Pixels round a page."""
SETTLING = 150
"""Milliseconds after the last change of size before a page is painted anew."""
MAKING = "Making the preview…"


class Page(QWidget):
    """One page on a darker ground, as large as there is room, or in full size."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._image: QImage | None = None
        self._size = QSize()  # of the page on the screen
        self.is_old = False
        self.setAccessibleName("Preview of the page")

    def show_image(self, image: QImage | None) -> None:
        """Show this picture of the page, or none."""
        self._image = image
        self.is_old = False
        self.update()

    def set_page_size(self, size: QSize) -> None:
        """The page takes so many pixels of the screen."""
        self._size = size
        self.update()

    def mark_old(self) -> None:
        """Another picture of it is on its way."""
        self.is_old = True
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the ground, and the page in the middle of it."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), qt_colour(theme.band))
        if self._image is not None:
            place = QRect(0, 0, self._size.width(), self._size.height())
            place.moveCenter(self.rect().center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(0.4 if self.is_old else 1.0)
            painter.drawImage(place, self._image)
            painter.setOpacity(1.0)
            painter.setPen(qt_colour(theme.card_border))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()


class PageView(QWidget):
    """A page, and the row under it. Asks for the page that is to be seen."""

    wanted = Signal(int, float)  # number of the page from 0, pixels to a 96th of an inch

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: tuple[Sheet, ...] = ()
        self._at = 0
        self.page = Page(appearance, self)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.page)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.previous, self.following = self._button("‹", -1), self._button("›", 1)
        self.where = PlainLabel(MAKING, self, name="soft")
        self.full_size = QCheckBox("Full si&ze", self)
        self.full_size.setToolTip("As large as it is on a screen or on paper")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLING)
        self._arrange()
        self.full_size.clicked.connect(self._resize_page)
        self._timer.timeout.connect(self._ask)
        self._refresh()

    def _button(self, words: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        which, key = ("Previous", "Alt+PgUp") if by < 0 else ("Next", "Alt+PgDown")
        button.setAccessibleName(f"{which} page")
        button.setToolTip(f"{which} page ({key})")
        button.setShortcut(key)
        button.clicked.connect(self._turn)
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.previous)
        row.addWidget(self.following)
        row.addWidget(self.where, 1)
        row.addWidget(self.full_size)
        self.where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self._scroll, 1)
        box.addLayout(row)

    # -- what is shown

    @property
    def at(self) -> int:
        """The number of the page that is seen, from 0."""
        return self._at

    def wait(self) -> None:
        """Other pages are on their way; the old one is seen until they are there."""
        self.where.setText(MAKING)
        self.page.mark_old()

    def show_sheets(self, sheets: tuple[Sheet, ...]) -> None:
        """Show these pages; one stays on the page that has the same number."""
        self._sheets = sheets
        self._at = min(self._at, max(len(sheets) - 1, 0))
        if not sheets:
            self.page.show_image(None)
        self._refresh()
        self._resize_page()
        self._ask()

    def show_page(self, number: int, image: QImage) -> None:
        """Show the picture of a page, if that is the one to be seen."""
        if number == self._at:
            self.page.show_image(image)

    def _refresh(self) -> None:
        total = len(self._sheets)
        self.previous.setEnabled(self._at > 0)
        self.following.setEnabled(self._at < total - 1)
        for button in (self.previous, self.following):
            button.setVisible(total > 1)
        self.full_size.setEnabled(total > 0)
        if not total:
            self.where.setText("No page")
            return
        words = f"Page {self._at + 1:,} of {total:,}" if total > 1 else "One page"
        self.where.setText(words)
        self.page.setAccessibleDescription(f"{words}: {self._sheets[self._at].title}")

    @Slot()
    def _turn(self) -> None:
        self.go(self._at + (-1 if self.sender() is self.previous else 1))

    def go(self, number: int) -> None:
        """See this page."""
        if 0 <= number < len(self._sheets) and number != self._at:
            self._at = number
            self.page.mark_old()
            self._refresh()
            self._resize_page()
            self._ask()

    # -- how large

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page fits again; it is painted anew once the size stays."""
        super().resizeEvent(event)
        self._resize_page()

    def _zoom(self) -> float:
        """Pixels of the screen to a 96th of an inch."""
        if not self._sheets or self.full_size.isChecked():
            return 1.0
        sheet, room = self._sheets[self._at], self._scroll.viewport().size()
        across = max(room.width() - 2 * AIR, 40) / sheet.width
        down = max(room.height() - 2 * AIR, 40) / sheet.height
        return min(across, down, 1.0)

    @Slot()
    def _resize_page(self) -> None:
        if not self._sheets:
            self.page.setMinimumSize(0, 0)
            return
        sheet, zoom = self._sheets[self._at], self._zoom()
        size = QSize(round(sheet.width * zoom), round(sheet.height * zoom))
        self.page.set_page_size(size)
        full = self.full_size.isChecked()
        self.page.setMinimumSize(size + QSize(2 * AIR, 2 * AIR) if full else QSize(0, 0))
        self._timer.start()

    @Slot()
    def _ask(self) -> None:
        self._timer.stop()
        if self._sheets:
            self.wanted.emit(self._at, self._zoom() * self.devicePixelRatioF())
