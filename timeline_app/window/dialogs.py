"""What the main window asks and shows in windows of their own.

Rule: nothing of this is needed for the first look at a case; each is loaded when it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QMainWindow

from timeline_app.session.session import Session
from timeline_app.window.appearance import Appearance
from timeline_app.window.choices import Choices


class Dialogs(QMainWindow):
    """A main window with its dialogs and sheets."""

    session: Session
    choices: Choices
    appearance: Appearance

    def choose_case_files(self) -> list[Path]:
        """Case files chosen by the reviewer."""
        # Here, as the rule says.
        from timeline_app.window import asking  # noqa: PLC0415

        return asking.case_files(self, self.choices)

    def choose_folder(self, title: str) -> Path | None:
        """A folder chosen by the reviewer."""
        # Here, as the rule says.
        from timeline_app.window import asking  # noqa: PLC0415

        return asking.folder(self, title, self.choices)

    def choose_article(self) -> Path | None:
        """An article file chosen by the reviewer."""
        # Here, as the rule says.
        from timeline_app.window import asking  # noqa: PLC0415

        return asking.article(self, self.choices)

    def choose_case(self, title: str, numbers: Sequence[int]) -> int | None:
        """One of these open cases."""
        # Here, as the rule says.
        from timeline_app.window import asking  # noqa: PLC0415

        entries = [entry for entry in self.session.entries if entry.number in numbers]
        return asking.case(self, title, entries)

    def choose_table_target(self, proposed: str) -> Path | None:
        """Where a table is to be written."""
        # Here, as the rule says.
        from timeline_app.window import asking  # noqa: PLC0415

        return asking.table_target(self, proposed, self.choices)

    def agrees(self, question: str) -> bool:
        """Whether the reviewer says yes."""
        # Here, as the rule says.
        from timeline_app.window import asking  # noqa: PLC0415

        return asking.agreement(self, question)

    def show_shortcuts(self) -> None:
        """Show the shortcut sheet."""
        # Here, as the rule says.
        from timeline_app.window.shortcut_sheet import ShortcutSheet  # noqa: PLC0415

        ShortcutSheet(self).open()

    def show_legend(self) -> None:
        """Show what the signs mean."""
        # Here, as the rule says.
        from timeline_app.window.shortcut_sheet import LegendSheet  # noqa: PLC0415

        LegendSheet(self.appearance, self).open()

    def show_about(self) -> None:
        """Show name, version and licence."""
        # Here, as the rule says.
        from timeline_app.window.shortcut_sheet import AboutSheet  # noqa: PLC0415

        AboutSheet(self).open()
