"""The file dialogs. Each starts where the reviewer last was and remembers where they went."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_app.window.choices import Choices


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


def picture_target(parent: QWidget, proposed: str, choices: Choices) -> Path | None:
    """Where to write a picture; the dialog asks before an existing file is taken."""
    folder_now = choices.settings.export_folder or str(Path.home())
    dialog = QFileDialog(parent, "Export the picture", folder_now, "Pictures (*.png)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("png")
    dialog.selectFile(proposed)
    chosen = dialog.exec() and dialog.selectedFiles()
    dialog.deleteLater()
    if not chosen:
        return None
    target = Path(chosen[0])
    choices.remember_export_folder(target.parent)
    return target
