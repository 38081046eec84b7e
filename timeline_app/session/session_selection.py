"""Choosing events: by hand, by steps, back and forward; in two linked cases both at once."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from timeline_app.session import comparing_spans, pair_steps, stepping, viewing
from timeline_app.session.change import Change
from timeline_app.session.compared import Compared
from timeline_app.session.comparing import Side
from timeline_app.session.pair_steps import Stop
from timeline_app.session.session_compared import SessionCompared
from timeline_app.session.visits import Visits


class SessionSelection(SessionCompared):
    """Which events are chosen, and where the reviewer has been."""

    @property
    def other(self) -> int | None:
        """The second chosen event, to which the distance from the first is told."""
        return self.view.other if self.view else None

    @property
    def hovered(self) -> int | None:
        """The event of the shown case that is under the pointer."""
        return self.hovered_in(self._current)

    def hovered_in(self, number: int | None) -> int | None:
        """The event of an open case that is under the pointer."""
        if self._hovered is None or self._hovered[0] != number:
            return None
        return self._hovered[1]

    def select(self, event: int | None) -> None:
        """Choose an event, and bring it into view; of two linked cases its partner too, if it has
        one. A second choice is kept: it is measured against until `choose_other(None)`."""
        if self.view is None:
            return
        change = self._choose_in(self._current, event) | self._choose_partner(event)
        change |= self._reveal()
        self._remember_visit()
        self._tell(change)

    def choose_other(self, event: int | None) -> None:
        """Choose a second event to measure against, or none."""
        if self.view is not None:
            self._tell(self._see(replace(self.view, other=event)))

    def hover(self, event: int | None) -> None:
        """Say which event of the shown case lies under the pointer."""
        self.hover_in(self._current, event)

    def hover_in(self, number: int | None, event: int | None) -> None:
        """Say which event of an open case lies under the pointer."""
        hovered = (number, event) if number is not None and event is not None else None
        if hovered != self._hovered:
            self._hovered = hovered
            self._tell(Change.HOVER)

    def take_compared(self, compared: Compared) -> None:
        """Take what was worked out of two cases, unless something else is wanted by now. In two
        cases that have just come together a pair is chosen: that of the chosen event, or the
        first."""
        is_first = self.compared is None
        if not self._accept(compared):
            return
        change = Change.COMPARING | Change.SPAN
        stops = self.stops()
        if is_first and stops:
            if self.active_side is None or self.partner(self.active_side, self.selected) is None:
                change |= self._choose_stop(stops[0])
            else:
                change |= self._choose_partner(self.selected)
        self._tell(change)

    # -- steps

    def step(self, by: int) -> None:
        """Choose the next (1) or previous (-1) event of the case's order, or of two linked cases
        the next pair."""
        stops = self.stops()
        comparison, side = self.comparison, self.active_side
        if stops is not None and comparison is not None and side is not None:
            self._go_to_stop(pair_steps.step(comparison, stops, side, self.selected, by))
        elif self.chronology is not None:
            self._go_to(stepping.step(self.chronology, self.hidden_events, self.selected, by))

    def step_same_kind(self, by: int) -> None:
        """Choose the next or previous event, or pair, of the same kind."""
        stops = self.stops()
        comparison, side = self.comparison, self.active_side
        if stops is not None and comparison is not None and side is not None:
            found = pair_steps.step_same_kind(comparison, stops, side, self.selected, by)
            self._go_to_stop(found)
        elif self.chronology is not None:
            hidden = self.hidden_events
            self._go_to(stepping.step_same_kind(self.chronology, hidden, self.selected, by))

    def step_to_end(self, by: int) -> None:
        """Choose the first (-1) or the last (1) event, or pair."""
        stops = self.stops()
        if stops is not None:
            self._go_to_stop((stops[-1] if by > 0 else stops[0]) if stops else None)
        elif self.chronology is not None:
            self._go_to(stepping.step(self.chronology, self.hidden_events, None, -by))

    def stops(self) -> tuple[Stop, ...] | None:
        """Where steps lead through two linked cases; None where one case is stepped through by
        itself."""
        comparing, comparison = self._comparing, self.comparison
        if comparing is None or comparison is None or not self._manner.linked:
            return None
        hidden = self.hidden_in(comparing.a), self.hidden_in(comparing.b)
        return pair_steps.stops(comparison, hidden, by_events=self._manner.by_events)

    def go_to_pair(self, a: int | None, b: int | None) -> None:
        """Choose these events of the two cases, whichever there are, and bring them into view."""
        self._go_to_stop(Stop(a, b))

    def measure_both(self, a: tuple[int, int], b: tuple[int, int]) -> None:
        """Choose an event of each case, and a second one to measure against."""
        change = Change.NONE
        for side, (event, other) in ((Side.A, a), (Side.B, b)):
            entry = self.side_entry(side)
            if entry is not None and entry.view is not None:
                view = replace(entry.view, selected=event, other=other)
                change |= self._see_in(entry.number, view)
        change |= self._reveal()
        self._remember_visit()
        self._tell(change)

    def _go_to(self, event: int | None) -> None:
        if event is not None:
            self.select(event)

    def _go_to_stop(self, stop: Stop | None) -> None:
        if stop is not None:
            change = self._choose_stop(stop)
            self._remember_visit()
            self._tell(change)

    def _choose_stop(self, stop: Stop) -> Change:
        """Choose what a step leads to. Where it is in one case alone, that case becomes the active
        one, and in the other nothing is chosen."""
        comparing, active, change = self._comparing, self.active_side, Change.NONE
        if comparing is None or active is None:
            return change
        if stop.event(active) is None and stop.event(active.opposite) is not None:
            change |= self._show(comparing.number(active.opposite))
        for side in Side:
            change |= self._choose_in(comparing.number(side), stop.event(side))
        return change | self._reveal()

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
        change = self._show(visit.case)
        if self.view is not None:
            change |= self._choose_in(visit.case, visit.event)
            change |= self._choose_partner(visit.event) | self._reveal()
        self._tell(change)

    # -- within

    def _choose_in(self, number: int | None, event: int | None) -> Change:
        """Choose an event of an open case, and bring it into the stretch that is seen of it."""
        entry = self._files.get(number)
        if entry is None or entry.view is None or entry.opened.chronology is None:
            return Change.NONE
        chosen = replace(entry.view, selected=event)
        return self._see_in(number, viewing.revealing(chosen, entry.opened.chronology, event))

    def _choose_partner(self, event: int | None) -> Change:
        """In the other of two linked cases, choose the partner of an event of this one. Where it
        has none, what is chosen there stays, so that the two can be made a pair."""
        comparing, side = self._comparing, self.active_side
        if comparing is None or side is None or not self._manner.linked:
            return Change.NONE
        partner = self.partner(side, event)
        if partner is None:
            return Change.NONE
        return self._choose_in(comparing.number(side.opposite), partner)

    def _reveal(self) -> Change:
        """Bring what is chosen into view while two cases are compared; where both move together
        the active one decides."""
        active = self.active_side
        if active is None:
            return Change.NONE
        sides = (active,) if self._manner.linked else tuple(Side)
        change = Change.NONE
        for side in sides:
            standing, event = self.standing(side), self.selected_on(side)
            if standing is None:
                continue
            reveal = partial(comparing_spans.revealing, standing=standing, event=event)
            change |= self._moved_side(side, reveal)
        return change
