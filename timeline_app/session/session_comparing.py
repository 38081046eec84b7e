"""Comparing two cases: which, aligned on what, linked or not."""

from __future__ import annotations

from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.model import Kind
from timeline_app.layout.comparison.align import Align
from timeline_app.session.case_view import Axis, default_axis
from timeline_app.session.change import Change
from timeline_app.session.comparable import obstacle
from timeline_app.session.comparing import Anchors, Comparing, Manner, Side
from timeline_app.session.open_files import Entry
from timeline_app.session.session_compared import EVERYTHING, SessionCompared

ALIGN_OF_AXIS = {Axis.ORDER: Align.ORDER, Axis.CALENDAR: Align.CALENDAR}


class SessionComparing(SessionCompared):
    """Two cases held against each other."""

    # -- which

    def compare(self, a: int, b: int) -> str:
        """Compare these two cases; one with itself has a twin in the list then. What keeps them
        from being compared, in words, or nothing; then nothing changes."""
        entries = self.entry(a), self.entry(b)
        if entries[0] is None or entries[1] is None:
            return "One of the two cases is not open any more."
        words = obstacle(*entries)
        if words:
            return words
        change = EVERYTHING
        if a == b:
            self._files, b = self._files.with_twin(a)
            change |= Change.CASES
        self._comparing = Comparing(a, b, ALIGN_OF_AXIS[_first_axis(entries)])
        if self._current not in (a, b):
            self._current = a
        self._tell(change)
        return ""

    def swap(self) -> None:
        """Exchange A and B."""
        if self._comparing is not None:
            self._comparing = self._comparing.swapped()
            self._tell(EVERYTHING)

    def put_on(self, side: Side, number: int) -> str:
        """Compare with another case on one side; the other side's own case exchanges the two. What
        keeps it from that, in words, or nothing."""
        comparing = self._comparing
        if comparing is None or self.entry(number) is None:
            return "There is no comparison in which a case could be replaced."
        if comparing.number(side) == number:
            return f"This case is {side} already."
        if comparing.number(side.opposite) == number:
            self.swap()
            return ""
        words = obstacle(self.entry(number), self.side_entry(side.opposite))
        if not words:
            self._comparing = comparing.with_case(side, number)
            if self._comparing.side_of(self._current) is None:
                self._current = number
            self._tell(EVERYTHING)
        return words

    def activate(self, side: Side) -> None:
        """Make the case of this side the one that is shown elsewhere in the window."""
        if self._comparing is not None:
            change = self._show(self._comparing.number(side))
            self._remember_visit()
            self._tell(change)

    # -- how

    def set_manner(self, manner: Manner) -> None:
        """Stacked or side by side, linked, folded, step by pairs or by events. What is linked
        again follows the active side; another folding is another scale."""
        before, comparing = self._manner, self._comparing
        if manner == before:
            return
        self._manner = manner
        change = Change.COMPARING
        if comparing is not None and manner.folded != before.folded:
            self._comparing = comparing.unstretched()
        elif comparing is not None and manner.linked and not before.linked:
            side, compared = self.active_side, self.compared
            if side is not None and compared is not None:
                stretch = comparing.stretch(compared.align, side)
                self._comparing = comparing.seeing(compared.align, None, stretch)
                change |= Change.SPAN
        self._tell(change)

    def align(self, align: Align, anchors: Anchors = (None, None)) -> None:
        """Align the two cases on the calendar, on order, or each on its anchor as day zero."""
        comparing = self._comparing
        if comparing is not None and (comparing.align, comparing.anchors) != (align, anchors):
            self._comparing = comparing.aligned(align, anchors)
            self._tell(Change.COMPARING)

    def align_on_kind(self, which: Which, kind: Kind) -> None:
        """Take the first or the last event of a kind as day zero in both cases."""
        anchor = Anchor(which, kind=kind)
        self.align(Align.DAY_ZERO, (anchor, anchor))

    def align_on_chosen(self) -> bool:
        """Take the chosen events as day zero; whether one is chosen in both cases."""
        chosen = self.chosen_events()
        if chosen is None:
            return False
        a, b = (Anchor(Which.CHOSEN, event=event) for event in chosen)
        self.align(Align.DAY_ZERO, (a, b))
        return True


def _first_axis(entries: tuple[Entry | None, Entry | None]) -> Axis:
    """The calendar where it is what both cases open with, else order."""
    for entry in entries:
        chronology = entry.opened.chronology if entry is not None else None
        if chronology is None or default_axis(chronology) is Axis.ORDER:
            return Axis.ORDER
    return Axis.CALENDAR
