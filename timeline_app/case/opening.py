"""A case file opened: read, its texts found, its passages placed, its order worked out.

This is the slow work behind opening a file, as plain functions that can be cancelled; the command
line calls them directly, the window off its own thread.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.case.collector import collector_resting, spare_from_collector
from timeline_app.case.file.reading import Reading, read_case
from timeline_app.case.model import Basis, Case
from timeline_app.case.problems import Code, Problem, Severity
from timeline_app.case.solving.chronology import Chronology, solve_case
from timeline_app.case.sources.citation import cite
from timeline_app.case.sources.displaying import DisplayText, displayed
from timeline_app.case.sources.passage_problems import passage_problems
from timeline_app.case.sources.passages import Owner, PlacedPassage, Placement, place_passages
from timeline_app.case.sources.texts import (
    SourceText,
    TextError,
    Texts,
    attach_file,
    find_texts,
)

NOTHING = displayed("")
_RANKS = tuple(Severity)


class PlacedTexts(Struct, frozen=True, gc=False):
    """The texts at hand, where each passage stands in them, and what is to be said of that.

    `places` are the folders and files in which articles were looked for; `displays` are the texts
    as they can be shown, by source.
    """

    places: tuple[Path, ...]
    texts: Texts
    placement: Placement
    problems: tuple[Problem, ...]
    displays: Mapping[int, DisplayText]


class OpenedCase(Struct, frozen=True, dict=True):
    """What came of opening a file. Where it has errors there is no chronology and no text."""

    reading: Reading
    chronology: Chronology | None = None
    placed: PlacedTexts | None = None

    @property
    def path(self) -> str:
        """The file it was read from."""
        return self.reading.path

    @property
    def name(self) -> str:
        """The name of that file."""
        return Path(self.reading.path).name

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Errors, then problems, then notes, each with the name of the file."""
        found = [*self.reading.errors, *self.reading.problems]
        if self.chronology is not None:
            found += contradiction_problems(self.chronology)
        if self.placed is not None:
            found += self.placed.problems
        named = [one if one.file else replace(one, file=self.path) for one in found]
        return tuple(sorted(named, key=lambda one: _RANKS.index(one.severity)))

    def with_chronology(self, chronology: Chronology) -> OpenedCase:
        """The same case solved anew."""
        return replace(self, chronology=chronology)

    def with_texts(self, placed: PlacedTexts) -> OpenedCase:
        """The same case with other texts at hand."""
        return replace(self, placed=placed)

    def text_of(self, source: int) -> SourceText | None:
        """The text of a source, where it is at hand."""
        return self.placed.texts.get(source) if self.placed is not None else None

    def display_of(self, source: int) -> DisplayText:
        """The text of a source as it can be shown; empty where it is not at hand."""
        displays = self.placed.displays if self.placed is not None else {}
        return displays.get(source, NOTHING)

    def passages_of(self, event: int) -> tuple[PlacedPassage, ...]:
        """The event's own passages, in the order of the file."""
        if self.placed is None:
            return ()
        return tuple(
            one for one in self.placed.placement.of_event(event) if one.owner is Owner.EVENT
        )

    def best_source(self, event: int | None) -> int | None:
        """The source to show for an event: one in whose text it has a passage, an attached article
        before an embedded text; else one whose text is at hand; else the first."""
        case = self.reading.case
        if case is None or not case.sources:
            return None

        told = () if self.placed is None or event is None else self.placed.placement.of_event(event)
        telling = {one.source for one in told if one.span is not None}

        def rank(source: int) -> tuple[bool, bool, int]:
            text = self.text_of(source)
            return source not in telling, text is None or text.path is None, source

        at_hand = [number for number in range(len(case.sources)) if self.text_of(number)]
        return min(at_hand, key=rank) if at_hand else 0

    def cited_passage(self, event: int, source: int | None) -> str | None:
        """The event's passage with its citation, from this source where it has one there; None
        where no text with a passage of it is at hand."""
        case = self.reading.case
        found = [
            one
            for one in self.passages_of(event)
            if one.text is not None and one.purpose == "event"
        ]
        if case is None or not found:
            return None
        passage = min(found, key=lambda one: one.source != source)
        zone = self.chronology.zone if self.chronology is not None else None
        return cite(case.sources[passage.source], passage, zone)


def open_case(
    path: Path,
    places: Sequence[Path] = (),
    bases: frozenset[Basis] = frozenset(Basis),
    cancelled: CancelCheck = never,
) -> OpenedCase:
    """Read a file and do everything that makes it ready to be shown. What the file may hold never
    raises; `Cancelled` is raised where the reader gave up."""
    return open_reading(read_case(path, cancelled), places, bases, cancelled)


def open_reading(
    reading: Reading,
    places: Sequence[Path] = (),
    bases: frozenset[Basis] = frozenset(Basis),
    cancelled: CancelCheck = never,
) -> OpenedCase:
    """As `open_case`, for a file that has been read."""
    case = reading.case
    if case is None:
        return OpenedCase(reading)
    opened = OpenedCase(
        reading, solve_case(case, bases, cancelled), place_texts(case, places, cancelled)
    )
    spare_from_collector(len(case.events))
    return opened


def place_texts(
    case: Case,
    places: Sequence[Path],
    cancelled: CancelCheck = never,
    chosen: Mapping[str, Path] = MappingProxyType({}),
) -> PlacedTexts:
    """Find the texts of a case in folders and files, and its passages in the texts. `chosen` are
    the files that a reviewer chose for sources, by their sha256: each is taken where the very text
    is not at hand, whatever the file is called."""
    texts = _with_chosen(case, find_texts(case, places, cancelled), chosen)
    with collector_resting():
        placement = place_passages(case, texts, cancelled)
        problems = passage_problems(case, placement, texts)
    displays = {}
    for source, text in texts.items():
        stop_if(cancelled)
        displays[source] = displayed(text.text)
    return PlacedTexts(tuple(places), texts, placement, problems, displays)


def _with_chosen(case: Case, texts: Texts, chosen: Mapping[str, Path]) -> Texts:
    """The texts and those that were chosen for a source; a file that is the very text of some
    source of the case is that, and nothing else."""
    taken = {text.path for text in texts.values() if text.exact}
    for index, source in enumerate(case.sources):
        path = chosen.get(source.text.sha256 or "") if source.text is not None else None
        known = texts.get(index)
        if path is None or path in taken or (known is not None and known.exact):
            continue
        try:
            texts = texts.attaching(attach_file(case, index, path))
        except TextError as error:
            texts = texts.with_reason(index, str(error).rstrip("."))
    return texts


def contradiction_problems(chronology: Chronology) -> list[Problem]:
    """A problem for each contradiction, leading to the first event that it names."""
    problems = []
    for contradiction in chronology.contradictions:
        statements = "; ".join(statement.text for statement in contradiction.statements)
        event = next((one.event for one in contradiction.statements if one.event is not None), None)
        problems.append(
            Problem(
                Code.CONTRADICTION,
                f"these can't all be true: {statements}",
                path="$" if event is None else f"$.events[{event}]",
                event=event,
            )
        )
    return problems
