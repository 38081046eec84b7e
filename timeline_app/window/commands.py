"""What the actions do, in terms of the session, the loader and the window's own dialogs.

The window is known here only as a `Shell`: what it must offer so that an action can ask the
reviewer something or move the focus.
"""

from __future__ import annotations

from pathlib import Path

from timeline_app.case.model import Basis
from timeline_app.paths import cases_folder
from timeline_app.session.session import Session
from timeline_app.settings import ThemeChoice
from timeline_app.window.choices import Choices
from timeline_app.window.compare_commands import CompareCommands
from timeline_app.window.loading import CaseLoader
from timeline_app.window.shell import Shell


class Commands:
    """One method for each action that needs more than the session."""

    def __init__(
        self, session: Session, loader: CaseLoader, shell: Shell, choices: Choices
    ) -> None:
        self.session = session
        self.choices = choices
        self.comparing = CompareCommands(session, shell)
        self._loader = loader
        self._shell = shell

    # -- files

    def open_files(self) -> None:
        """Open case files of the reviewer's choice."""
        self.open_paths(self._shell.choose_case_files())

    def open_folder(self) -> None:
        """Open every case file of a folder."""
        folder = self._shell.choose_folder("Open the cases of a folder")
        if folder is not None:
            self.open_paths([folder])

    def open_bundled(self) -> None:
        """Open the nine cases that come with the program."""
        self._loader.open_paths([cases_folder()])

    def open_paths(self, paths: list[Path]) -> None:
        """Open these files and folders and remember them as recent."""
        if paths:
            self._loader.open_paths(paths)
            self.choices.remember_files(paths)

    def reload(self) -> None:
        """Read the shown case's file again. A case whose file is gone, or that came from standard
        input, stays as it is."""
        entry = self.session.current
        if entry is None:
            return
        path = Path(entry.opened.path)
        if path.exists():
            self._loader.open_paths([path])
        else:
            self._shell.tell("The file of this case is not there any more.")

    def close_case(self) -> None:
        """Take the shown case off the list."""
        if self.session.current is None:
            return
        was_compared = self.session.comparing is not None
        self.session.close_case(self.session.current.number)
        if was_compared:
            self._shell.tell("The case is closed, and with it the comparison.")

    def attach_folder(self) -> None:
        """Look for the articles in a folder from now on."""
        folder = self._shell.choose_folder("Attach the articles of a folder")
        if folder is not None:
            self.attach(folder)

    def attach_file(self) -> None:
        """Attach one file: to the source whose very text it is, else to the source that is
        shown, as one that differs."""
        article = self._shell.choose_article()
        if article is None:
            return
        chronology, shown = self.session.chronology, self.session.shown_source
        if chronology is not None and shown is not None:
            text = chronology.case.sources[shown].text
            if text is not None and text.sha256 is not None and text.content is None:
                self.session.choose_text(text.sha256, article)
                self.choices.remember_chosen_text(text.sha256, article)
        self.attach(article)

    def attach(self, place: Path) -> None:
        """Look for articles in this folder or file, now and whenever the program is opened."""
        self.session.add_text_place(place)
        self.choices.remember_text_place(place)
        self._loader.look_for_articles()

    def export(self) -> None:
        """Look at a picture or a table of what is shown, and save it."""
        self._shell.open_export(printing=False)

    def print_picture(self) -> None:
        """Look at a picture of what is shown, and print it."""
        self._shell.open_export(printing=True)

    def copy_picture(self, *, svg: bool) -> None:
        """Copy the picture of what is shown, as an image or as SVG."""
        self._shell.copy_picture(svg=svg)

    def quit(self) -> None:
        """Close the window."""
        self._shell.close()

    # -- texts

    def copy_passage(self) -> None:
        """Copy the chosen event's passage with its citation."""
        entry, event = self.session.current, self.session.selected
        if entry is None or event is None:
            return
        cited = entry.opened.cited_passage(event, self.session.shown_source)
        if cited is None:
            self._shell.tell("This event has no passage in a text that is at hand.")
            return
        self._shell.put_on_clipboard(cited)
        self._shell.tell("The passage and its citation are copied.")

    def next_source(self) -> None:
        """Show the text of the next source of the case."""
        chronology, view = self.session.chronology, self.session.view
        if chronology is None or view is None or not chronology.case.sources:
            return
        shown = self.session.shown_source
        following = 0 if shown is None else (shown + 1) % len(chronology.case.sources)
        self.session.choose_source(following)

    def find_in_text(self) -> None:
        """Open the find bar."""
        self._shell.show_find()

    def find_next(self) -> None:
        """Go to the next place found."""
        self._shell.find_place(1)

    def find_previous(self) -> None:
        """Go to the previous place found."""
        self._shell.find_place(-1)

    # -- the window

    def filter_cases(self) -> None:
        """Put the cursor into the filter of the case list."""
        self._shell.focus_case_filter()

    def move_focus(self, by: int) -> None:
        """Give the focus to the next (1) or previous (-1) part of the window."""
        self._shell.move_focus(by)

    def show_shortcuts(self) -> None:
        """Show the shortcut sheet."""
        self._shell.show_shortcuts()

    def show_legend(self) -> None:
        """Show what the signs mean."""
        self._shell.show_legend()

    def show_about(self) -> None:
        """Show name, version and licence."""
        self._shell.show_about()

    def choose_theme(self, theme: ThemeChoice) -> None:
        """Light, dark, or as the system has it."""
        self.choices.choose_theme(theme)

    # -- what counts and what is measured

    def toggle_basis(self, basis: Basis) -> None:
        """Let inferred or assumed statements count, or count no longer; all cases are solved
        anew."""
        self.session.set_bases(self.session.bases ^ {basis})
        self._loader.solve_anew()

    def measure_from_here(self) -> None:
        """Hold the chosen event, so that the distance to the next choice is told; or let it go."""
        held = self.session.other
        self.session.choose_other(self.session.selected if held is None else None)
        if held is None:
            self._shell.tell("Choose a second event; Esc ends measuring.")

    def stop_measuring(self) -> None:
        """Let go of the second event; where there is none, leave the comparison."""
        if self.session.other is not None:
            self.session.choose_other(None)
        else:
            self.session.leave_comparison()

    def details_shown(self) -> bool:
        """Whether the details are to be seen."""
        return self._shell.details_shown

    def toggle_details(self) -> None:
        """Show the details, or hide them."""
        self._shell.show_details(shown=not self._shell.details_shown)
