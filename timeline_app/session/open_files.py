"""The list of open files: what came of opening each, and how it is seen. Frozen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline_app.case.opening import OpenedCase
from timeline_app.layout.extent import column_extent
from timeline_app.layout.standing import own_standing
from timeline_app.session.case_view import (
    CaseView,
    first_view,
    whole_calendar,
    whole_order,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An open file: its number, what came of opening it, and its view (None where it is broken)."""

    number: int
    opened: OpenedCase
    view: CaseView | None


@dataclass(frozen=True, slots=True)
class OpenFiles:
    """Open files in the order of the list. A number belongs to one file and is never used twice."""

    entries: tuple[Entry, ...] = ()
    next_number: int = 0

    def get(self, number: int | None) -> Entry | None:
        """The entry of that number, if it is open."""
        return next((entry for entry in self.entries if entry.number == number), None)

    def position(self, number: int) -> int:
        """Where in the list that number stands; raises StopIteration where it is not open."""
        return next(at for at, entry in enumerate(self.entries) if entry.number == number)

    def of_path(self, path: str) -> Entry | None:
        """The entry of that file, if it is open."""
        return next((entry for entry in self.entries if entry.opened.path == path), None)

    def with_opened(self, opened: OpenedCase) -> tuple[OpenFiles, int]:
        """The list with a file added, or read anew where it is open already; and its number."""
        view = first_view(opened.chronology) if opened.chronology else None
        known = self.of_path(opened.path)
        if known is not None:
            return self.with_entry(Entry(known.number, opened, view)), known.number
        entry = Entry(self.next_number, opened, view)
        return OpenFiles((*self.entries, entry), self.next_number + 1), entry.number

    def with_entry(self, changed: Entry) -> OpenFiles:
        """The list with the entry of the same number replaced."""
        return replace(
            self,
            entries=tuple(
                changed if entry.number == changed.number else entry for entry in self.entries
            ),
        )

    def without(self, number: int) -> OpenFiles:
        """The list without that file."""
        return replace(
            self, entries=tuple(entry for entry in self.entries if entry.number != number)
        )


def solved_anew(entry: Entry, opened: OpenedCase) -> Entry:
    """The entry with its case solved anew or its articles found: the view stays, and is fitted
    only where the columns are others now or a calendar has come."""
    view, chronology = entry.view, opened.chronology
    if view is None or chronology is None:
        return replace(entry, opened=opened)
    before = entry.opened.chronology
    if before is None or column_extent(own_standing(before)) != column_extent(
        own_standing(chronology)
    ):
        view = replace(view, columns=whole_order(chronology))
    if view.calendar is None:
        view = replace(view, calendar=whole_calendar(chronology))
    return Entry(entry.number, opened, view)
