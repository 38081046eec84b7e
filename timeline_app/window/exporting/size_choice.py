"""The size of a page: one that has a name, or a free one in pixels or millimetres."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QWidget

from timeline_app.drawing.pages.paper import (
    INCH,
    MILLIMETRES,
    PAPER_MARGIN,
    PAPERS,
    Paper,
    Unit,
    name_of,
)
from timeline_app.window.exporting.choice_box import ChoiceBox, LengthBox, add_row
from timeline_app.window.exporting.export_choice import SIZE_NAMES
from timeline_app.window.plain import PlainLabel

FREE = {Unit.PIXELS: "Free, in pixels", Unit.MILLIMETRES: "Free, in millimetres"}
MOST = {Unit.PIXELS: 19_200.0, Unit.MILLIMETRES: 5_000.0}


class SizeChoice(QObject):
    """Two rows of a form: the named sizes, and under them width and height where it is free."""

    changed = Signal()

    def __init__(
        self, sizes: Sequence[str], free: Sequence[Unit], form: QFormLayout, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._form = form
        offered = [*((name, SIZE_NAMES[name]) for name in sizes)]
        offered += [(str(unit), FREE[unit]) for unit in free]
        self.names: ChoiceBox[str] = ChoiceBox("Size", offered, parent)
        self.width = LengthBox("Width", parent)
        self.height = LengthBox("Height", parent)
        self._margin = 0.0
        self._unit = Unit.PIXELS
        self._row = QWidget(parent)
        box = QHBoxLayout(self._row)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.width, 1)
        box.addWidget(PlainLabel("×", self._row))
        box.addWidget(self.height, 1)
        add_row(form, "&Size", self.names)
        add_row(form, "", self._row)
        self.names.chosen.connect(self._named)
        for side in (self.width, self.height):
            side.valueChanged.connect(self._say)

    @property
    def paper(self) -> Paper:
        """The size that is chosen."""
        named = PAPERS.get(self.names.value)
        if named is not None:
            return named
        return Paper(self.width.value(), self.height.value(), self._unit, self._margin)

    def take(self, paper: Paper) -> None:
        """Show this size; nobody is told."""
        name = name_of(paper)
        self._fill(paper)
        self.names.choose(name if name is not None else str(paper.unit))
        self.show_row(shown=True)

    def show_row(self, *, shown: bool) -> None:
        """Show width and height, where a size is chosen at all and it is a free one."""
        self._form.setRowVisible(self._row, shown and self.names.value not in PAPERS)

    def _fill(self, paper: Paper) -> None:
        self._unit, self._margin = paper.unit, paper.margin
        for side, length in ((self.width, paper.width), (self.height, paper.height)):
            side.blockSignals(True)
            side.setDecimals(0 if paper.unit is Unit.PIXELS else 1)
            side.setRange(1.0, MOST[paper.unit])
            side.setSuffix(f" {paper.unit}")
            side.setValue(length)
            side.blockSignals(False)

    @Slot()
    def _named(self) -> None:
        """Another name was chosen; a free size begins as the one before it."""
        name = self.names.value
        if name in PAPERS:
            self._fill(PAPERS[name])
        else:
            before = Paper(self.width.value(), self.height.value(), self._unit, self._margin)
            self._fill(in_unit(before, Unit(name)))
        self.show_row(shown=True)
        self._say()

    @Slot()
    def _say(self) -> None:
        self.changed.emit()


def in_unit(paper: Paper, unit: Unit) -> Paper:
    """The same size in another unit; in millimetres it has the margin that printers need."""
    if paper.unit is unit:
        return paper
    factor = MILLIMETRES / INCH if unit is Unit.MILLIMETRES else INCH / MILLIMETRES
    margin = PAPER_MARGIN if unit is Unit.MILLIMETRES else 0.0
    places = 1 if unit is Unit.MILLIMETRES else 0
    width, height = (round(side * factor, places) for side in (paper.width, paper.height))
    return Paper(width, height, unit, margin)
