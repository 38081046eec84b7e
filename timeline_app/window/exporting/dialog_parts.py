"""How the dialog is divided, and its foot: what was made, how far it is, and the buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from timeline_app.pictures.choices import PictureFormat
from timeline_app.window.exporting.choice_form import ChoiceForm
from timeline_app.window.exporting.export_choice import ExportChoice, Purpose
from timeline_app.window.exporting.making import Result, suffix_of
from timeline_app.window.exporting.offers import Offer
from timeline_app.window.exporting.presets import PresetRow
from timeline_app.window.plain import PlainLabel

MARGIN = 14
COLUMN = 372
"""Pixels of the choices."""
BAR_WIDTH = 120


def choice_column(presets: PresetRow, form: ChoiceForm, parent: QWidget) -> QScrollArea:
    """Presets and choices under each other; they scroll where the dialog is low."""
    inside = QWidget(parent)
    box = QVBoxLayout(inside)
    box.setContentsMargins(2, 0, 14, 0)
    form.put_first("P&reset", presets, presets.names)
    box.addWidget(form)
    scroll = QScrollArea(parent)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inside)
    scroll.setFixedWidth(COLUMN)
    return scroll


def parted(dialog: QDialog, left: QWidget, right: QWidget, foot: QWidget) -> None:
    """Preview and choices beside each other, and the foot under both."""
    row = QHBoxLayout()
    row.setSpacing(MARGIN)
    row.addWidget(left, 1)
    row.addWidget(right)
    rule = QFrame(dialog)
    rule.setObjectName("rule")
    rule.setFixedHeight(1)
    box = QVBoxLayout(dialog)
    box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    box.setSpacing(10)
    box.addLayout(row, 1)
    box.addWidget(rule)
    box.addWidget(foot)


class Foot(QWidget):
    """Words at the left, buttons at the right; while something is made, a bar and Cancel."""

    def __init__(self, purpose: Purpose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._printing = purpose is Purpose.PRINT
        self.words = PlainLabel("", self, name="soft")
        self.words.setWordWrap(True)
        self.words.setAccessibleName("What came of it")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.bar.setAccessibleName("How far it is")
        self.cancel = QPushButton("Cancel", self)
        self.copy = QPushButton("Co&py", self)
        self.make = QPushButton("&Print…" if self._printing else "Sa&ve…", self)
        self.close_button = QPushButton("Close", self)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.words, 1)
        box.addWidget(self.bar)
        for button in (self.cancel, self.copy, self.make, self.close_button):
            button.setAutoDefault(False)
            box.addWidget(button)
        self.make.setDefault(True)
        self.copy.setVisible(not self._printing)
        self._rest()

    def suit(self, choice: ExportChoice, offer: Offer) -> None:
        """Name the buttons after what they would do now."""
        what = "table" if choice.table is not None else "page"
        of = "SVG" if choice.format is PictureFormat.SVG else "an image"
        as_what = "" if choice.table is not None else f" as {of}"
        self.copy.setAccessibleName(f"Copy the {what}{as_what}")
        self.make.setAccessibleName(
            f"Print {offer.name}" if self._printing else f"Save as {suffix_of(choice.format)[1:]}"
        )
        for button in (self.copy, self.make):
            button.setEnabled(True)

    def tell_files(self, choice: ExportChoice, pages: int) -> None:
        """Say beforehand that it will be several files."""
        numbered = choice.table is None and choice.format is not PictureFormat.PDF
        if numbered and pages > 1 and not self._printing:
            self.say(f"These become {pages:,} numbered files.")

    @Slot(str)
    def say(self, words: str) -> None:
        """Say this."""
        self._mark(notable=False)
        self.words.setText(words)

    def _mark(self, *, notable: bool) -> None:
        """Have the words stand out, or not."""
        self.words.setObjectName("notice" if notable else "soft")
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)

    def begin(self, title: str) -> None:
        """Something is being made."""
        self.say(f"{title}…")
        self.bar.setRange(0, 0)
        for widget in (self.bar, self.cancel):
            widget.show()
        for button in (self.copy, self.make):
            button.setEnabled(False)

    @Slot(int, int)
    def progress(self, done: int, total: int) -> None:
        """So many of so many pages are painted."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def end(self, result: Result) -> None:
        """It has come to an end."""
        self._rest()
        self.say(result.words)
        self._mark(notable=not result.done)
        for button in (self.copy, self.make):
            button.setEnabled(True)

    def _rest(self) -> None:
        self.bar.hide()
        self.cancel.hide()
