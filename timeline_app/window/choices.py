"""The reviewer's remembered choices, as the window holds them.

A change is saved at once; that it could not be saved is said, and the choice holds all the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from timeline_app.session.comparing import Manner
from timeline_app.settings import (
    ComparedAs,
    Settings,
    ThemeChoice,
    WindowPlace,
    kept_path,
    remembered,
    save_settings,
)


class Choices(QObject):
    """Settings that can be changed, and are kept."""

    changed = Signal()
    not_saved = Signal(str)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """The choices as they are now."""
        return self._settings

    def choose_theme(self, theme: ThemeChoice) -> None:
        """Light, dark, or as the system has it."""
        self._take(msgspec.structs.replace(self._settings, theme=theme))

    def remember_files(self, paths: Iterable[Path]) -> None:
        """These files or folders were opened."""
        recent = self._settings.recent_files
        for path in reversed(list(paths)):
            recent = remembered(path, recent)
        self._take(msgspec.structs.replace(self._settings, recent_files=recent))

    def remember_text_place(self, place: Path) -> None:
        """Articles lie here."""
        places = remembered(place, self._settings.text_places)
        self._take(msgspec.structs.replace(self._settings, text_places=places))

    def remember_chosen_text(self, sha256: str, file: Path) -> None:
        """This file is to be the text of the source of that sha256."""
        name = kept_path(file)
        if name is not None:
            chosen = {**self._settings.chosen_texts, sha256: name}
            self._take(msgspec.structs.replace(self._settings, chosen_texts=chosen))

    def remember_open_folder(self, folder: Path) -> None:
        """A case was opened from this folder."""
        self._take(msgspec.structs.replace(self._settings, open_folder=kept_path(folder)))

    def remember_export_folder(self, folder: Path) -> None:
        """A picture was saved in this folder."""
        self._take(msgspec.structs.replace(self._settings, export_folder=kept_path(folder)))

    def remember_manner(self, manner: Manner) -> None:
        """Two cases are held against each other so."""
        compared_as = ComparedAs(**manner._asdict())
        self._take(msgspec.structs.replace(self._settings, compared_as=compared_as))

    def remember_window(self, place: WindowPlace, splitters: dict[str, tuple[int, ...]]) -> None:
        """Where the window lay and how it was divided."""
        self._take(msgspec.structs.replace(self._settings, window=place, splitters=splitters))

    def _take(self, settings: Settings) -> None:
        if settings == self._settings:
            return
        self._settings = settings
        try:
            save_settings(settings)
        except OSError as error:
            self.not_saved.emit(f"Your choices could not be saved. {error}")
        self.changed.emit()
