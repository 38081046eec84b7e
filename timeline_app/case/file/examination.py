"""What one checking of a case file knows and gathers while it goes through the file.

Rules:
* Everything is checked once, in the order of the file. What can be settled only later (a reference
  to something further down, a time zone that is still to come) is kept and settled at the end.
* Dates and durations are read once for each spelling.
* Nothing here stops at an error, and an error leads to no second one: what is named by a wrong
  field is not said to be missing.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from timeline_app.case.dates import Date, DateError, parse_date
from timeline_app.case.durations import Duration, DurationError, parse_duration
from timeline_app.case.file.faults import Faults
from timeline_app.case.file.json_places import JsonPath
from timeline_app.case.file.suggestions import suggestion
from timeline_app.case.file.text_places import quotation
from timeline_app.case.problems import Code

MOST_SPELLINGS = 50_000
"""How many dates, and how many durations, are remembered."""


class Named(Enum):
    """What an id can name."""

    ACTOR = "actor"
    SOURCE = "source"
    EVENT = "event"
    PUBLICATION = "publication"
    """A source, of which the date of publication is meant."""


class SourceFacts(Struct, frozen=True, gc=False):
    """What checks of passages must know of a source.

    `length` is the length of its canonical text, None where that is not known because its `text`
    is wrong; `has_text` is False where it gives no text at all.
    """

    has_text: bool = False
    length: int | None = None
    published: bool = False


class _Reference(Struct, frozen=True, gc=False):
    kind: Named
    name: str
    path: JsonPath


class _Located(Struct, frozen=True, gc=False):
    """A passage that is sound in itself; without offsets where it is a quotation only."""

    source: str
    start: int | None
    end: int | None
    path: JsonPath


class Examination:
    """One checking of one case file."""

    def __init__(self, faults: Faults) -> None:
        """`faults`: takes what is wrong."""
        self.faults = faults
        self.actors: set[str] = set()
        self.events: set[str] = set()
        self.sources: dict[str, SourceFacts] = {}
        self._references: list[_Reference] = []
        self._passages: list[_Located] = []
        self._zoned: list[JsonPath] = []
        self._dates: dict[str, Date | DateError] = {}
        self._durations: dict[str, Duration | DurationError] = {}

    def wrong(self, code: Code, path: JsonPath, text: str, expected: str) -> None:
        """One error at a value."""
        self.faults.add(code, path, text, expected)

    def name_actor(self, name: str, path: JsonPath) -> None:
        """Take note of an actor's id."""
        self._check_new(Named.ACTOR, name, self.actors, path)
        self.actors.add(name)

    def name_source(self, name: str, facts: SourceFacts, path: JsonPath) -> None:
        """Take note of a source's id; of two sources with one id the first stands."""
        self._check_new(Named.SOURCE, name, self.sources, path)
        self.sources.setdefault(name, facts)

    def name_event(self, name: str, path: JsonPath) -> None:
        """Take note of an event's id."""
        self._check_new(Named.EVENT, name, self.events, path)
        self.events.add(name)

    def _check_new(
        self, kind: Named, name: str, known: set[str] | dict[str, SourceFacts], path: JsonPath
    ) -> None:
        if name in known:
            wrong = f"another {kind.value} has this id already"
            self.wrong(Code.DUPLICATE_ID, path, wrong, f"an id that no other {kind.value} has")

    def refer(self, kind: Named, name: str, path: JsonPath) -> None:
        """Take note of a reference, at once or later resolved."""
        known = self._known(kind)
        if name not in known or kind is Named.PUBLICATION:
            self._references.append(_Reference(kind, name, path))

    def place_passage(
        self, source: str, start: int | None, end: int | None, path: JsonPath
    ) -> None:
        """Take note of a passage, to be held against the text of its source."""
        located = _Located(source, start, end, path)
        if source in self.sources:
            self._check_passage(located)
        else:
            self._passages.append(located)

    def date(self, text: str, path: JsonPath) -> Date | None:
        """What a date says; None where it is wrong, which is then an error."""
        found = self._dates.get(text)
        if found is None:
            try:
                found = parse_date(text, 0)
            except DateError as error:
                found = error.with_traceback(None)
            if len(self._dates) < MOST_SPELLINGS:
                self._dates[text] = found
        if isinstance(found, DateError):
            self.wrong(found.code, path, found.text, found.expected)
            return None
        if found.zoned:
            self._zoned.append(path)
        return found

    def duration(self, text: str, path: JsonPath) -> None:
        """Say so where a duration is wrong."""
        found = self._read_duration(text)
        if isinstance(found, DurationError):
            self.wrong(Code.BAD_DURATION, path, found.text, found.expected)

    def known_duration(self, text: str) -> Duration | None:
        """What a duration says, None where it is wrong."""
        found = self._read_duration(text)
        return None if isinstance(found, DurationError) else found

    def _read_duration(self, text: str) -> Duration | DurationError:
        found = self._durations.get(text)
        if found is None:
            try:
                found = parse_duration(text)
            except DurationError as error:
                found = error.with_traceback(None)
            if len(self._durations) < MOST_SPELLINGS:
                self._durations[text] = found
        return found

    def settle(self, *, has_timezone: bool) -> None:
        """Say what is wrong with all that could not be settled before the end of the file."""
        for reference in self._references:
            self._check_reference(reference)
        for passage in self._passages:
            if passage.source in self.sources:
                self._check_passage(passage)
        if has_timezone:
            return
        for path in self._zoned:
            self.wrong(
                Code.ZONE_WITHOUT_TIMEZONE,
                path,
                "this time has a zone, but the case has no `timezone` to convert it to",
                "a `timezone` for the case, such as +08:00, or a time without a zone",
            )

    def _known(self, kind: Named) -> set[str] | dict[str, SourceFacts]:
        if kind is Named.ACTOR:
            return self.actors
        return self.events if kind is Named.EVENT else self.sources

    def _check_reference(self, reference: _Reference) -> None:
        kind, name, known = reference.kind, reference.name, self._known(reference.kind)
        if name not in known:
            what = "source" if kind is Named.PUBLICATION else kind.value
            right = f"the id of one of the {what}s of this case"
            if not self.faults.is_full:
                right = suggestion(name, known, right)
            wrong = f"no {what} has the id ‘{quotation(name)}’"
            self.wrong(Code.UNKNOWN_REFERENCE, reference.path, wrong, right)
        elif kind is Named.PUBLICATION and not self.sources[name].published:
            self.wrong(
                Code.UNKNOWN_REFERENCE,
                reference.path,
                f"the source ‘{quotation(name)}’ has no `published` that could be referred to",
                "`published` in that source, or another event",
            )

    def _check_passage(self, passage: _Located) -> None:
        facts, name = self.sources[passage.source], quotation(passage.source)
        if not facts.has_text:
            wrong = f"the source ‘{name}’ has no text in which a passage could stand"
            right = "a `text` in that source: its `content`, or its `sha256` and `length`"
            self.wrong(Code.FIELD_CONFLICT, passage.path, wrong, right)
            return
        if facts.length is None or passage.start is None or passage.end is None:
            return
        if passage.end > facts.length:
            step = "start" if passage.start >= facts.length else "end"
            wrong = f"the passage lies beyond the end of the text of ‘{name}’"
            right = f"at most {facts.length}, the length of that text in characters"
            self.wrong(Code.PASSAGE_OUTSIDE, (*passage.path, step), wrong, right)
