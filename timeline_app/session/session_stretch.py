"""The visible stretch: zooming, panning, fitting; of two compared cases that of the active side."""

from __future__ import annotations

from functools import partial

from timeline_app.session import comparing_spans, viewing
from timeline_app.session.case_view import Axis, CaseView
from timeline_app.session.comparing import Side
from timeline_app.session.session_compared import SessionCompared


class SessionStretch(SessionCompared):
    """What is seen of the shown case."""

    def zoom(self, factor: float, anchor: float = 0.5) -> None:
        """See `factor` times as much, with what lies at `anchor` (0 left, 1 right) kept there."""
        if self.active_side is not None:
            self.zoom_side(self.active_side, factor, anchor)
        elif self.view is not None and self.chronology is not None:
            self._take(viewing.zoomed(self.view, self.chronology, factor, anchor))

    def pan(self, fraction: float) -> None:
        """Move the visible stretch by a fraction of its length; positive goes to later."""
        if self.active_side is not None:
            self.pan_side(self.active_side, fraction)
        elif self.view is not None and self.chronology is not None:
            self._take(viewing.panned(self.view, self.chronology, fraction))

    def see(self, first: float, last: float) -> None:
        """See from here to there, in the units of the axis."""
        if self.active_side is not None:
            self.see_of_side(self.active_side, first, last)
        elif self.view is not None and self.view.axis is Axis.ORDER:
            self.see_columns(first, last)
        else:
            self.see_seconds(round(first), round(last))

    def see_seconds(self, start: int, end: int) -> None:
        """See these seconds of the calendar."""
        if self.view is not None and self.chronology is not None:
            self._take(viewing.seeing_seconds(self.view, self.chronology, start, end))

    def see_columns(self, first: float, last: float) -> None:
        """See these columns of the order axis."""
        if self.view is not None and self.chronology is not None:
            self._take(viewing.seeing_columns(self.view, self.chronology, first, last))

    def fit_case(self) -> None:
        """See the whole case, or the whole of both."""
        if self.active_side is not None:
            self.fit_side(self.active_side)
        elif self.view is not None and self.chronology is not None:
            self._take(viewing.fitted(self.view, self.chronology))

    def fit_selection(self) -> None:
        """See the chosen event, or both chosen events, as large as is sensible."""
        if self.active_side is not None:
            self.fit_side_to_chosen(self.active_side)
        elif self.view is not None and self.chronology is not None:
            self._take(viewing.fitted_to_selection(self.view, self.chronology))

    def _take(self, view: CaseView) -> None:
        self._tell(self._see(view))

    # -- one side of a comparison, and where they are linked both

    def zoom_side(self, side: Side, factor: float, anchor: float) -> None:
        """Zoom, as `zoom` does."""
        self.move_side(side, partial(comparing_spans.zoomed, factor=factor, anchor=anchor))

    def pan_side(self, side: Side, fraction: float) -> None:
        """Pan, as `pan` does."""
        self.move_side(side, partial(comparing_spans.panned, fraction=fraction))

    def see_of_side(self, side: Side, first: float, last: float) -> None:
        """See from here to there, in axis seconds or columns."""
        self.move_side(side, partial(comparing_spans.seeing, first=first, last=last))

    def fit_side_to_chosen(self, side: Side) -> None:
        """See what is chosen on a side, and where they are linked what is chosen in both."""
        chosen = []
        for one in Side if self.manner.linked else (side,):
            entry, standing = self.side_entry(one), self.standing(one)
            if entry is None or entry.view is None or standing is None:
                continue
            events = (entry.view.selected, entry.view.other)
            chosen += [(standing, event) for event in events if event is not None]
        self.move_side(side, partial(comparing_spans.fitted_to, chosen=tuple(chosen)))
