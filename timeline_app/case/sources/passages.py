"""Where the passages of a case stand in the texts at hand.

Rules:
* In the very text of the case (embedded, or of the same sha256) the offsets hold, unless the
  quotation or digest beside them says something else: then the passage is looked for, and only a
  single place counts.
* In a text that differs, offsets are never used as places. A passage is looked for by its words,
  normalised, from its quotation or digest. One place: found again. Several: the passages that were
  found once, before, behind and around it in the case's own text, may leave only one of them.
  Otherwise it is lost. Never a guess.
* The words of a date are looked for inside the found passages of their event alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.case.model import Case, Event, Passage
from timeline_app.case.solving.sorting import sorted_places
from timeline_app.case.sources.neighbours import Neighbours
from timeline_app.case.sources.normalising import normalise
from timeline_app.case.sources.searching import Article, Span, digest_of
from timeline_app.case.sources.texts import SourceText, canonical

_NOWHERE = "its words stand nowhere in the text"
_NOWHERE_INSIDE = "its words stand nowhere in the passage it is part of"
_SEVERAL = "its words stand in the text more than once, and nothing tells which place is meant"
_NOTHING = "the case file gives no quotation and no digest to look for"
_OUTSIDE = "it is not part of a passage of its event"
_HOST_LOST = "it is part of a passage that is lost itself"


class PassageState(StrEnum):
    """How a passage stands in the text at hand."""

    EXACT = "exact"
    FOUND_AGAIN = "found again"
    LOST = "lost"
    NOT_ATTACHED = "not attached"


class Owner(StrEnum):
    """What a passage is given for."""

    EVENT = "event"
    CLAIM = "claim"
    CONSTRAINT = "constraint"


class PlacedPassage(Struct, frozen=True, gc=False):
    """A passage of the case, and where it stands in the text at hand.

    `event` and `source` are indices; `owner_index` is that of the claim or constraint in its event,
    0 where the event itself owns the passage; `index` is that of the passage with its owner.
    `start` and `end` are code points of the text at hand, and None, like `text`, where the passage
    is lost or the text not attached. `reason` says in words why it is lost.
    """

    event: int
    owner: Owner
    owner_index: int
    index: int
    source: int
    reference: Passage
    state: PassageState = PassageState.NOT_ATTACHED
    start: int | None = None
    end: int | None = None
    text: str | None = None
    reason: str = ""

    @property
    def purpose(self) -> Literal["event", "date"]:
        """Whether it tells of the event or holds the words of its date."""
        return self.reference.purpose

    @property
    def span(self) -> Span | None:
        """Start and end, where it has them."""
        return None if self.start is None or self.end is None else (self.start, self.end)

    @property
    def steps(self) -> tuple[str | int, ...]:
        """The way to it in the case file: names of fields and numbers in lists."""
        field = {Owner.CLAIM: "when", Owner.CONSTRAINT: "constraints"}.get(self.owner)
        owner = (field, self.owner_index) if field else ()
        return ("events", self.event, *owner, "passages", self.index)

    @property
    def path(self) -> str:
        """Its JSON path in the case file."""
        steps = [f".{step}" if isinstance(step, str) else f"[{step}]" for step in self.steps]
        return "$" + "".join(steps)


class Placement(Struct, frozen=True, dict=True, weakref=True):
    """Every passage of a case, in the order of the file: of an event, of its claims, of its
    constraints."""

    passages: tuple[PlacedPassage, ...]

    def of_event(self, event: int) -> tuple[PlacedPassage, ...]:
        """The passages of an event."""
        begin = bisect_left(self.passages, event, key=_event_of)
        end = bisect_left(self.passages, event + 1, begin, key=_event_of)
        return self.passages[begin:end]

    def of_source(self, source: int) -> tuple[PlacedPassage, ...]:
        """The passages that stand in the text of a source, by where they start and end."""
        return self._by_source.get(source, ())

    @cached_property
    def _by_source(self) -> Mapping[int, tuple[PlacedPassage, ...]]:
        found: dict[int, list[PlacedPassage]] = {}
        for passage in self.passages:
            if passage.span is not None:
                found.setdefault(passage.source, []).append(passage)
        return {source: _by_place(passages) for source, passages in found.items()}


_event_of = attrgetter("event")


def _by_place(passages: Sequence[PlacedPassage]) -> tuple[PlacedPassage, ...]:
    ends = [one.end or 0 for one in passages]
    beyond = max(ends, default=0) + 1
    keys = [(one.start or 0) * beyond + end for one, end in zip(passages, ends, strict=True)]
    return tuple([passages[place] for place in sorted_places(keys)])


def place_passages(
    case: Case, texts: Mapping[int, SourceText], cancelled: CancelCheck = never
) -> Placement:
    """Place every passage of a case in the texts at hand.

    Args:
        case: the case.
        texts: the texts, by the index of their source.
        cancelled: whether the reader has given up.

    Raises:
        Cancelled: the reader has given up.
    """
    passages = list(_passages_of(case))
    by_source: dict[int, list[int]] = {}
    for number, passage in enumerate(passages):
        by_source.setdefault(passage.source, []).append(number)
    for source, numbers in by_source.items():
        if source in texts:
            own = [passages[number] for number in numbers]
            placed = _Placing(own, texts[source], cancelled).placed()
            for number, passage in zip(numbers, placed, strict=True):
                passages[number] = passage
    return Placement(tuple(passages))


def _passages_of(case: Case) -> Iterator[PlacedPassage]:
    sources = {source.id: index for index, source in enumerate(case.sources)}
    for number, event in enumerate(case.events):
        for owner, owner_index, passages in _owners(event):
            for index, passage in enumerate(passages):
                yield PlacedPassage(
                    number, owner, owner_index, index, sources[passage.source], passage
                )


def _owners(event: Event) -> Iterator[tuple[Owner, int, tuple[Passage, ...]]]:
    """Those that have passages, and these."""
    if event.passages:
        yield Owner.EVENT, 0, event.passages
    if isinstance(event.when, tuple):
        for index, claim in enumerate(event.when):
            if claim.passages:
                yield Owner.CLAIM, index, claim.passages
    for index, constraint in enumerate(event.constraints):
        if constraint.passages:
            yield Owner.CONSTRAINT, index, constraint.passages


class _Placing:
    """The passages of one source, on their way into its text."""

    def __init__(
        self, passages: Sequence[PlacedPassage], text: SourceText, cancelled: CancelCheck
    ) -> None:
        self._passages = list(passages)
        self._text = text
        self._article = Article(text.text, cancelled)
        self._cancelled = cancelled
        self._of_event: dict[int, list[int]] = {}  # what tells of an event; its dates are in it
        for number, passage in enumerate(passages):
            if passage.purpose == "event":
                self._of_event.setdefault(passage.event, []).append(number)

    def placed(self) -> list[PlacedPassage]:
        """Place them all: those that agree, those found once, those that others help to find."""
        unsettled = [number for number in range(len(self._passages)) if not self._agrees(number)]
        if not unsettled:
            return self._passages
        telling = [n for n in unsettled if self._passages[n].purpose == "event"]
        self._recognise(telling)
        several = [number for number in telling if not self._settle_anywhere(number)]
        neighbours = self._neighbours()
        for number in several:
            self._settle_between(number, neighbours)
        for number in unsettled:
            if self._passages[number].purpose == "date":
                self._settle_inside(number, neighbours)
        return self._passages

    def _agrees(self, number: int) -> bool:
        """Settle a passage whose offsets hold in this text."""
        stop_if(self._cancelled)
        reference = self._passages[number].reference
        was = _offsets(reference)
        if was is None or not self._text.exact or was[1] > len(self._text.text):
            return False
        words = self._text.text[slice(*was)]
        if reference.exact is not None and not _same_words(canonical(reference.exact), words):
            return False
        if reference.digest is not None and digest_of(words) != reference.digest:
            return False
        self._settle(number, was, PassageState.EXACT)
        return True

    def _recognise(self, numbers: Sequence[int]) -> None:
        """Look for all digests at once, which is faster."""
        references = [self._passages[number].reference for number in numbers]
        self._article.recognise(
            (each.digest, each.start or 0)
            for each in references
            if each.digest is not None and each.exact is None
        )

    def _settle_anywhere(self, number: int) -> bool:
        """Settle a passage that is found once in the text, or not at all.

        Returns:
            false where there are several places and the order of passages may tell which.
        """
        reference = self._passages[number].reference
        if reference.exact is None and reference.digest is None:
            self._lose(number, _NOTHING)
            return True
        ordered = not self._text.exact and _offsets(reference) is not None
        return self._settle_one(number, [self._article.whole], _NOWHERE) or not ordered

    def _settle_between(self, number: int, neighbours: Neighbours) -> None:
        """Settle a passage with several places by what was found before, behind and around it."""
        stop_if(self._cancelled)
        passage = self._passages[number]
        room = self._room(passage.reference, neighbours)
        for other in self._of_event[passage.event]:
            span = self._passages[other].span
            if span is not None and _holds(self._passages[other].reference, passage.reference):
                room = _common(room, span)
        self._settle_one(number, [room], _SEVERAL)

    def _settle_inside(self, number: int, neighbours: Neighbours) -> None:
        """Settle the words of a date inside the passages of their event."""
        stop_if(self._cancelled)
        passage = self._passages[number]
        hosts = [
            self._passages[other]
            for other in self._of_event.get(passage.event, ())
            if self._may_hold(self._passages[other].reference, passage.reference)
        ]
        spans = [host.span for host in hosts if host.span is not None]
        if passage.reference.exact is None and passage.reference.digest is None:
            self._lose(number, _NOTHING)
        elif not spans:
            self._lose(number, _HOST_LOST if hosts else _OUTSIDE)
        elif not self._settle_one(number, spans, _NOWHERE_INSIDE):
            room = self._room(passage.reference, neighbours)
            self._settle_one(number, [_common(room, span) for span in spans], _SEVERAL)

    def _settle_one(self, number: int, stretches: Sequence[Span], nowhere: str) -> bool:
        """Settle a passage that has one place in all of these stretches together.

        Returns:
            false where there are several; it is lost then, or where there is none.
        """
        places: set[Span] = set()
        literal = False
        for within in stretches:
            found, literally = self._search(self._passages[number].reference, within)
            places |= set(found)
            literal |= literally
        if len(places) == 1:
            self._settle_at(number, places.pop(), literal=literal)
            return True
        self._lose(number, _SEVERAL if places else nowhere)
        return not places

    def _may_hold(self, host: Passage, date: Passage) -> bool:
        """Whether the words of a date may be a part of `host`; unknown counts as may."""
        known = not self._text.exact and _offsets(host) is not None and _offsets(date) is not None
        return _holds(host, date) if known else True

    def _room(self, reference: Passage, neighbours: Neighbours) -> Span:
        """Where the passages found once leave room for this one."""
        was = _offsets(reference)
        return self._article.whole if was is None or self._text.exact else neighbours.room_for(was)

    def _neighbours(self) -> Neighbours:
        found = [(_offsets(each.reference), each.span) for each in self._passages]
        pairs = [(was, now) for was, now in found if was is not None and now is not None]
        return Neighbours(pairs, len(self._text.text))

    def _search(self, reference: Passage, within: Span) -> tuple[list[Span], bool]:
        """Look for a passage: at most two places, and whether they say it letter for letter."""
        if reference.exact is not None:
            quotation = canonical(reference.exact)
            places = self._article.places_of_letters(quotation, within) if self._text.exact else []
            if places:
                return places, True
            return self._article.places_of_words(quotation, within), False
        digest = reference.digest
        return self._article.places_of_digest(digest, within) if digest else [], False

    def _settle_at(self, number: int, place: Span, *, literal: bool) -> None:
        """Settle a passage that was looked for: a quotation without offsets stands where it says
        so letter for letter."""
        reference = self._passages[number].reference
        as_given = self._text.exact and literal and _offsets(reference) is None
        self._settle(number, place, PassageState.EXACT if as_given else PassageState.FOUND_AGAIN)

    def _settle(self, number: int, place: Span, state: PassageState) -> None:
        self._passages[number] = replace(
            self._passages[number],
            state=state,
            start=place[0],
            end=place[1],
            text=self._text.text[slice(*place)],
            reason="",
        )

    def _lose(self, number: int, reason: str) -> None:
        self._passages[number] = replace(
            self._passages[number], state=PassageState.LOST, reason=reason
        )


def _offsets(reference: Passage) -> Span | None:
    start, end = reference.start, reference.end
    return None if start is None or end is None else (start, end)


def _holds(host: Passage, part: Passage) -> bool:
    """Whether `part` lies in `host`, in the case's own text."""
    outer, inner = _offsets(host), _offsets(part)
    if outer is None or inner is None:
        return False
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _common(first: Span, second: Span) -> Span:
    return max(first[0], second[0]), min(first[1], second[1])


def _same_words(quotation: str, words: str) -> bool:
    return quotation == words or normalise(quotation) == normalise(words)
