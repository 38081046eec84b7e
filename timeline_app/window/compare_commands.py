"""What the actions of the menu Compare do."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from timeline_app.case.comparing.choices import PairChoices
from timeline_app.session.comparable import obstacle_of
from timeline_app.session.comparing import Side
from timeline_app.session.session import Session
from timeline_app.window.case_rows import title_of
from timeline_app.window.shell import Shell
from timeline_app.writing import WriteError, write_file

if TYPE_CHECKING:
    from timeline_app.case.comparing.comparison import CaseComparison
    from timeline_app.tables.table import Table

Switch = Literal["stacked", "linked", "folded", "by_events"]
NOBODY_ELSE = "Open another case first; then the two can be compared."


class CompareCommands:
    """One method for each action that needs more than the session."""

    def __init__(self, session: Session, shell: Shell) -> None:
        self._session = session
        self._shell = shell

    # -- which cases

    def compare_with(self, number: int | None = None) -> None:
        """Compare a case, or else the shown one, with another of the reviewer's choice."""
        session = self._session
        first = session.current if number is None else session.entry(number)
        if first is None:
            return
        words = obstacle_of(first)
        if words:
            self._shell.tell(words)
            return
        other = self._chosen(f"A is “{title_of(first)}”. Compare it with:", without=(first.number,))
        if other is not None:
            self.compare(first.number, other)

    def compare(self, a: int, b: int) -> None:
        """Compare these two cases, or say what keeps them from it."""
        words = self._session.compare(a, b)
        if words:
            self._shell.tell(words)

    def compare_first_two(self) -> None:
        """Compare the first two open cases; a single one, which was then given twice, with
        itself."""
        numbers = [entry.number for entry in self._session.entries][:2]
        if not numbers:
            self._shell.tell("There are no two cases to compare.")
        else:
            self.compare(numbers[0], numbers[-1])

    def put_on(self, side: Side, number: int) -> None:
        """Compare with another case on one side."""
        words = self._session.put_on(side, number)
        if words:
            self._shell.tell(words)

    def replace(self, side: Side) -> None:
        """Compare with another case of the reviewer's choice on one side."""
        comparing = self._session.comparing
        if comparing is None:
            return
        other = self._chosen(f"Replace {side} by:", without=(comparing.a, comparing.b))
        if other is not None:
            self.put_on(side, other)

    def _chosen(self, title: str, without: tuple[int, ...]) -> int | None:
        numbers = [one.number for one in self._session.entries if one.number not in without]
        if not numbers:
            self._shell.tell(NOBODY_ELSE)
            return None
        return self._shell.choose_case(title, numbers)

    def go_to_other_side(self) -> None:
        """Make the other one of the two cases the active one."""
        side = self._session.active_side
        if side is not None:
            self._session.activate(side.opposite)
            self._shell.focus_side(side.opposite)

    # -- how

    def toggle(self, switch: Switch) -> None:
        """Turn one of the ways of holding two cases against each other on or off."""
        manner = self._session.manner
        self._session.set_manner(manner._replace(**{switch: not getattr(manner, switch)}))

    def align_on_chosen(self) -> None:
        """Take the chosen events as day zero."""
        if not self._session.align_on_chosen():
            self._shell.tell("Choose an event in each of the two cases first.")

    # -- pairs

    def is_pair_chosen(self) -> bool:
        """Whether the chosen event of the active case has a partner."""
        session = self._session
        side = session.active_side
        return side is not None and session.partner(side, session.selected) is not None

    def has_choices(self) -> bool:
        """Whether anything was paired by hand in the two cases."""
        return self._session.pair_choices != PairChoices()

    def is_chosen_by_hand(self) -> bool:
        """Whether something was decided by hand of an event that is chosen."""
        choices = self._session.pair_choices
        return choices != self._without_choice(choices)

    def pair(self) -> None:
        """Pair the chosen event of A with that of B."""
        ids = self._chosen_ids()
        if ids[0] is None or ids[1] is None:
            self._shell.tell("Choose an event in each of the two cases first.")
            return
        self._session.set_pair_choices(self._session.pair_choices.with_pair(ids[0], ids[1]))
        self._shell.tell("The two events are a pair now.")

    def unpair(self) -> None:
        """Take the pair of the chosen event apart."""
        session, comparison = self._session, self._session.comparison
        side, event = session.active_side, session.selected
        if comparison is None or side is None or event is None:
            return
        partner = session.partner(side, event)
        if partner is None:
            return
        a, b = (event, partner) if side is Side.A else (partner, event)
        ids = comparison.a.case.events[a].id, comparison.b.case.events[b].id
        session.set_pair_choices(session.pair_choices.without_pair(*ids))
        self._shell.tell("The two events are no pair any more.")

    def pair_automatically(self) -> None:
        """Let the program pair the chosen events by kind and order again."""
        choices = self._session.pair_choices
        self._session.set_pair_choices(self._without_choice(choices))
        self._shell.tell("These events are paired by kind and order again.")

    def forget_pairs(self) -> None:
        """Let the program pair all events of the two cases, once the reviewer agrees."""
        choices = self._session.pair_choices
        made = len(choices.pairs)
        apart = max(len(choices.alone_a), len(choices.alone_b))
        question = (
            "Forget what was paired by hand in these two cases? "
            f"Pairs made: {made}. Pairs taken apart: {apart}."
        )
        if self._shell.agrees(question):
            self._session.set_pair_choices(PairChoices())

    def _chosen_ids(self) -> tuple[str | None, str | None]:
        a, b = (self._chosen_id(side) for side in Side)
        return a, b

    def _chosen_id(self, side: Side) -> str | None:
        entry, event = self._session.side_entry(side), self._session.selected_on(side)
        case = entry.opened.reading.case if entry is not None else None
        return case.events[event].id if case is not None and event is not None else None

    def _without_choice(self, choices: PairChoices) -> PairChoices:
        a, b = self._chosen_ids()
        return choices.without_choice(a=a, b=b)

    # -- what is shown beneath

    def show_phases(self) -> None:
        """Bring the phases forward."""
        self._shell.show_texts(shown=False)

    def texts_shown(self) -> bool:
        """Whether the texts of both are to be seen."""
        return self._shell.texts_shown

    def toggle_texts(self) -> None:
        """Bring the texts of both forward, or the phases again."""
        self._shell.show_texts(shown=not self._shell.texts_shown)

    # -- the tables

    def copy_tables(self, *, markdown: bool) -> None:
        """Copy the phases, the penalties and what differs."""
        comparison = self._session.comparison
        if comparison is None:
            return
        # Here, not above: tables are not needed for the first look at a case.
        from timeline_app.tables.comparison_table import reading_tables  # noqa: PLC0415
        from timeline_app.tables.markdown_table import markdown_text  # noqa: PLC0415

        tables = reading_tables(comparison)
        self._shell.put_on_clipboard(markdown_text(*tables) if markdown else tabbed_text(tables))
        self._shell.tell("The tables are copied.")

    def save_tables(self) -> None:
        """Write the tables to a file of the reviewer's choice."""
        comparison = self._session.comparison
        if comparison is None:
            return
        target = self._shell.choose_table_target(proposed_name(comparison))
        if target is None:
            return
        # Here, not above: as in `copy_tables`.
        from timeline_app.tables.table_files import TableFormat, comparison_file  # noqa: PLC0415

        form = next((one for one in TableFormat if target.suffix.lower() == f".{one}"), None)
        if form is None:
            self._shell.tell("A table is saved as CSV (.csv), Markdown (.md) or HTML (.html).")
            return
        self._shell.tell(_written(target, comparison_file(form, comparison)))


def tabbed_text(tables: Iterable[Table]) -> str:
    """Tables as lines of text with tabs between the cells, which any program can take."""
    blocks = []
    for table in tables:
        rows = [table.header, *table.rows] if table.rows else []
        blocks.append("\n".join([table.title, *("\t".join(row) for row in rows), *table.notes]))
    return "\n\n".join(blocks) + "\n"


def proposed_name(comparison: CaseComparison) -> str:
    """The name under which the tables are saved unless the reviewer chooses another."""
    return f"{comparison.a.case.id}-against-{comparison.b.case.id}.csv"


def _written(target: Path, data: bytes) -> str:
    try:
        write_file(target, data, replace=True)
    except WriteError as error:
        return str(error)
    return f"The tables are saved as {target}."
