"""The row in which choices are kept under a name, taken up again, and deleted."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from timeline_app.pictures.choices import PictureChoices
from timeline_app.pictures.remembered import RememberedChoices
from timeline_app.window.exporting.choice_box import ChoiceBox

NONE = ""
UNNAMED = "None"


class PresetRow(QWidget):
    """A field with the names, and what can be done with them."""

    taken = Signal(object)  # PictureChoices
    keep_asked = Signal()
    delete_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._named: dict[str, PictureChoices] = {}
        self.names: ChoiceBox[str] = ChoiceBox("Preset", [(NONE, UNNAMED)], self)
        self.keep = QPushButton("&Keep…", self)
        self.keep.setAccessibleName("Keep these choices under a name")
        self.delete = QPushButton("&Delete", self)
        self.delete.setAccessibleName("Delete the preset")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.names, 1)
        for button in (self.keep, self.delete):
            button.setAutoDefault(False)
            box.addWidget(button)
        self.names.chosen.connect(self._chosen)
        self.keep.clicked.connect(self.keep_asked)
        self.delete.clicked.connect(self._delete)
        self._refresh()

    def offer(self, remembered: RememberedChoices) -> None:
        """Offer these; what is chosen stays chosen where it is still there."""
        chosen = self.names.value
        self._named = dict(sorted(remembered.named.items(), key=lambda one: one[0].casefold()))
        self.names.offer([(NONE, UNNAMED), *((name, name) for name in self._named)])
        self.names.choose(chosen)
        self._refresh()

    def tell(self, choices: PictureChoices) -> None:
        """Show whether these are those of a preset: of the one chosen, else of any."""
        chosen = self.names.value
        if self._named.get(chosen) != choices:
            alike = (name for name, kept in self._named.items() if kept == choices)
            self.names.choose(next(alike, NONE))
        self._refresh()

    @Slot()
    def _chosen(self) -> None:
        self._refresh()
        choices = self._named.get(self.names.value)
        if choices is not None:
            self.taken.emit(choices)

    @Slot()
    def _delete(self) -> None:
        if self.names.value:
            self.delete_asked.emit(self.names.value)

    def _refresh(self) -> None:
        self.delete.setEnabled(bool(self.names.value))
