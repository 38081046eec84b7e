"""The session: the only mutable state of the program.

Rules:
* Widgets read it and call its methods; it never calls a widget. After each method that changed
  something, every listener is told once what changed, as `Change` flags; a method that changes
  nothing tells nobody.
* What it holds is frozen. A changed view is a new `CaseView`, a case solved anew a new
  `OpenedCase`; the arithmetic of views is in `viewing`, that of steps in `stepping`.
* It does no slow work. Reading, solving and finding texts happen elsewhere and are handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from timeline_app.case.model import Basis, Kind
from timeline_app.case.opening import OpenedCase
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.chart import LanesBy
from timeline_app.session import stepping, viewing
from timeline_app.session.case_view import Axis, CaseView
from timeline_app.session.change import Change
from timeline_app.session.filtering import EventFilter
from timeline_app.session.open_files import Entry, OpenFiles, solved_anew
from timeline_app.session.visits import Visit, Visits

Listener = Callable[[Change], None]
ANOTHER_CASE = Change.CURRENT | Change.SELECTION | Change.SPAN | Change.AXIS | Change.FILTER


class Session:
    """Open cases, the one that is shown, and everything chosen in it."""

    def __init__(
        self, text_places: Iterable[Path] = (), chosen_texts: Mapping[str, Path] | None = None
    ) -> None:
        self._listeners: list[Listener] = []
        self._files = OpenFiles()
        self._current: int | None = None
        self._visits = Visits()
        self._hovered: int | None = None
        self._hidden: frozenset[int] = frozenset()
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
        if change & Change.CURRENT:
            self._hovered = None  # an index of another case
        if change & (Change.FILTER | Change.CURRENT):
            self._hidden = self._find_hidden()
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
        """The file that is shown."""
        return self._files.get(self._current)

    def entry(self, number: int) -> Entry | None:
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

    def add_cases(self, opened: Iterable[OpenedCase], *, show: bool = True) -> None:
        """List these files; one that is open already is read anew. With `show`, or where nothing
        is shown, the first readable one of them comes to be shown."""
        numbers = []
        for one in opened:
            self._files, number = self._files.with_opened(one)
            self._visits = self._visits.without_case(number)
            numbers.append(number)
        if not numbers:
            return
        change = Change.CASES
        if show or self._current is None:
            readable = (number for number in numbers if self._is_readable(number))
            self._current = next(readable, numbers[0])
        if self._current in numbers:
            self._remember_visit()
            change |= ANOTHER_CASE
        self._tell(change)

    def replace_opened(self, number: int, opened: OpenedCase) -> None:
        """Take a case that was solved anew or whose articles were found; its view stays. A case
        closed meanwhile stays closed."""
        entry = self._files.get(number)
        if entry is None:
            return
        self._files = self._files.with_entry(solved_anew(entry, opened))
        current = Change.CURRENT | Change.SPAN if number == self._current else Change.NONE
        self._tell(Change.CASES | current)

    def close_case(self, number: int) -> None:
        """Take a file off the list; its neighbour is shown."""
        if self._files.get(number) is None:
            return
        at = self._files.position(number)
        self._files = self._files.without(number)
        self._visits = self._visits.without_case(number)
        change = Change.CASES
        if number == self._current:
            rest = self._files.entries
            self._current = rest[min(at, len(rest) - 1)].number if rest else None
            change |= ANOTHER_CASE
        self._tell(change)

    def show_case(self, number: int) -> None:
        """Show another open file."""
        if number == self._current or self._files.get(number) is None:
            return
        self._current = number
        self._remember_visit()
        self._tell(ANOTHER_CASE)

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

    # -- the selection

    @property
    def selected(self) -> int | None:
        """The chosen event of the case that is shown."""
        return self.view.selected if self.view else None

    @property
    def other(self) -> int | None:
        """The second chosen event, to which the distance from the first is told."""
        return self.view.other if self.view else None

    @property
    def hovered(self) -> int | None:
        """The event under the pointer."""
        return self._hovered

    def select(self, event: int | None) -> None:
        """Choose an event, and bring it into view. A second choice is kept: it is measured
        against until `choose_other(None)`."""
        view, chronology = self.view, self.chronology
        if view is None or chronology is None:
            return
        chosen = replace(view, selected=event)
        change = self._see(viewing.revealing(chosen, chronology, event))
        self._remember_visit()
        self._tell(change)

    def choose_other(self, event: int | None) -> None:
        """Choose a second event to measure against, or none."""
        if self.view is not None:
            self._tell(self._see(replace(self.view, other=event)))

    def hover(self, event: int | None) -> None:
        """Say which event lies under the pointer."""
        if event != self._hovered:
            self._hovered = event
            self._tell(Change.HOVER)

    def step(self, by: int) -> None:
        """Choose the next (1) or previous (-1) event of the case's order."""
        if self.chronology is not None:
            self._go_to(stepping.step(self.chronology, self._hidden, self.selected, by))

    def step_same_kind(self, by: int) -> None:
        """Choose the next or previous event of the same kind."""
        if self.chronology is not None:
            self._go_to(stepping.step_same_kind(self.chronology, self._hidden, self.selected, by))

    def step_to_end(self, by: int) -> None:
        """Choose the first (-1) or the last (1) event."""
        if self.chronology is not None:
            self._go_to(stepping.step(self.chronology, self._hidden, None, -by))

    def _go_to(self, event: int | None) -> None:
        if event is not None:
            self.select(event)

    # -- back and forward

    @property
    def visits(self) -> Visits:
        """Where the reviewer has been."""
        return self._visits

    def go(self, by: int) -> None:
        """Back (-1) or forward (1) to an event that was looked at."""
        moved = self._visits.moved(by)
        visit = moved.here
        if moved == self._visits or visit is None:
            return
        self._visits = moved
        change = Change.NONE
        if visit.case != self._current:
            self._current = visit.case
            change = ANOTHER_CASE
        view, chronology = self.view, self.chronology
        if view is not None and chronology is not None:
            chosen = replace(view, selected=visit.event)
            change |= self._see(viewing.revealing(chosen, chronology, visit.event))
        self._tell(change)

    def _remember_visit(self) -> None:
        if self._current is not None and self.selected is not None:
            self._visits = self._visits.to(Visit(self._current, self.selected))

    # -- axis, lanes, bases, filter, source

    @property
    def lanes_by(self) -> LanesBy:
        """What the lanes stand for."""
        return self._lanes_by

    @property
    def bases(self) -> frozenset[Basis]:
        """Which statements count; stated ones always do."""
        return self._bases

    @property
    def hidden_events(self) -> frozenset[int]:
        """The events of the shown case that the filter hides."""
        return self._hidden

    def visible_order(self) -> tuple[int, ...]:
        """The events of the shown case that are not hidden, in its order."""
        if self.chronology is None:
            return ()
        return stepping.visible_order(self.chronology, self._hidden)

    @property
    def text_places(self) -> tuple[Path, ...]:
        """Folders and files in which articles are looked for, the latest first."""
        return self._text_places

    @property
    def chosen_texts(self) -> Mapping[str, Path]:
        """The files that the reviewer chose for single sources, by the sha256 of the source."""
        return self._chosen_texts

    def set_axis(self, axis: Axis) -> None:
        """Draw the shown case along another axis."""
        if self.view is not None:
            self._tell(self._see(replace(self.view, axis=axis)))

    def set_lanes_by(self, lanes_by: LanesBy) -> None:
        """Let lanes stand for kinds or for actors."""
        if lanes_by is not self._lanes_by:
            self._lanes_by = lanes_by
            self._tell(Change.AXIS)

    def set_bases(self, bases: frozenset[Basis]) -> None:
        """Say which statements are to count. The cases must then be solved anew and handed in."""
        bases = bases | {Basis.STATED}
        if bases != self._bases:
            self._bases = bases
            self._tell(Change.BASES)

    def set_filter(self, chosen: EventFilter) -> None:
        """Hide other events of the shown case."""
        if self.view is not None:
            self._tell(self._see(replace(self.view, filter=chosen)))

    def clear_filter(self) -> None:
        """Hide nothing any more."""
        self.set_filter(EventFilter())

    def show_kind(self, kind: Kind, *, shown: bool) -> None:
        """Show or hide one kind in the shown case."""
        if self.view is not None:
            self.set_filter(self.view.filter.with_kind(kind, shown=shown))

    def show_actor(self, actor: str, *, shown: bool) -> None:
        """Show or hide one actor, by id, in the shown case."""
        if self.view is not None:
            self.set_filter(self.view.filter.with_actor(actor, shown=shown))

    @property
    def shown_source(self) -> int | None:
        """The source whose text is shown: the chosen one, or else the one that tells most of the
        chosen event; None where the case has none."""
        entry, view = self.current, self.view
        if entry is None or view is None:
            return None
        return view.source if view.source is not None else entry.opened.best_source(view.selected)

    def choose_source(self, source: int | None) -> None:
        """Show another source's text."""
        if self.view is not None:
            self._tell(self._see(replace(self.view, source=source)))

    def add_text_place(self, place: Path) -> None:
        """Look for articles here too. The cases must then be given their texts anew."""
        self._text_places = (place, *(one for one in self._text_places if one != place))
        self._tell(Change.TEXT_PLACES)

    def choose_text(self, sha256: str, file: Path) -> None:
        """Take this file as the text of the source of that sha256, even where it differs."""
        self._chosen_texts = {**self._chosen_texts, sha256: file}
        self._tell(Change.TEXT_PLACES)

    # -- the visible stretch

    def zoom(self, factor: float, anchor: float = 0.5) -> None:
        """See `factor` times as much, with what lies at `anchor` (0 left, 1 right) kept there."""
        if self.view is not None and self.chronology is not None:
            self._tell(self._see(viewing.zoomed(self.view, self.chronology, factor, anchor)))

    def pan(self, fraction: float) -> None:
        """Move the visible stretch by a fraction of its length; positive goes to later."""
        if self.view is not None and self.chronology is not None:
            self._tell(self._see(viewing.panned(self.view, self.chronology, fraction)))

    def see(self, first: float, last: float) -> None:
        """See from here to there, in the units of the axis."""
        if self.view is not None and self.view.axis is Axis.ORDER:
            self.see_columns(first, last)
        else:
            self.see_seconds(round(first), round(last))

    def see_seconds(self, start: int, end: int) -> None:
        """See these seconds of the calendar."""
        if self.view is not None and self.chronology is not None:
            self._tell(self._see(viewing.seeing_seconds(self.view, self.chronology, start, end)))

    def see_columns(self, first: float, last: float) -> None:
        """See these columns of the order axis."""
        if self.view is not None and self.chronology is not None:
            self._tell(self._see(viewing.seeing_columns(self.view, self.chronology, first, last)))

    def fit_case(self) -> None:
        """See the whole case."""
        if self.view is not None and self.chronology is not None:
            self._tell(self._see(viewing.fitted(self.view, self.chronology)))

    def fit_selection(self) -> None:
        """See the chosen event, or both chosen events, as large as is sensible."""
        if self.view is not None and self.chronology is not None:
            self._tell(self._see(viewing.fitted_to_selection(self.view, self.chronology)))

    # -- within

    def _find_hidden(self) -> frozenset[int]:
        if self.view is None or self.chronology is None:
            return frozenset()
        return self.view.filter.hidden_events(self.chronology.case)

    def _see(self, view: CaseView) -> Change:
        """Take a view for the shown case; what it changes."""
        entry = self.current
        if entry is None or entry.view is None or view == entry.view:
            return Change.NONE
        self._files = self._files.with_entry(replace(entry, view=view))
        return viewing.changes(entry.view, view)
