"""The statements of a case in words, as clauses that can stand alone.

Rules:
* A clause says what the statement says, and its basis where that is not "stated".
* Titles stand in quotes, shortened where they are long (`words.named`).
* A publication is told by its day, whatever its hour.
"""

from __future__ import annotations

from functools import cached_property

from msgspec.structs import replace

from timeline_app.case.dates import Date, Precision, parse_date
from timeline_app.case.model import Basis, Case, Claim, Constraint, End
from timeline_app.case.solving.statements import BASES, Says, Statements, time_zone
from timeline_app.case.words import (
    constraint_in_words,
    date_in_words,
    duration_in_words,
    named,
)


class StatementWords:
    """Puts the statements of a case into words."""

    def __init__(self, case: Case, statements: Statements) -> None:
        self.case = case
        self.statements = statements
        self.zone = time_zone(case)

    @cached_property
    def event_index(self) -> dict[str, int]:
        """The index of each event by its id."""
        return {event.id: place for place, event in enumerate(self.case.events)}

    @cached_property
    def source_index(self) -> dict[str, int]:
        """The index of each source by its id."""
        return {source.id: place for place, source in enumerate(self.case.sources)}

    def statement(self, number: int) -> str:
        """One statement as a clause."""
        event, item = self.statements.event[number], self.statements.item[number]
        says = self.statements.says[number]
        if says is Says.PUBLISHED:
            return self.publication(item)
        if says is Says.TOLD:
            return f"{self.event(event)} is told in {self.source(item)}, {self._published(item)}"
        if says is Says.DATE:
            clause = self._dated(event, None)
        elif says is Says.CLAIM:
            clause = self._dated(event, self._claim(event, item))
        elif says is Says.LASTS:
            clause = f"{self.event(event)} lasted {self._length(event)}"
        else:
            clause = self._constraint(event, self.case.events[event].constraints[item])
        return clause + basis_in_words(BASES[self.statements.basis[number]])

    def publication(self, source: int) -> str:
        """When a source was published."""
        return f"{self.source(source)} was {self._published(source)}"

    def told_there(self, event: int) -> str:
        """That an event is not later than the publication just named."""
        return f"{self.event(event)} is not later than that: it is told there"

    def structural(self, event: int) -> str:
        """That an event does not end before it starts."""
        return f"{self.event(event)} did not end before it began"

    def leads_to(self, number: int) -> int | None:
        """The event that a statement belongs to."""
        event = self.statements.event[number]
        return None if event < 0 else event

    def other_event(self, number: int) -> int | None:
        """The other event that a constraint joins, if any, else the one it belongs to."""
        event = self.statements.event[number]
        if self.statements.says[number] is Says.CONSTRAINT:
            target = self.case.events[event].constraints[self.statements.item[number]].to
            return self.event_index.get(target.partition(".")[0], event)
        return event

    def precision(self, number: int) -> Precision:
        """How finely what rests on a date may be told: by the day, or as finely as the date."""
        says, event = self.statements.says[number], self.statements.event[number]
        if says is Says.DATE:
            text = str(self.case.events[event].when)
        elif says is Says.CLAIM:
            text = self._claim(event, self.statements.item[number]).value
        else:
            return Precision.DAY
        return max(Precision.DAY, parse_date(text, self.zone).precision)

    def is_ongoing(self, event: int) -> bool:
        """Whether a date of the event says that it is still going on."""
        return any(date.ongoing for date in self._dates(event, frozenset(Basis)))

    def remarks(self, event: int, bases: frozenset[Basis]) -> list[str]:
        """What to know about an event's dates: that they constrain nothing, or differ."""
        dates = self._dates(event, bases)
        if len(dates) > 1:
            told = list(dict.fromkeys(date_in_words(date) for date in dates))
            if len(told) > 1:
                return [f"the sources differ: {' or '.join(told)}"]
        if len(dates) == 1 and self.case.events[event].margin is None:
            marks = (dates[0].start_qualifier, dates[0].end_qualifier)
            if any(marks):
                part = "" if all(marks) or not dates[0].interval else "the qualified end of "
                return [f"{part}{date_in_words(dates[0])}, which constrains nothing"]
        return []

    def _dates(self, event: int, bases: frozenset[Basis]) -> list[Date]:
        when = self.case.events[event].when
        if when is None:
            return []
        if isinstance(when, str):
            return [parse_date(when, self.zone)]
        return [parse_date(claim.value, self.zone) for claim in when if claim.basis in bases]

    def _claim(self, event: int, item: int) -> Claim:
        """One of the claims for an event's date."""
        claims = self.case.events[event].when
        if claims is None or isinstance(claims, str):
            raise ValueError("the event has no claims")
        return claims[item]

    def event(self, index: int) -> str:
        """An event's title in quotes."""
        return named(self.case.events[index].title)

    def source(self, index: int) -> str:
        """A source's title in quotes."""
        return named(self.case.sources[index].title)

    def _published(self, source: int) -> str:
        date = parse_date(self.case.sources[source].published or "", self.zone)
        by_day = replace(date, precision=min(date.precision, Precision.DAY))
        return f"published {date_in_words(by_day)}"

    def _dated(self, event: int, claim: Claim | None) -> str:
        told = self.case.events[event]
        text = claim.value if claim is not None else str(told.when)
        date = parse_date(text, self.zone)
        words = date_in_words(date)
        if told.margin is not None and (date.start_qualifier or date.end_qualifier):
            words += f", give or take {duration_in_words(told.margin)}"
        by = "" if claim is None or claim.source is None else self._by(claim.source)
        if date.interval:
            verb = " lasted" if words.startswith("from ") else ""
            if not words.startswith(("from ", "began ", "ended ")):
                verb = ":"
            return f"{f'according to {by}, ' if by else ''}{self.event(event)}{verb} {words}"
        if claim is None:
            return f"{self.event(event)} is placed {words}"
        return f"{by or 'one account'} places {self.event(event)} {words}"

    def _by(self, source: str) -> str:
        return self.source(self.source_index[source])

    def _length(self, event: int) -> str:
        lasts = self.case.events[event].lasts
        if lasts is None or isinstance(lasts, str):
            return duration_in_words(lasts or "")
        if lasts.min is None:
            return f"at most {duration_in_words(lasts.max or '')}"
        least = duration_in_words(lasts.min)
        if lasts.max is None:
            return f"at least {least}"
        return f"{least} to {duration_in_words(lasts.max)}"

    def _constraint(self, event: int, constraint: Constraint) -> str:
        name, _, end = constraint.to.partition(".")
        if name[0] == "@":
            target = f"the publication of {self._by(name[1:])}"
        else:
            target = self.event(self.event_index[name])
        words = constraint_in_words(
            constraint.rel,
            constraint.min,
            constraint.max,
            target,
            to_end=End(end) if end else None,
            quoted=False,
        )
        subject = f"the {constraint.from_end} of " if constraint.from_end else ""
        return f"{subject}{self.event(event)} is {words}"


def basis_in_words(basis: Basis) -> str:
    """What is added to a statement that its source does not make: " (inferred)"."""
    return "" if basis is Basis.STATED else f" ({basis})"
