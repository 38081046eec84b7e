"""The files of a session: opened, read or solved anew, shown, closed."""

from __future__ import annotations

from collections.abc import Iterable

from timeline_app.case.opening import OpenedCase
from timeline_app.session.change import Change
from timeline_app.session.open_files import solved_anew
from timeline_app.session.state import ANOTHER_CASE, SessionState


class SessionFiles(SessionState):
    """Which files are open, and which of them is shown."""

    def add_cases(self, opened: Iterable[OpenedCase], *, show: bool = True) -> None:
        """List these files; one that is open already is read anew. With `show`, or where nothing
        is shown, the first readable one of them comes to be shown."""
        numbers: list[int] = []
        for one in opened:
            self._files, found = self._files.with_opened(one)
            for number in found:
                self._visits = self._visits.without_case(number)
            numbers += found
        if not numbers:
            return
        change = Change.CASES | self._take_read_anew(numbers)
        if show or self._current is None:
            readable = (number for number in numbers if self._is_readable(number))
            change |= self._show(next(readable, numbers[0]))
        if self._current in numbers:
            self._remember_visit()
            change |= ANOTHER_CASE
        self._tell(change)

    def _take_read_anew(self, numbers: Iterable[int]) -> Change:
        """What was chosen as day zero in a case means nothing in one that was read anew."""
        comparing = self._comparing
        if comparing is None or not any(comparing.side_of(number) for number in numbers):
            return Change.NONE
        self._comparing = comparing.without_chosen().unstretched()
        return Change.COMPARING

    def replace_opened(self, number: int, opened: OpenedCase) -> None:
        """Take a case that was solved anew or whose articles were found; its view stays. A case
        closed meanwhile stays closed."""
        entry = self._files.get(number)
        if entry is None:
            return
        self._files = self._files.with_entry(solved_anew(entry, opened))
        change = Change.CASES
        if number == self._current:
            change |= Change.CURRENT | Change.SPAN
        if self._comparing is not None and self._comparing.side_of(number) is not None:
            change |= Change.COMPARING
        self._tell(change)

    def close_case(self, number: int) -> None:
        """Take a file off the list; its neighbour is shown. Of two compared cases the other one
        is, by itself."""
        if self._files.get(number) is None:
            return
        at = self._files.position(number)
        self._files = self._files.without(number)
        self._visits = self._visits.without_case(number)
        self._hidden.pop(number, None)
        change = Change.CASES
        comparing, side = self._comparing, None
        if comparing is not None:
            side = comparing.side_of(number)
        if comparing is not None and side is not None:
            self._comparing = None
            self._current = comparing.number(side.opposite)
            change |= ANOTHER_CASE | Change.COMPARING
        elif number == self._current:
            rest = self._files.entries
            self._current = rest[min(at, len(rest) - 1)].number if rest else None
            change |= ANOTHER_CASE
        self._tell(change)

    def show_case(self, number: int) -> None:
        """Show another open file."""
        if number == self._current or self._files.get(number) is None:
            return
        change = self._show(number)
        self._remember_visit()
        self._tell(change)

    def step_case(self, by: int) -> None:
        """Show the next (1) or previous (-1) file of the list."""
        if self._current is None:
            return
        at = self._files.position(self._current) + by
        if 0 <= at < len(self.entries):
            self.show_case(self.entries[at].number)

    def _is_readable(self, number: int) -> bool:
        entry = self._files.get(number)
        return entry is not None and entry.view is not None
