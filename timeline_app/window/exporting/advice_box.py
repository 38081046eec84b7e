"""What becomes of the case on a page of this size, in words, with buttons for what would help."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from timeline_app.drawing.pages.paper import PAPERS
from timeline_app.pictures.advice import Advice
from timeline_app.pictures.choices import Labels, PictureChoices
from timeline_app.window.exporting.export_choice import SIZE_NAMES
from timeline_app.window.plain import PlainLabel, without_mnemonic

WORKING_OUT = "Looking for what would fit better…"


class RemedyButton(QPushButton):
    """Changes a choice as its words say."""

    taken = Signal(object)  # PictureChoices

    def __init__(self, words: str, choices: PictureChoices, parent: QWidget) -> None:
        super().__init__(without_mnemonic(words), parent)
        self._choices = choices
        self.setAutoDefault(False)
        self.clicked.connect(self._take)

    @Slot()
    def _take(self) -> None:
        self.taken.emit(self._choices)


class AdviceBox(QWidget):
    """Words and buttons; nothing where there is nothing to say."""

    taken = Signal(object)  # PictureChoices

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel("", self)
        self.words.setWordWrap(True)
        self.words.setAccessibleName("What becomes of it on this page")
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self.buttons: list[RemedyButton] = []
        self.is_waiting = True
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.words)
        box.addLayout(self._row)

    def wait(self) -> None:
        """Other words are on their way. The old ones stay, faint, so that nothing moves twice."""
        self.is_waiting = True
        self.setEnabled(False)

    def say(self, words: str) -> None:
        """Say this, with nothing to be done about it."""
        self._offer(())
        self.words.setText(words)

    def show_advice(self, found: Advice, choices: PictureChoices) -> None:
        """Say what becomes of these choices, and offer what would do."""
        self.words.setText(" ".join(found.words))
        self._offer(remedies(found, choices))

    def _offer(self, offered: tuple[tuple[str, PictureChoices], ...]) -> None:
        self.is_waiting = False
        self.setEnabled(True)
        for old in self.buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [RemedyButton(words, choices, self) for words, choices in offered]
        for place, button in enumerate(self.buttons):
            button.taken.connect(self.taken)
            self._row.insertWidget(place, button)


def remedies(found: Advice, choices: PictureChoices) -> tuple[tuple[str, PictureChoices], ...]:
    """What the reviewer may do about it: the words of a button, and the choices it leads to."""
    offered: list[tuple[str, PictureChoices]] = []
    if found.larger is not None:
        name = SIZE_NAMES[found.larger]
        offered.append((f"Take {name}", replace(choices, paper=PAPERS[found.larger])))
    if choices.one_page and found.pages > 1:
        offered.append((f"Take {found.pages:,} pages", replace(choices, one_page=False)))
    if found.numbered_pages is not None:
        numbered = replace(choices, labels=Labels.NUMBERS)
        if choices.one_page and found.numbered_pages > 1:
            numbered = replace(numbered, one_page=False)
        offered.append(("Take numbers", numbered))
    if found.without_list:
        offered.append(("Leave out the list", replace(choices, event_list=False)))
    return tuple(offered)
