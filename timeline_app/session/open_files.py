"""The list of open files: what came of opening each, and how it is seen. Frozen."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from timeline_app.case.opening import OpenedCase
from timeline_app.layout.extent import column_extent
from timeline_app.layout.standing import own_standing
from timeline_app.session.case_view import (
    CaseView,
    first_view,
    whole_calendar,
    whole_order,
)


class Entry(Struct, frozen=True, gc=False):
    """An open file: its number, what came of opening it, and its view (None where it is broken)."""

    number: int
    opened: OpenedCase
    view: CaseView | None


class OpenFiles(Struct, frozen=True, gc=False):
    """Open files in the order of the list. A number belongs to one file and is never used twice."""

    entries: tuple[Entry, ...] = ()
    next_number: int = 0

    def get(self, number: int | None) -> Entry | None:
        """The entry of that number, if it is open."""
        # Asked for some forty times in each frame, so without a generator.
        for entry in self.entries:
            if entry.number == number:
                return entry
        return None

    def position(self, number: int) -> int:
        """Where in the list that number stands; raises StopIteration where it is not open."""
        return next(at for at, entry in enumerate(self.entries) if entry.number == number)

    def of_path(self, path: str) -> tuple[Entry, ...]:
        """The entries of that file: one where it is open, more where it has a twin."""
        return tuple(entry for entry in self.entries if entry.opened.path == path)

    def with_opened(self, opened: OpenedCase) -> tuple[OpenFiles, tuple[int, ...]]:
        """The list with a file added, or read anew where it is open already; and its number, or
        its numbers where it has a twin."""
        view = first_view(opened.chronology) if opened.chronology else None
        known = self.of_path(opened.path)
        if not known:
            entry = Entry(self.next_number, opened, view)
            return OpenFiles((*self.entries, entry), self.next_number + 1), (entry.number,)
        files = self
        for entry in known:
            files = files.with_entry(Entry(entry.number, opened, view))
        return files, tuple(entry.number for entry in known)

    def with_twin(self, number: int) -> tuple[OpenFiles, int]:
        """The list with an open file in it twice, so that it can be compared with itself; and the
        number of its twin. Raises StopIteration where it is not open."""
        at = self.position(number)
        entry = self.entries[at]
        for one in self.of_path(entry.opened.path):
            if one.number != number:
                return self, one.number
        twin = Entry(self.next_number, entry.opened, entry.view)
        entries = (*self.entries[: at + 1], twin, *self.entries[at + 1 :])
        return OpenFiles(entries, self.next_number + 1), twin.number

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
