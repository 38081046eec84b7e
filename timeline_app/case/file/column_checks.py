"""The rules of the format, asked of whole columns of values at once.

Rules:
* A question is answered yes or no, for all; `checking` knows which value, where and why.
* Of the events of a piece each distinct date and reference is looked at once, each duration once
  for the whole file, and it is read only where its form does not tell already that it is right;
  what most events don't have costs next to nothing.
* Types, words of choices and unknown fields are the decoder's business.
* Something wrong is raised as `NotSound`; what parsing a date or duration raises passes through.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import chain
from operator import attrgetter

from timeline_app.case.dates import parse_date
from timeline_app.case.durations import Duration, parse_duration
from timeline_app.case.file.field_rules import (
    TARGET,
    is_amount,
    is_currency,
    is_file_name,
    is_language,
    is_length,
    is_said,
    is_sha256,
    is_url,
)
from timeline_app.case.model import (
    PHRASE_LENGTH,
    Actor,
    Claim,
    Constraint,
    Event,
    Kind,
    Lasting,
    Outcome,
    OutcomeType,
    Passage,
    Relation,
    Shape,
    Source,
    Text,
)
from timeline_app.case.sources.texts import canonical, text_sha256

FEW = 64
"""So few dates are read sooner than the patterns of plain ones are made."""
_NO_TEXT = -1

_QUALIFIER = re.compile("[~?%]")

# Looked up once, not for each event.
_MOMENT, _OTHER = Shape.MOMENT, Kind.OTHER

_ids = attrgetter("id")
_titles = attrgetter("title")


class NotSound(Exception):  # noqa: N818 - an answer, not a fault of the program
    """Something is wrong, or so unusual that the other way must decide."""


def require(sound: bool) -> None:
    """Go on, or raise `NotSound`."""
    if not sound:
        raise NotSound


class ColumnChecks:
    """Takes the events of a case piece by piece."""

    def __init__(
        self, actors: Collection[Actor], sources: Collection[Source], zone: int | None
    ) -> None:
        """Check the actors and sources.

        Args:
            actors: all of the case.
            sources: all of the case.
            zone: the case's offset in seconds, None where it has none.

        Raises:
            NotSound, DateError, DurationError: something is wrong.
        """
        self._zone = zone
        self._actors = frozenset(map(_ids, actors))
        self._lengths = {source.id: _length_of(source) for source in sources}
        self._published = frozenset(source.id for source in sources if source.published)
        self._events: set[str] = set()
        self._count = 0
        self._durations: dict[str, Duration] = {}
        self._targets: set[str] = set()
        _check_ids([*map(_ids, actors)], self._actors, len(actors))
        _check_ids([*map(_ids, sources)], self._lengths, len(sources))
        require(all(is_said(actor.name) for actor in actors))
        for source in sources:
            self._check_source(source)

    def add(self, events: Collection[Event]) -> None:
        """Check some events.

        Raises:
            NotSound, DateError, DurationError: something is wrong.
        """
        ids = [*map(_ids, events)]
        self._events.update(ids)
        self._count += len(ids)
        _check_ids(ids, self._events, self._count)
        require(all(map(str.strip, map(_titles, events))))
        require(not [e for e in events if (e.label is None) is (e.kind is _OTHER)])
        require(all(map(is_said, {e.label for e in events if e.label is not None})))
        phrases = [len(e.phrase) for e in events if e.phrase is not None]
        require(max(phrases, default=0) <= PHRASE_LENGTH)
        self._check_actors({e.actors for e in events})
        self._check_times(events)
        self._check_outcomes([outcome for e in events for outcome in e.outcome])
        constraints = [constraint for e in events for constraint in e.constraints]
        self._check_constraints(constraints)
        inward = [(e.id, c.to) for e in events for c in e.constraints if e.id in c.to]
        require(not [name for name, to in inward if f"{to}.".startswith(f"{name}.")])
        self._check_passages([passage for e in events for passage in e.passages])
        self._check_passages([passage for c in constraints for passage in c.passages])

    def finish(self) -> None:
        """Check what needs all events.

        Raises:
            NotSound: a constraint leads to nothing.
        """
        # One by one, not as sets: of a million events that takes a while, and other threads wait.
        for target in self._targets:
            if target in self._events:
                continue
            found = TARGET.fullmatch(target)
            require(found is not None)
            if found is not None:
                source, event = found.groups()
                require(event in self._events if source is None else source in self._published)
        # For the same reason not all at once, when nobody needs the checks any more.
        for remembered in (self._targets, self._events):
            remembered.clear()

    def _check_source(self, source: Source) -> None:
        require(is_said(source.title))
        require(source.url is None or is_url(source.url))
        require(source.language is None or is_language(source.language))
        if source.published is not None:
            self._check_date(source.published, is_moment=True)

    def _check_actors(self, lists: Collection[tuple[str, ...]]) -> None:
        require(self._actors.issuperset(chain.from_iterable(lists)))
        require(not [actors for actors in lists if len(set(actors)) != len(actors)])

    def _check_times(self, events: Iterable[Event]) -> None:
        moments = {e.when for e in events if e.shape is _MOMENT}
        spans = {e.when for e in events if e.shape is not _MOMENT}
        self._check_whens(moments, is_moment=True)
        self._check_whens(spans, is_moment=False)
        lasting = [e for e in events if e.lasts is not None]
        require(not [e for e in lasting if e.shape is _MOMENT])
        for length in {e.lasts for e in lasting}:
            self._check_length(length)
        widened = [e for e in events if e.margin is not None]
        for margin in {e.margin for e in widened}:
            self._check_length(margin)
        for when in {e.when for e in widened}:
            require(any(_QUALIFIER.search(text) for text in _dates(when)))

    def _check_whens(self, whens: set[str | tuple[Claim, ...] | None], *, is_moment: bool) -> None:
        texts = [when for when in whens if isinstance(when, str)]
        for text in texts if len(texts) <= FEW else _not_plain(texts, is_moment=is_moment):
            self._check_date(text, is_moment=is_moment)
        for claims in whens:
            if isinstance(claims, tuple):
                require(bool(claims))
                for claim in claims:
                    require(claim.source is None or claim.source in self._lengths)
                    self._check_passages(claim.passages)
                    self._check_date(claim.value, is_moment=is_moment)

    def _check_date(self, text: str, *, is_moment: bool) -> None:
        date = parse_date(text, self._zone)
        require(not (is_moment and date.interval))

    def _check_length(self, length: str | Lasting | None) -> None:
        if isinstance(length, str):
            self._duration(length)
        elif length is not None:
            require(length.min is not None or length.max is not None)
            self._check_limits(length.min, length.max)

    def _check_limits(self, shortest: str | None, longest: str | None) -> None:
        if shortest is not None:
            least = self._duration(shortest).least
            require(longest is None or least <= self._duration(longest).greatest)
        elif longest is not None:
            self._duration(longest)

    def _duration(self, text: str) -> Duration:
        known = self._durations.get(text)
        if known is None:
            known = self._durations[text] = parse_duration(text)
        return known

    def _check_constraints(self, constraints: Iterable[Constraint]) -> None:
        # Most lead to events known by now; of a million events that is much less to remember.
        self._targets |= {c.to for c in constraints} - self._events
        limits = {
            (c.rel, c.min, c.max) for c in constraints if c.min is not None or c.max is not None
        }
        for relation, shortest, longest in limits:
            require(shortest is None or relation is not Relation.SAME)
            self._check_limits(shortest, longest)
            if longest is not None and relation in (Relation.BEFORE, Relation.AFTER):
                require(self._duration(longest).greatest >= 1)

    def _check_outcomes(self, outcomes: Iterable[Outcome]) -> None:
        for outcome in outcomes:
            require((outcome.amount is None) is (outcome.currency is None))
            require(outcome.amount is None or is_amount(outcome.amount))
            require(outcome.currency is None or is_currency(outcome.currency))
            require(outcome.actor is None or outcome.actor in self._actors)
            if outcome.type is OutcomeType.OTHER:
                require(outcome.text is not None and is_said(outcome.text))
        for duration in {outcome.duration for outcome in outcomes}:
            self._check_length(duration)

    def _check_passages(self, passages: Collection[Passage]) -> None:
        lengths = self._lengths
        for passage in passages:
            length = lengths.get(passage.source, _NO_TEXT)
            start, end = passage.start, passage.end
            if start is None or end is None:
                require(length != _NO_TEXT and start is end)
                require(passage.exact is not None)
            elif not 0 <= start < end <= length:
                raise NotSound
            if passage.exact is not None or passage.digest is not None:
                _check_quotation(passage)


def _not_plain(texts: Iterable[str], *, is_moment: bool) -> list[str]:
    """The dates that must be read to see whether they are right."""
    # Here, not above: the first frame is of a small case, and needs no patterns.
    from timeline_app.case.file.plain_dates import is_plain_moment, is_plain_span  # noqa: PLC0415

    is_plain = is_plain_moment if is_moment else is_plain_span
    return [text for text in texts if not is_plain(text)]


def _check_ids(ids: Collection[str], known: Collection[str], count: int) -> None:
    """All ids are different; the decoder's pattern would let a last line break pass."""
    require(len(known) == count)
    require("\n" not in "".join(ids))


def _check_quotation(passage: Passage) -> None:
    exact, digest = passage.exact, passage.digest
    if exact is not None:
        require(exact != "")
        if passage.start is not None and passage.end is not None:
            require(len(canonical(exact)) == passage.end - passage.start)
    if digest is not None:
        require(digest.length > 0 and is_length(digest.length) and is_sha256(digest.sha256))


def _length_of(source: Source) -> int:
    """The length of a source's text, `_NO_TEXT` where it has none."""
    text = source.text
    if text is None:
        return _NO_TEXT
    require(text.file is None or is_file_name(text.file))
    require(text.sha256 is None or is_sha256(text.sha256))
    require(text.length is None or is_length(text.length))
    if text.content is not None:
        return _embedded_length(text, text.content)
    require(text.sha256 is not None)
    if text.length is None:
        raise NotSound
    return text.length


def _embedded_length(text: Text, content: str) -> int:
    said = canonical(content)
    require(text.length is None or text.length == len(said))
    require(text.sha256 is None or text.sha256 == text_sha256(said))
    return len(said)


def _dates(when: str | tuple[Claim, ...] | None) -> list[str]:
    if isinstance(when, tuple):
        return [claim.value for claim in when]
    return [] if when is None else [when]
