"""The choices at the right of the dialog, each reached by a letter or by Tab.

It shows a choice and gives it back; it keeps nothing else and asks nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from timeline_app.drawing.pages.paper import INCH, Unit
from timeline_app.drawing.png_document import pixel_size
from timeline_app.drawing.sheets import Sheet
from timeline_app.drawing.theme import ThemeName
from timeline_app.layout.chart import LanesBy
from timeline_app.pictures.choices import Labels, PictureChoices, PictureFormat, Stretch
from timeline_app.pictures.subjects import CaseSubject
from timeline_app.session.case_view import Axis, default_axis
from timeline_app.window.exporting.choice_box import ChoiceBox, CountBox, add_row
from timeline_app.window.exporting.export_choice import (
    FORMAT_NAMES,
    ExportChoice,
    FileFormat,
    Purpose,
    sizes_for,
)
from timeline_app.window.exporting.offers import Offer
from timeline_app.window.exporting.size_choice import SizeChoice
from timeline_app.window.plain import PlainLabel

Value = TypeVar("Value")
THEMES = (
    (ThemeName.LIGHT, "Light"),
    (ThemeName.DARK, "Dark"),
    (ThemeName.PRINT, "For print, in greys"),
)
AXES = ((Axis.ORDER, "Order"), (Axis.CALENDAR, "Calendar"))
LANES = ((LanesBy.KIND, "By kind"), (LanesBy.ACTOR, "By actor"))
STRETCHES = ((Stretch.WHOLE, "All of it"), (Stretch.VISIBLE, "What is seen in the window"))
LABELS = ((Labels.TITLES, "Titles"), (Labels.NUMBERS, "Numbers, titles in the list"))
PARTS = (
    ("title", "&Title and summary"),
    ("legend", "Le&gend"),
    ("event_list", "List of the &events"),
    ("notes", "&Notes on the events, in the list"),
    ("citation", "So&urces"),
    ("footer", "Wh&at is shown and hidden"),
    ("dated", "Da&y of the export"),
)
"""The fields of `PictureChoices` that say what goes along, and their words."""


class ChoiceForm(QWidget):
    """All choices but the presets."""

    changed = Signal()

    def __init__(
        self, offered: Sequence[Offer], purpose: Purpose, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._offers = tuple(offered)
        self._purpose = purpose
        self._base = PictureChoices()
        self.parts: dict[str, QCheckBox] = {}
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(7)
        self._make_fields()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(self._form)
        box.addStretch(1)

    def _make_fields(self) -> None:
        printing = self._purpose is Purpose.PRINT
        whats = [(number, offer.name) for number, offer in enumerate(self._offers)]
        self.offer = self._field("&What", ChoiceBox("What", whats, self))
        self.format: ChoiceBox[FileFormat] = ChoiceBox(
            "Format", [(form, words) for form, words in FORMAT_NAMES.items()], self
        )
        self._field("&Format", self.format)
        free = (Unit.MILLIMETRES,) if printing else tuple(Unit)
        self.sizes = SizeChoice(sizes_for(self._purpose), free, self._form, self)
        self.dpi = CountBox("Dots an inch", 36, 768, " DPI", self)
        self.scale = CountBox("Size of everything on the page", 25, 800, " %", self)
        self.scale.setSingleStep(10)
        self.dots = PlainLabel("", self, name="soft")
        add_row(self._form, "DP&I", self.dpi)
        add_row(self._form, "&Magnify to", self.scale)
        add_row(self._form, "", self.dots)
        self.theme = self._field("&Colours", ChoiceBox("Colours", THEMES, self))
        self.axis = self._field("A&xis", ChoiceBox("Axis", AXES, self))
        self.lanes = self._field("&Lanes", ChoiceBox("Lanes", LANES, self))
        self.stretch = self._field("Stretc&h", ChoiceBox("Stretch", STRETCHES, self))
        self.labels = self._field("La&bels", ChoiceBox("Labels", LABELS, self))
        self.one_page = QCheckBox("&One page only", self)
        add_row(self._form, "", self.one_page)
        for number, (name, words) in enumerate(PARTS):
            self.parts[name] = QCheckBox(words, self)
            add_row(self._form, "Along with it" if number == 0 else "", self.parts[name])
        self.sizes.changed.connect(self._say)
        self.dpi.valueChanged.connect(self._say)
        self.scale.valueChanged.connect(self._say)
        for check in (self.one_page, *self.parts.values()):
            check.clicked.connect(self._say)

    def put_first(self, words: str, row: QWidget, field: QWidget) -> None:
        """Have another row above all others; its letter leads to the field in it."""
        label = PlainLabel(words, self)
        label.setBuddy(field)
        self._form.insertRow(0, label, row)

    def _field(self, words: str, box: ChoiceBox[Value]) -> ChoiceBox[Value]:
        add_row(self._form, words, box)
        box.chosen.connect(self._say)
        return box

    # -- what is chosen

    @property
    def choice(self) -> ExportChoice:
        """What is chosen now. What can't be chosen for a comparison or a table stays as it was."""
        parts = {name: check.isChecked() for name, check in self.parts.items()}
        pictures = replace(
            self._base,
            paper=self.sizes.paper,
            dpi=self.dpi.value(),
            scale=self.scale.value() / 100,
            theme=self.theme.value,
            lanes=self.lanes.value,
            stretch=self.stretch.value,
            labels=self.labels.value,
            one_page=self.one_page.isChecked(),
            **parts,
        )
        if not self._offers[self.offer.value].is_comparison:
            pictures = replace(pictures, axis=self.axis.value)
        choice = ExportChoice(pictures, offer=self.offer.value)
        return choice.with_format(self.format.value)

    def take(self, choice: ExportChoice) -> None:
        """Show this choice; nobody is told."""
        pictures = choice.pictures
        self._base = pictures
        self.offer.choose(choice.offer)
        self.format.choose(choice.format)
        self.sizes.take(pictures.paper)
        for box, value in ((self.dpi, pictures.dpi), (self.scale, round(pictures.scale * 100))):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        self.theme.choose(pictures.theme)
        self.axis.choose(pictures.axis or self._usual_axis())
        self.lanes.choose(pictures.lanes)
        self.stretch.choose(pictures.stretch)
        self.labels.choose(pictures.labels)
        self.one_page.setChecked(pictures.one_page)
        for name, check in self.parts.items():
            check.setChecked(getattr(pictures, name))
        self._refresh()

    def _usual_axis(self) -> Axis:
        """The axis that the program would choose for the case."""
        subject = self._offers[self.offer.value].subject
        if isinstance(subject, CaseSubject):
            return default_axis(subject.case.chronology)
        return Axis.ORDER

    @Slot()
    def _say(self) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        """Show the fields that mean something for what is chosen."""
        choice = self.choice
        picture, pictures = choice.table is None, choice.pictures
        printing = self._purpose is Purpose.PRINT
        compared = self._offers[choice.offer].is_comparison
        in_dots = picture and not printing and pictures.format is PictureFormat.PNG
        rows: tuple[tuple[QWidget, bool], ...] = (
            (self.offer, len(self._offers) > 1),
            (self.format, not printing),
            (self.sizes.names, picture),
            (self.dpi, in_dots and pictures.paper.unit is Unit.MILLIMETRES),
            (self.dots, in_dots),
            (self.scale, picture),
            (self.theme, picture),
            (self.axis, picture and not compared),
            (self.lanes, picture),
            (self.stretch, picture),
            (self.labels, picture),
            (self.one_page, picture),
            *((check, picture) for check in self.parts.values()),
        )
        for widget, shown in rows:
            self._form.setRowVisible(widget, shown)
        self.sizes.show_row(shown=picture)
        self.parts["event_list"].setEnabled(pictures.labels is Labels.TITLES)
        self.parts["notes"].setEnabled(pictures.event_list or not self._listed_by_choice())
        self.parts["dated"].setEnabled(pictures.footer)
        self.dots.setText(dots_words(pictures) if in_dots else "")

    def _listed_by_choice(self) -> bool:
        """Whether the list is there only because it was chosen; numbers need it."""
        return self.labels.value is Labels.TITLES


def dots_words(choices: PictureChoices) -> str:
    """How many pixels a PNG of these choices has: "3508 × 2480 pixels"."""
    page = Sheet(*choices.layout.on_paper, lambda _surface: None, "")
    width, height = pixel_size(page, choices.png_dpi / INCH)
    return f"{width:,} × {height:,} pixels"
