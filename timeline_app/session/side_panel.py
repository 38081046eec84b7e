"""One side of a comparison as a panel: the same view of the window shows it as a single case.

Both sides are laid out with what they share (the width of the lane names, how events are shown), so
that one second or column stands at one x in both, and side by side one lane at one y. A chart is
laid out once for the same scene and size: where only one side moves, the other costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.chart import Emphasis, Heights, Rect, TextMeasurer
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.comparison.panels import Panel as LinePanel
from timeline_app.layout.comparison.panels import panel_of, panel_options
from timeline_app.layout.options import ChartOptions
from timeline_app.layout.overview import Overview
from timeline_app.layout.plain import plain_line
from timeline_app.session.case_view import Axis
from timeline_app.session.change import Change
from timeline_app.session.comparable import obstacle_of
from timeline_app.session.comparing import Side
from timeline_app.session.comparing_spans import ends, whole_of
from timeline_app.session.comparing_words import WAITING
from timeline_app.session.open_files import Entry
from timeline_app.session.panel import PanelWords
from timeline_app.session.picture import (
    NO_SPAN,
    Picture,
    Scene,
    emphasis_of,
    lay_out,
    overview_of,
    view_of,
)
from timeline_app.session.session import Session
from timeline_app.session.status import case_summary, hidden_words

Size = tuple[float, float]
NOTED_HEIGHT = 200.0
"""Pixels of a chart below which its lanes need the room of its notes."""


def side_panels(session: Session) -> dict[Side, SidePanel]:
    """Both sides, which know each other: side by side their lanes are equally high."""
    a, b = (SidePanel(session, side) for side in Side)
    a.opposite, b.opposite = b, a
    return {Side.A: a, Side.B: b}


class SidePanel:
    """Side A or side B of the two cases that are compared."""

    def __init__(self, session: Session, side: Side) -> None:
        self._session = session
        self.side = side
        self.opposite: SidePanel | None = None
        self._laid: tuple[Scene, Size, Picture | None] | None = None
        self._beside = Heights()
        self.subscribe: Callable[[Callable[[Change], None]], None] = session.subscribe
        self.zoom = partial(session.zoom_side, side)
        self.pan = partial(session.pan_side, side)
        self.see = partial(session.see_of_side, side)
        self.fit = partial(session.fit_side, side)
        self.fit_selection = partial(session.fit_side_to_chosen, side)
        self.activate = partial(session.activate, side)

    @property
    def entry(self) -> Entry | None:
        """The file of this side."""
        return self._session.side_entry(self.side)

    @property
    def chronology(self) -> Chronology | None:
        """The solved case of this side."""
        return self.entry.opened.chronology if self.entry is not None else None

    @property
    def selected(self) -> int | None:
        """The event that is chosen in it."""
        return self._session.selected_on(self.side)

    @property
    def source(self) -> int | None:
        """The source whose text is shown."""
        return self._session.source_of(self.entry)

    # -- what is shown

    def words(self) -> PanelWords:
        """The side's letter and the title, a summary, and what is hidden."""
        entry, chronology = self.entry, self.chronology
        if entry is None:
            return PanelWords()
        case = entry.opened.reading.case
        name = plain_line(case.title if case is not None else entry.opened.name)
        title = f"{self.side} · {name}"
        if chronology is None or not chronology.order:
            return PanelWords(title, obstacle_of(entry))
        hidden = self._session.hidden_in(entry.number)
        return PanelWords(
            title=title,
            summary=self._summary(chronology),
            hidden=hidden_words(chronology, hidden),
            shown=0 if self._is_missing() else len(chronology.order) - len(hidden),
        )

    def _is_missing(self) -> bool:
        """Whether the case lacks what both are aligned on, so that none of it can be shown."""
        standing = self._session.standing(self.side)
        return standing is not None and standing.missing

    def _summary(self, chronology: Chronology) -> str:
        """What day zero is or that there is none, then the case in a line."""
        standing = self._session.standing(self.side)
        if standing is None:
            return WAITING
        return " · ".join((*standing.remarks[:1], case_summary(chronology)))

    def _scene(self, height: float, measurer: TextMeasurer) -> Scene | None:
        """What is to be laid out in this height; None until the two cases are compared."""
        compared, stretch = self._session.compared, self._session.side_stretch(self.side)
        if compared is None or stretch is None:
            return None
        options = panel_options(
            compared.standings,
            compared.align,
            (self._options(Side.A, height), self._options(Side.B, height)),
            measurer,
        )
        standing = compared.standings.a if self.side is Side.A else compared.standings.b
        axis = Axis.ORDER if compared.align is Align.ORDER else Axis.CALENDAR
        seen, whole = ends(stretch), ends(whole_of(compared))
        widened = min(seen[0], whole[0]), max(seen[1], whole[1])
        return Scene(standing, axis, seen, widened, options[self.side.place])

    def _options(self, side: Side, height: float) -> ChartOptions:
        entry = self._session.side_entry(side)
        hidden = self._session.hidden_in(entry.number if entry is not None else None)
        notes = height >= NOTED_HEIGHT and self._has_notes(side)
        beside = Heights() if self._session.manner.stacked else self._beside
        return ChartOptions(self._session.lanes_by, hidden, notes=notes, beside=beside)

    def _has_notes(self, side: Side) -> bool:
        """Of two charts one above the other the lower one says for both what columns of order
        can't show; what a calendar can't show is another thing in each case."""
        compared = self._session.compared
        is_order = compared is not None and compared.align is Align.ORDER
        return side is Side.B or not is_order or not self._session.manner.stacked

    def picture(self, width: float, height: float, measurer: TextMeasurer) -> Picture | None:
        """The chart of this side. While the two are compared anew that of this very case stays."""
        scene = self._scene(height, measurer)
        if scene is None and self._laid is not None and self._is_awaited(self._laid[0]):
            scene = self._laid[0]
        if scene is None:
            self._laid = None
            return None
        picture = self._laid_out(scene, (width, height), measurer)
        beside = self._beside_opposite(picture, (width, height), measurer)
        if beside == scene.options.beside:
            return picture
        self._beside = beside
        levelled = replace(scene, options=replace(scene.options, beside=beside))
        return self._laid_out(levelled, (width, height), measurer)

    def _laid_out(self, scene: Scene, size: Size, measurer: TextMeasurer) -> Picture | None:
        known = self._laid
        if known is not None and known[:2] == (scene, size):
            return known[2]
        picture = lay_out(scene, *size, measurer)
        self._laid = (scene, size, picture)
        return picture

    def _beside_opposite(
        self, picture: Picture | None, size: Size, measurer: TextMeasurer
    ) -> Heights:
        """The heights that the charts of both sides need where they stand side by side; those
        change seldom, so that each is laid out once for most frames."""
        opposite = self.opposite
        if picture is None or opposite is None or self._session.manner.stacked:
            return Heights()
        scene = opposite._scene(size[1], measurer)
        if scene is None:
            return Heights()
        known = opposite._laid
        its_size = known[1] if known is not None and known[1][1] == size[1] else size
        other = opposite._laid_out(scene, its_size, measurer)
        return picture.chart.heights.beside(other.chart.heights) if other else Heights()

    def _is_awaited(self, scene: Scene) -> bool:
        """Whether a scene is of the case of this side, for which another is being worked out."""
        entry = self.entry
        case = entry.opened.reading.case if entry is not None else None
        return self._session.wanted is not None and case is scene.standing.chronology.case

    def overview(self, width: float, height: float) -> Overview | None:
        """The strip of the whole stretch of both cases, with the events of this one."""
        return overview_of(self._laid[0], width, height) if self._laid is not None else None

    def whole(self) -> tuple[float, float]:
        """The whole stretch of both cases."""
        return self._laid[0].whole if self._laid is not None else NO_SPAN

    def emphasis(self) -> Emphasis:
        """What is chosen here. What lies under the pointer in the other panel lights up its partner
        here."""
        session, entry = self._session, self.entry
        if entry is None or session.compared is None:
            return Emphasis()
        hovered = session.hovered_in(entry.number)
        opposite = session.side_entry(self.side.opposite)
        if hovered is None and opposite is not None:
            there = session.hovered_in(opposite.number)
            hovered = session.partner(self.side.opposite, there)
        return emphasis_of(self.chronology, entry.view, hovered)

    def line_panel(self, corner: tuple[float, float], clip: Rect) -> LinePanel | None:
        """The chart that was last laid out, as the lines between pairs need it: its top left corner
        there in the frame of both, of which `clip` is seen. None where there is none, or where it
        is of what was known before."""
        scene, picture = (self._laid[0], self._laid[2]) if self._laid is not None else (None, None)
        if scene is None or picture is None:
            return None
        if scene.standing is not self._session.standing(self.side):
            return None
        chart = picture.chart
        return panel_of(
            scene.standing, view_of(scene, chart.width, chart.height), chart, corner, clip
        )

    # -- what the reviewer does

    def select(self, event: int | None) -> None:
        """Choose an event, here and where they are linked its partner."""
        self._session.activate(self.side)
        self._session.select(event)

    def choose_other(self, event: int | None) -> None:
        """Choose a second event to measure against, or none."""
        self._session.activate(self.side)
        self._session.choose_other(event)

    def choose_source(self, source: int) -> None:
        """Show another source's text."""
        self._session.activate(self.side)
        self._session.choose_source(source)

    def hover(self, event: int | None) -> None:
        """Say which event lies under the pointer."""
        entry = self.entry
        if entry is not None:
            self._session.hover_in(entry.number, event)

    def show_hidden(self) -> None:
        """Hide nothing any more."""
        self._session.activate(self.side)
        self._session.clear_filter()
