"""The file dialogs. Each starts where the reviewer last was and remembers where they went."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from timeline_app.session.open_files import Entry
from timeline_app.window.case_chooser import CaseChooser
from timeline_app.window.choices import Choices

TABLE_FILTERS = ("Tables (*.csv)", "Markdown (*.md)", "Web pages (*.html)")
EXPORT_FILTERS = (*TABLE_FILTERS, "Pictures (*.png)", "Drawings (*.svg)", "Documents (*.pdf)")


def case_files(parent: QWidget, choices: Choices) -> list[Path]:
    """Case files to open, none where the dialog was closed."""
    start = choices.settings.open_folder or str(Path.home())
    names, _ = QFileDialog.getOpenFileNames(
        parent, "Open case files", start, "Case files (*.case.json *.json);;All files (*)"
    )
    paths = [Path(name) for name in names]
    if paths:
        choices.remember_open_folder(paths[0].parent)
    return paths


def folder(parent: QWidget, title: str, choices: Choices) -> Path | None:
    """A folder, or None where the dialog was closed."""
    start = choices.settings.open_folder or str(Path.home())
    name = QFileDialog.getExistingDirectory(parent, title, start)
    if not name:
        return None
    choices.remember_open_folder(Path(name))
    return Path(name)


def article(parent: QWidget, choices: Choices) -> Path | None:
    """One article file, or None."""
    start = choices.settings.open_folder or str(Path.home())
    name, _ = QFileDialog.getOpenFileName(
        parent, "Attach an article", start, "Text files (*.txt *.md);;All files (*)"
    )
    return Path(name) if name else None


def case(parent: QWidget, title: str, entries: Sequence[Entry]) -> int | None:
    """The number of one of these open cases, or None where the dialog was closed."""
    dialog = CaseChooser(title, entries, parent)
    chosen = dialog.chosen if dialog.exec() else None
    dialog.deleteLater()
    return chosen


def agreement(parent: QWidget, question: str) -> bool:
    """Whether the reviewer says yes; no is what Return and Escape say."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    box.setDefaultButton(QMessageBox.StandardButton.No)
    answer = box.exec()
    box.deleteLater()
    return answer == QMessageBox.StandardButton.Yes


def table_target(parent: QWidget, proposed: str, choices: Choices) -> Path | None:
    """Where to write a table; the dialog asks before an existing file is taken."""
    return _target(parent, "Save the tables", proposed, TABLE_FILTERS, choices)


def picture_target(parent: QWidget, proposed: str, choices: Choices) -> Path | None:
    """Where to write a picture, or a table, of the kind of the proposed name; the dialog asks
    before an existing file is taken."""
    kind = f"(*{Path(proposed).suffix})"
    filters = [one for one in EXPORT_FILTERS if one.endswith(kind)]
    return _target(parent, "Export", proposed, filters, choices)


def _target(
    parent: QWidget, title: str, proposed: str, filters: Sequence[str], choices: Choices
) -> Path | None:
    folder_now = choices.settings.export_folder or str(Path.home())
    dialog = TargetDialog(parent, title, folder_now)
    dialog.setNameFilters(list(filters))
    dialog.setDefaultSuffix(Path(proposed).suffix.removeprefix("."))
    dialog.selectFile(proposed)
    chosen = dialog.exec() and dialog.selectedFiles()
    dialog.deleteLater()
    if not chosen:
        return None
    target = Path(chosen[0])
    choices.remember_export_folder(target.parent)
    return target


class TargetDialog(QFileDialog):
    """Asks where to write a file. Another kind of file gives the proposed name its suffix."""

    def __init__(self, parent: QWidget, title: str, folder_now: str) -> None:
        super().__init__(parent, title, folder_now)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.filterSelected.connect(self._take_suffix)

    @Slot(str)
    def _take_suffix(self, chosen: str) -> None:
        suffix = chosen.rpartition("*.")[2].removesuffix(")")
        self.setDefaultSuffix(suffix)
        names = self.selectedFiles()
        if names:
            self.selectFile(Path(names[0]).with_suffix(f".{suffix}").name)
