"""A case's chronology as a table: one row for each event, in the order for stepping.

Rules:
* Bounds are those of the solved case, to the second of its civil time, and empty where they are
  open. There is no middle of a window and no date that nothing establishes.
* A row says how firmly it stands: its order against the row before it, and the least firm
  statement behind that order and behind each bound.
* The full table is for spreadsheets and scripts, so its columns stay; the brief one is for reading.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.case.civil import iso_second
from timeline_app.case.model import Basis, End, Event, Kind, Shape
from timeline_app.case.outcome_words import outcomes_in_words
from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.solving.reasons import Link
from timeline_app.case.sources.citation import DIFFERING
from timeline_app.case.sources.passages import (
    Owner,
    PassageState,
    PlacedPassage,
    Placement,
    place_passages,
)
from timeline_app.tables.order_words import against_row_before
from timeline_app.tables.source_words import source_in_words
from timeline_app.tables.table import Table, make_table

FULL_HEADER = (
    *("number", "event", "kind", "label", "title", "when"),
    *("earliest start", "latest start", "earliest end", "latest end"),
    *("against the row before", "order rests on", "who", "in the source's words"),
    *("why earliest start", "earliest start rests on", "why latest start", "latest start rests on"),
    *("why earliest end", "earliest end rests on", "why latest end", "latest end rests on"),
    *("came about", "outcome", "where it is told", "note"),
)
BRIEF_HEADER = (
    *("no.", "what", "kind", "when", "against the row before", "who"),
    *("why", "outcome", "where it is told", "note"),
)
_ARROW = " → "
_BASES = tuple(Basis)


def chronology_table(
    chronology: Chronology,
    events: Collection[int] | None = None,
    placement: Placement | None = None,
    *,
    brief: bool = False,
    cancelled: CancelCheck = never,
) -> Table:
    """The chronology of a case as a table.

    Args:
        chronology: the solved case.
        events: the events to include, by their index in the file; all where it is None.
        placement: where the passages stand in the texts at hand; without it, the places are those
            that the case file gives.
        brief: fewer columns, for reading.
        cancelled: asked before each row whether to stop.

    Raises:
        Cancelled: the reviewer has given up.
    """
    wanted = None if events is None else frozenset(events)
    shown = [event for event in chronology.order if wanted is None or event in wanted]
    placed = placement if placement is not None else place_passages(chronology.case, {})
    row = _brief_row if brief else _full_row

    def rows() -> Iterator[tuple[str, ...]]:
        for event, previous in zip(shown, (None, *shown), strict=False):
            stop_if(cancelled)
            yield row(chronology, event, previous, placed)

    return make_table(
        chronology.case.title,
        BRIEF_HEADER if brief else FULL_HEADER,
        rows(),
        _notes(chronology, len(shown)),
    )


def _full_row(
    chronology: Chronology, event: int, previous: int | None, placed: Placement
) -> tuple[str, ...]:
    told, bounds = chronology.case.events[event], chronology.bounds(event)
    order, rests_on = against_row_before(chronology, previous, event)
    reasons = [cell for _, links in _chains(chronology, event) for cell in _reason(links)]
    return (
        str(chronology.position[event] + 1),
        told.id,
        str(told.kind),
        told.label or "",
        told.title,
        chronology.when_in_words(event),
        *map(_iso, (bounds.start.earliest, bounds.start.latest)),
        *map(_iso, (bounds.end.earliest, bounds.end.latest)),
        order,
        rests_on,
        _who(chronology, told),
        told.phrase or "",
        *reasons,
        _came_about(told),
        outcomes_in_words(chronology.case, told),
        _places(placed.of_event(event), [source.title for source in chronology.case.sources]),
        told.note or "",
    )


def _brief_row(
    chronology: Chronology, event: int, previous: int | None, placed: Placement
) -> tuple[str, ...]:
    told = chronology.case.events[event]
    order, rests_on = against_row_before(chronology, previous, event)
    why = {links: lead for lead, links in reversed(_told_chains(chronology, event)) if links}
    when = [chronology.when_in_words(event), _came_about(told)]
    if told.phrase:
        when.append(f"“{told.phrase}”")
    firmly = f" ({rests_on})" if rests_on not in ("", Basis.STATED) else ""
    return (
        str(chronology.position[event] + 1),
        told.title,
        told.label or "other" if told.kind is Kind.OTHER else str(told.kind),
        "; ".join(part for part in when if part),
        f"{order}{firmly}",
        _who(chronology, told),
        "; ".join(f"{lead}: {_chain_words(links)}" for links, lead in reversed(why.items())),
        outcomes_in_words(chronology.case, told),
        _places(placed.of_event(event), _source_numbers(chronology)),
        told.note or "",
    )


def _iso(second: int | None) -> str:
    return "" if second is None else iso_second(second)


def _who(chronology: Chronology, told: Event) -> str:
    actors = {actor.id: actor for actor in chronology.case.actors} if told.actors else {}
    return "; ".join(
        f"{actors[one].name}, {actors[one].role}" if actors[one].role else actors[one].name
        for one in told.actors
    )


def _came_about(told: Event) -> str:
    """What keeps it from having happened, if anything."""
    remarks = []
    if told.prevented:
        remarks.append("attempted; it did not come about")
    if told.planned:
        remarks.append("still to come when the source was written")
    return "; ".join(remarks)


_Chain = tuple[str, tuple[Link, ...]]


def _chains(chronology: Chronology, event: int) -> tuple[_Chain, ...]:
    """The statements behind the four bounds, each under its name; those of the end of a moment
    are those of its start."""
    start = chronology.why(event, End.START)
    lasts = chronology.case.events[event].shape is not Shape.MOMENT
    end = chronology.why(event, End.END) if lasts else start
    return (
        ("began not before", start.earliest),
        ("began no later than", start.latest),
        ("ended not before", end.earliest),
        ("ended no later than", end.latest),
    )


def _told_chains(chronology: Chronology, event: int) -> tuple[_Chain, ...]:
    """The same for reading: of a moment only those of its start, as such."""
    chains = _chains(chronology, event)
    if chronology.case.events[event].shape is not Shape.MOMENT:
        return chains
    return tuple((name.removeprefix("began "), links) for name, links in chains[:2])


def _reason(links: tuple[Link, ...]) -> tuple[str, str]:
    """A chain in words, and the least firm basis in it; nothing where there is no chain."""
    ranks = [_BASES.index(link.basis) for link in links]
    return _chain_words(links), str(_BASES[max(ranks)]) if ranks else ""


def _chain_words(links: Iterable[Link]) -> str:
    return _ARROW.join(link.text for link in links)


# ------------------------------------------------------------------------------- where it is told


def _places(passages: Iterable[PlacedPassage], names: Sequence[str]) -> str:
    """The event's own passages by source: "Notes, characters 0–23 and 40–61"."""
    by_source: dict[int, list[str]] = {}
    for passage in passages:
        if passage.owner is Owner.EVENT and passage.purpose == "event":
            by_source.setdefault(passage.source, []).append(_place(passage))
    return "; ".join(
        f"{names[source]}, {' and '.join(places)}" for source, places in by_source.items()
    )


def _source_numbers(chronology: Chronology) -> list[str]:
    """What stands for each source in the brief table; the notes tell which is which."""
    return [f"source {number}" for number, _ in enumerate(chronology.case.sources, start=1)]


def _place(passage: PlacedPassage) -> str:
    """Where a passage stands: in the text at hand, else where the case file says."""
    if passage.state is PassageState.LOST:
        return f"not found in the text at hand: {passage.reason}"
    start, end = passage.start, passage.end
    if start is None or end is None:
        start, end = passage.reference.start, passage.reference.end
    if start is None or end is None:
        return f"“{passage.reference.exact}”" if passage.reference.exact else "place not given"
    again = f" ({DIFFERING})" if passage.state is PassageState.FOUND_AGAIN else ""
    return f"characters {start}–{end}{again}"


def _notes(chronology: Chronology, shown: int) -> Iterable[str]:
    """What is left out, what does not agree, and the sources."""
    case, count = chronology.case, len(chronology.order)
    if shown < count:
        yield f"{shown:,} of {count:,} events are listed; the others are left out."
    off = [str(basis) for basis in Basis if basis not in chronology.bases]
    if off:
        yield f"{' and '.join(off).capitalize()} statements are left out."
    for one in chronology.contradictions:
        told = "; ".join(statement.text for statement in one.statements)
        yield f"These can't all be true: {told}."
    if case.timezone is not None:
        yield f"Times are those of the zone {case.timezone}."
    for number, source in enumerate(case.sources, start=1):
        yield f"Source {number}: {source_in_words(source, chronology.zone)}"
    yield f"Case {case.id}. Characters are counted from 0, the end not included."
