"""What a session holds, and how it says that something has changed.

The methods that a reviewer's actions lead to are in the modules beside this one, each of one
purpose; `Session` is all of them together. What they share is here: the open files, the one that is
shown, the comparison, the listeners.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace

from timeline_app.case.model import Basis, Case
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.chart import LanesBy
from timeline_app.records import PairRecords
from timeline_app.session import viewing
from timeline_app.session.case_view import CaseView
from timeline_app.session.change import Change
from timeline_app.session.comparing import Comparing, Manner, Side
from timeline_app.session.filtering import EventFilter
from timeline_app.session.open_files import Entry, OpenFiles
from timeline_app.session.visits import Visit, Visits

Listener = Callable[[Change], None]
ANOTHER_CASE = Change.CURRENT | Change.SELECTION | Change.SPAN | Change.AXIS | Change.FILTER
NONE: frozenset[int] = frozenset()


class SessionState:
    """Open cases, the one that is shown, the two that are compared, and who listens."""

    def __init__(
        self,
        text_places: Iterable[Path] = (),
        chosen_texts: Mapping[str, Path] | None = None,
        pairs: PairRecords | None = None,
        manner: Manner | None = None,
    ) -> None:
        self._listeners: list[Listener] = []
        self._files = OpenFiles()
        self._current: int | None = None
        self._comparing: Comparing | None = None
        self._manner = manner or Manner()
        self._pairs = pairs or PairRecords()
        self._visits = Visits()
        self._alike: dict[Side, tuple[Case, Case, bool]] = {}  # whether a case holds the same
        self._hovered: tuple[int, int] | None = None  # case and event
        self._hidden: dict[int, tuple[Case, EventFilter, frozenset[int]]] = {}
        self._bases = frozenset(Basis)
        self._lanes_by = LanesBy.KIND
        self._text_places = tuple(text_places)
        self._chosen_texts = dict(chosen_texts or {})

    # -- listening

    def subscribe(self, listener: Listener) -> None:
        """Tell this listener of every change from now on."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Listener) -> None:
        """Tell it no longer."""
        self._listeners.remove(listener)

    def _tell(self, change: Change) -> None:
        if change & (Change.CURRENT | Change.CASES):
            self._hovered = None  # an index of another case
        if change:
            for listener in tuple(self._listeners):
                listener(change)

    # -- the files

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The open files in the order in which they are listed."""
        return self._files.entries

    @property
    def current(self) -> Entry | None:
        """The file that is shown; of two compared ones, that in whose panel the reviewer is."""
        return self._files.get(self._current)

    def entry(self, number: int | None) -> Entry | None:
        """The open file of that number."""
        return self._files.get(number)

    @property
    def chronology(self) -> Chronology | None:
        """The solved case that is shown; None where there is none or it is broken."""
        return self.current.opened.chronology if self.current else None

    @property
    def view(self) -> CaseView | None:
        """The view of the case that is shown."""
        return self.current.view if self.current else None

    @property
    def selected(self) -> int | None:
        """The chosen event of the case that is shown."""
        return self.view.selected if self.view else None

    # -- two cases

    @property
    def comparing(self) -> Comparing | None:
        """The two cases that are compared, or None."""
        return self._comparing

    @property
    def manner(self) -> Manner:
        """How two cases are held against each other."""
        return self._manner

    @property
    def active_side(self) -> Side | None:
        """The side of the case that is shown, while two are compared."""
        return self._comparing.side_of(self._current) if self._comparing is not None else None

    def side_entry(self, side: Side) -> Entry | None:
        """The file of a side."""
        return self._files.get(self._comparing.number(side)) if self._comparing else None

    def selected_on(self, side: Side) -> int | None:
        """The chosen event of the case of a side."""
        entry = self.side_entry(side)
        return entry.view.selected if entry is not None and entry.view is not None else None

    # -- what is hidden

    @property
    def hidden_events(self) -> frozenset[int]:
        """The events of the shown case that the filter hides."""
        return self.hidden_in(self._current)

    def hidden_in(self, number: int | None) -> frozenset[int]:
        """The events of an open case that its filter hides."""
        entry = self._files.get(number)
        if entry is None or entry.view is None or entry.view.filter.is_clear:
            return NONE
        case, chosen = entry.opened.reading.case, entry.view.filter
        if case is None:
            return NONE
        known = self._hidden.get(entry.number)
        if known is None or known[0] is not case or known[1] != chosen:
            known = (case, chosen, chosen.hidden_events(case))
            self._hidden[entry.number] = known
        return known[2]

    # -- within

    def _see(self, view: CaseView) -> Change:
        """Take a view for the shown case; what it changes."""
        return self._see_in(self._current, view)

    def _see_in(self, number: int | None, view: CaseView) -> Change:
        """Take a view for an open case; what it changes."""
        entry = self._files.get(number)
        if entry is None or entry.view is None or view == entry.view:
            return Change.NONE
        self._files = self._files.with_entry(replace(entry, view=view))
        return viewing.changes(entry.view, view)

    def _show(self, number: int) -> Change:
        """Show an open file. Of two compared cases it takes the side of the one shown before,
        unless it is one of the two."""
        if number == self._current:
            return Change.NONE
        comparing, change = self._comparing, ANOTHER_CASE
        if comparing is not None:
            change |= Change.COMPARING
            side = comparing.side_of(self._current)
            if comparing.side_of(number) is None and side is not None:
                self._comparing = comparing.with_case(side, number)
        self._current = number
        return change

    def _remember_visit(self) -> None:
        if self._current is not None and self.selected is not None:
            self._visits = self._visits.to(Visit(self._current, self.selected))
