"""The lines under a chart that tell what it can't show.

They are facts of the case and of the choices made, never of what happens to be in view.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from timeline_app.case.civil import OPEN_FUTURE
from timeline_app.case.model import Basis
from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.solving.order import EXACT
from timeline_app.case.words import day_in_words
from timeline_app.layout.chart import LanesBy, TextLine, TextMeasurer, TextRole
from timeline_app.layout.columns import columns_of
from timeline_app.layout.extent import finite_extent
from timeline_app.layout.kept import Kept
from timeline_app.layout.labels import elided
from timeline_app.layout.publications import publications_of
from timeline_app.layout.sizes import Sizes
from timeline_app.layout.standing import Standing

ONLY_ARROWS = "Only arrows say what came first; columns do not"
FIRST_PERSON = "Each event stands in the lane of the first person it names"
COLUMNS_BY_STATEMENT = (
    f"More than {EXACT:,} events: columns rest on single statements; "
    "events that share one may still have an order"
)
MARGIN = 12.0
"""From the text to the edges of the page."""


class DatedFacts(Struct, frozen=True, gc=False):
    """Whether any event has a date of its own; the last second that nothing lies beyond, None
    where something is open; and whether that is a publication."""

    events: int
    dated: bool
    latest: int | None
    reported: bool


def dated_facts(chronology: Chronology) -> DatedFacts:
    """What can be said of the dates of a case as a whole."""
    return _KEPT.of(chronology, None)


def order_notes(
    standing: Standing, hidden: int, lanes_by: LanesBy = LanesBy.KIND
) -> tuple[str, ...]:
    """What the order axis can't show."""
    chronology = standing.chronology
    arrows = (ONLY_ARROWS,) if chronology.case.events else ()
    columns = () if chronology.layers_exact else (COLUMNS_BY_STATEMENT,)
    return (
        *arrows,
        *_dates(chronology),
        *columns,
        *_lanes(chronology, lanes_by),
        *_choices(chronology, hidden),
    )


def calendar_notes(
    standing: Standing, hidden: int, lanes_by: LanesBy = LanesBy.KIND
) -> tuple[str, ...]:
    """What the calendar can't show."""
    chronology = standing.chronology
    choices = (*standing.remarks, *_lanes(chronology, lanes_by), *_choices(chronology, hidden))
    if standing.missing or standing.relative:
        return choices
    if finite_extent(standing) is None:
        untied = ("Nothing here is tied to the calendar; the order axis shows what is established",)
        return (*(untied if chronology.case.events else ()), *choices)
    return (*_dates(chronology), *choices)


def unplaced_words(standing: Standing) -> str:
    """What a lane of a case without a place on this axis says, as its events did happen: "not
    placed: no arrest"; nothing where the case has its place."""
    return f"not placed: {standing.lacking}" if standing.missing else ""


def note_lines(
    notes: tuple[str, ...], width: float, top: float, sizes: Sizes, measurer: TextMeasurer
) -> tuple[TextLine, ...]:
    """The notes one under the other, ending at the right edge of the page."""
    lines = []
    for number, note in enumerate(notes):
        text = elided(note, width - 2 * MARGIN, TextRole.NOTE, measurer)
        x = width - MARGIN - measurer.width(text, TextRole.NOTE)
        lines.append(
            TextLine(x, top + number * sizes.note + sizes.note_ascent, text, TextRole.NOTE)
        )
    return tuple(lines)


def _dates(chronology: Chronology) -> tuple[str, ...]:
    facts = dated_facts(chronology)
    if facts.dated or not facts.events:
        return ()
    if facts.latest is None:
        return ("No event is dated",)
    report = ", the day of the report" if facts.reported else ""
    return (f"No event is dated; all lie no later than {day_in_words(facts.latest)}{report}",)


def _lanes(chronology: Chronology, lanes_by: LanesBy) -> tuple[str, ...]:
    """An event of several persons stands in one lane only."""
    by_person = lanes_by is LanesBy.ACTOR and chronology.case.events
    return (FIRST_PERSON,) if by_person else ()


def _choices(chronology: Chronology, hidden: int) -> tuple[str, ...]:
    off = [basis.value for basis in Basis if basis not in chronology.bases]
    switched = (f"{' and '.join(off).capitalize()} statements are switched off",) if off else ()
    total = len(chronology.case.events)
    left_out = (f"{hidden:,} of {total:,} events are hidden",) if hidden else ()
    return (*switched, *left_out)


def _work_out(chronology: Chronology, _key: None) -> DatedFacts:
    columns = columns_of(chronology)
    latest = int(np.max(columns.last)) if columns.count else None
    if latest == OPEN_FUTURE:
        latest = None
    return DatedFacts(
        events=columns.count,
        dated=any(event.when is not None for event in chronology.case.events),
        latest=latest,
        reported=any(one.latest == latest for one in publications_of(chronology)),
    )


_KEPT: Kept[Chronology, None, DatedFacts] = Kept(_work_out)
