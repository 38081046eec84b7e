"""What a timeline on the screen shows, and what can be done in it.

A view of the window knows a `Panel` and nothing of the session behind it. There is one for the
case that is shown by itself, and one for each side of a comparison (`side_panel`), so that all of
them are the same view.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from msgspec import Struct

from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.chart import Emphasis, TextMeasurer
from timeline_app.layout.options import ChartOptions
from timeline_app.layout.overview import Overview
from timeline_app.layout.plain import plain_line
from timeline_app.session.change import Change
from timeline_app.session.open_files import Entry
from timeline_app.session.picture import (
    NO_SPAN,
    Picture,
    Scene,
    case_scene,
    emphasis_of,
    lay_out,
    overview_of,
    whole,
)
from timeline_app.session.session import Session
from timeline_app.session.status import bases_words, case_summary, hidden_words


class PanelWords(Struct, frozen=True, gc=False):
    """What stands round the chart: title, summary, what is hidden, what does not count; and how
    many events there are to be seen. Empty where there is nothing to say."""

    title: str = ""
    summary: str = ""
    hidden: str = ""
    bases: str = ""
    shown: int = 0


class Panel(Protocol):
    """One case on the screen: what to show of it, and what a reviewer does there."""

    @property
    def entry(self) -> Entry | None:
        """The file that is shown here."""

    @property
    def chronology(self) -> Chronology | None:
        """The solved case, or None where there is nothing to show."""

    @property
    def selected(self) -> int | None:
        """The chosen event."""

    @property
    def source(self) -> int | None:
        """The source whose text is shown."""

    def subscribe(self, listener: Callable[[Change], None]) -> None:
        """Tell this listener of every change of the session."""

    def words(self) -> PanelWords:
        """What stands round the chart."""

    def picture(self, width: float, height: float, measurer: TextMeasurer) -> Picture | None:
        """The chart on so many pixels, or None where there is nothing to lay out."""

    def overview(self, width: float, height: float) -> Overview | None:
        """The strip of the whole on so many pixels."""

    def whole(self) -> tuple[float, float]:
        """The whole stretch, in the units of the axis."""

    def emphasis(self) -> Emphasis:
        """What the selection adds to the chart."""

    def activate(self) -> None:
        """Make this the case that everything else in the window speaks of."""

    def select(self, event: int | None) -> None:
        """Choose an event."""

    def choose_other(self, event: int | None) -> None:
        """Choose a second event to measure against, or none."""

    def choose_source(self, source: int) -> None:
        """Show another source's text."""

    def hover(self, event: int | None) -> None:
        """Say which event lies under the pointer."""

    def zoom(self, factor: float, anchor: float) -> None:
        """See `factor` times as much, with what lies at `anchor` (0 left, 1 right) kept there."""

    def pan(self, fraction: float) -> None:
        """Move the visible stretch by a fraction of its length."""

    def see(self, first: float, last: float) -> None:
        """See from here to there, in the units of the axis."""

    def fit(self) -> None:
        """See the whole."""

    def fit_selection(self) -> None:
        """See what is chosen, as large as is sensible."""

    def show_hidden(self) -> None:
        """Hide nothing any more."""


class CasePanel:
    """The case that the session shows, by itself."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.subscribe = session.subscribe
        self.select = session.select
        self.choose_other = session.choose_other
        self.choose_source = session.choose_source
        self.hover = session.hover
        self.zoom = session.zoom
        self.pan = session.pan
        self.see = session.see
        self.fit = session.fit_case
        self.fit_selection = session.fit_selection
        self.show_hidden = session.clear_filter

    @property
    def entry(self) -> Entry | None:
        """The file that is shown."""
        return self._session.current

    @property
    def chronology(self) -> Chronology | None:
        """The solved case that is shown."""
        return self._session.chronology

    @property
    def selected(self) -> int | None:
        """The chosen event."""
        return self._session.selected

    @property
    def source(self) -> int | None:
        """The source whose text is shown."""
        return self._session.shown_source

    def words(self) -> PanelWords:
        """Title, summary and notices of the shown case."""
        chronology = self._session.chronology
        if chronology is None:
            return PanelWords()
        return PanelWords(
            title=plain_line(chronology.case.title),
            summary=case_summary(chronology),
            hidden=hidden_words(chronology, self._session.hidden_events),
            bases=bases_words(chronology.bases),
            shown=len(self._session.visible_order()),
        )

    def picture(self, width: float, height: float, measurer: TextMeasurer) -> Picture | None:
        """The chart of the shown case."""
        scene = self._scene()
        return lay_out(scene, width, height, measurer) if scene is not None else None

    def overview(self, width: float, height: float) -> Overview | None:
        """The strip of the shown case."""
        scene = self._scene()
        return overview_of(scene, width, height) if scene is not None else None

    def whole(self) -> tuple[float, float]:
        """The whole stretch of the shown case."""
        view, chronology = self._session.view, self._session.chronology
        return whole(view, chronology) if view and chronology else NO_SPAN

    def emphasis(self) -> Emphasis:
        """What is chosen in the shown case."""
        session = self._session
        return emphasis_of(session.chronology, session.view, session.hovered)

    def activate(self) -> None:
        """It is the shown case already."""

    def _scene(self) -> Scene | None:
        view, chronology = self._session.view, self._session.chronology
        if view is None or chronology is None:
            return None
        options = ChartOptions(lanes_by=self._session.lanes_by, hidden=self._session.hidden_events)
        return case_scene(view, chronology, options)
