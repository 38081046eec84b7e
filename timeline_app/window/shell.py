"""What the main window does for the actions: asking the reviewer, showing, moving the focus."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from timeline_app.session.comparing import Side


class Shell(Protocol):
    """What the main window does for the actions."""

    def choose_case_files(self) -> list[Path]:
        """Case files chosen by the reviewer, none where the choice was given up."""

    def choose_folder(self, title: str) -> Path | None:
        """A folder chosen by the reviewer."""

    def choose_article(self) -> Path | None:
        """An article file chosen by the reviewer."""

    def open_export(self, *, printing: bool) -> None:
        """Let the reviewer look at a picture or a table, then save or print it."""

    def copy_picture(self, *, svg: bool) -> None:
        """Copy the picture of what is shown, as an image or as SVG."""

    def choose_case(self, title: str, numbers: Sequence[int]) -> int | None:
        """The number of an open case chosen by the reviewer from these."""

    def choose_table_target(self, proposed: str) -> Path | None:
        """Where a table is to be written; the reviewer has agreed to replace what is there."""

    def agrees(self, question: str) -> bool:
        """Whether the reviewer says yes."""

    def put_on_clipboard(self, text: str) -> None:
        """Copy plain text."""

    def tell(self, text: str) -> None:
        """Show a short message for a while."""

    def show_find(self) -> None:
        """Open the find bar of the text."""

    def find_place(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place found."""

    def focus_case_filter(self) -> None:
        """Put the cursor into the filter of the case list."""

    def move_focus(self, by: int) -> None:
        """Give the focus to the next (1) or previous (-1) part of the window."""

    def show_shortcuts(self) -> None:
        """Show the shortcut sheet."""

    def show_legend(self) -> None:
        """Show what the signs of the timeline mean."""

    def show_about(self) -> None:
        """Show name, version and licence."""

    @property
    def details_shown(self) -> bool:
        """Whether the details are to be seen."""

    def show_details(self, *, shown: bool) -> None:
        """Show or hide the details."""

    @property
    def texts_shown(self) -> bool:
        """Whether the texts of both compared cases are to be seen."""

    def show_texts(self, *, shown: bool) -> None:
        """Bring the texts of both compared cases forward, or the phases."""

    def focus_side(self, side: Side) -> None:
        """Give the focus to the panel of a side."""

    def close(self) -> bool:
        """Close the window."""
