"""The reviewer's choices for pictures, as the window holds them.

They are read when they are first needed. A change is saved at once; that it could not be saved is
said, and the choice holds all the same.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from timeline_app.pictures.choices import PictureChoices
from timeline_app.pictures.remembered import RememberedChoices, load_choices, save_choices
from timeline_app.writing import WriteError


class KeptChoices(QObject):
    """The latest choices, and those with a name."""

    changed = Signal()
    complained = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._remembered: RememberedChoices | None = None

    @property
    def remembered(self) -> RememberedChoices:
        """The choices as they are now."""
        if self._remembered is None:
            loaded = load_choices()
            self._remembered = loaded.choices
            if loaded.complaint is not None:
                self.complained.emit(loaded.complaint)
        return self._remembered

    def remember(self, choices: PictureChoices) -> None:
        """These were made last."""
        self._take(self.remembered.with_latest(choices))

    def keep(self, name: str, choices: PictureChoices) -> None:
        """Keep these under a name."""
        self._take(self.remembered.with_named(name, choices))

    def delete(self, name: str) -> None:
        """Forget those of a name."""
        self._take(self.remembered.without_named(name))

    def _take(self, remembered: RememberedChoices) -> None:
        if remembered == self._remembered:
            return
        self._remembered = remembered
        try:
            save_choices(remembered)
        except WriteError as error:
            self.complained.emit(f"Your choices could not be saved. {error}")
        self.changed.emit()
