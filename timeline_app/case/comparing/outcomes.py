"""What was imposed in two cases, side by side.

Rules:
* Each part of a penalty is told by itself, with its person where the case names one; nothing is
  added up, over persons or otherwise.
* A difference is told where there is one part on either side, and both can be measured: lengths by
  what they last, amounts in one currency. Currencies are never converted.
* A case that tells of no such penalty says so; it doesn't say that there was none.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from timeline_app.case.comparing.interval_words import difference_in_words
from timeline_app.case.comparing.intervals import Interval
from timeline_app.case.durations import (
    MONTHS_IN_YEAR,
    duration_in_words,
    duration_parts,
    parse_duration,
)
from timeline_app.case.model import Case, Event, Outcome, OutcomeType
from timeline_app.case.outcome_words import amount_in_words, measure_in_words

NONE_TOLD = "none told"
SAME = "the same"
NOT_COMPARABLE = "not comparable"
_MOST_TOLD = 20
"""How many parts of a penalty are told; of a longer list the rest is counted."""


class OutcomeRow(Struct, frozen=True, gc=False):
    """One type of penalty in the words of both cases, and how they differ; `events_a` and
    `events_b` are the events that tell of it, as in the file."""

    type: OutcomeType
    a: str
    b: str
    difference: str
    events_a: tuple[int, ...] = ()
    events_b: tuple[int, ...] = ()


class _Part(Struct, frozen=True):
    """One part of a penalty, and the event it is an outcome of."""

    event: int
    outcome: Outcome


def outcome_rows(a: Case, b: Case) -> tuple[OutcomeRow, ...]:
    """A row for each type of penalty that either case tells of."""
    parts_a, parts_b = _parts(a), _parts(b)
    return tuple(
        _row(kind, (a, b), (parts_a.get(kind, []), parts_b.get(kind, [])))
        for kind in OutcomeType
        if kind in parts_a or kind in parts_b
    )


def _parts(case: Case) -> dict[OutcomeType, list[_Part]]:
    parts: dict[OutcomeType, list[_Part]] = {}
    for place, event in enumerate(case.events):
        for outcome in event.outcome:
            parts.setdefault(outcome.type, []).append(_Part(place, outcome))
    return parts


def _row(
    kind: OutcomeType, cases: tuple[Case, Case], parts: tuple[list[_Part], list[_Part]]
) -> OutcomeRow:
    words = [_words(case, some) for case, some in zip(cases, parts, strict=True)]
    events = [tuple(dict.fromkeys(part.event for part in some)) for some in parts]
    return OutcomeRow(kind, words[0], words[1], _difference(cases, parts), events[0], events[1])


def _words(case: Case, parts: Sequence[_Part]) -> str:
    """The parts of a penalty in words, those told alike once."""
    names = {actor.id: actor.name for actor in case.actors}
    told: dict[str, list[str]] = {}
    for part in parts[:_MOST_TOLD]:
        person = names.get(part.outcome.actor or "", "")
        told.setdefault(_part_words(case.events[part.event], part.outcome), []).append(person)
    clauses = []
    for words, people in told.items():
        named = [name for name in people if name]
        by_person = f"{', '.join(named)}: " if named else ""
        each = " each" if len(people) > 1 else ""
        clauses.append(f"{by_person}{words}{each}")
    if len(parts) > _MOST_TOLD:
        clauses.append(f"and {len(parts) - _MOST_TOLD:,} more")
    return "; ".join(clauses) or NONE_TOLD


def _part_words(event: Event, outcome: Outcome) -> str:
    """One part without its person: "2 years 3 months", "CNY 30,000", "3 days, administrative"."""
    words = measure_in_words(outcome) or "how much is not told"
    if event.planned:
        return f"{words} (still to come)"
    return f"{words} (did not come about)" if event.prevented else words


def _difference(cases: tuple[Case, Case], parts: tuple[list[_Part], list[_Part]]) -> str:
    """How the first case's penalties of a type differ from the second's."""
    if not parts[0]:
        return "told in B only"
    if not parts[1]:
        return "told in A only"
    if len(parts[0]) > 1 or len(parts[1]) > 1:
        return f"{NOT_COMPARABLE}: several in {_who_has_several(parts)}"
    first, second = (some[0] for some in parts)
    for case, part in zip(cases, (first, second), strict=True):
        event = case.events[part.event]
        if event.planned or event.prevented:
            return NOT_COMPARABLE
    return _measured(first.outcome, second.outcome)


def _who_has_several(parts: tuple[list[_Part], list[_Part]]) -> str:
    return " and ".join(name for name, some in zip("AB", parts, strict=True) if len(some) > 1)


def _measured(first: Outcome, second: Outcome) -> str:
    """The difference of two single parts."""
    if first.duration is not None and second.duration is not None:
        return _longer(first.duration, second.duration)
    if first.amount is not None and second.amount is not None:
        if first.currency != second.currency:
            return f"{NOT_COMPARABLE}: different currencies"
        more = first.amount - second.amount
        if not more:
            return SAME
        return f"A {'more' if more > 0 else 'less'} by {amount_in_words(abs(more), first.currency)}"
    return NOT_COMPARABLE


def _longer(first: str, second: str) -> str:
    """The difference of two durations as they are written, where their units allow it."""
    parts = [
        one - other
        for one, other in zip(duration_parts(first), duration_parts(second), strict=True)
    ]
    weeks, years, months, days, hours, minutes, seconds = parts
    more = years * MONTHS_IN_YEAR + months
    if not (weeks or days or hours or minutes or seconds):
        if not more:
            return SAME
        longer = duration_in_words("P{}Y{}M".format(*divmod(abs(more), MONTHS_IN_YEAR)))
        return f"A {'longer' if more > 0 else 'shorter'} by {longer}"
    one, other = parse_duration(first), parse_duration(second)
    return difference_in_words(
        Interval(one.least, one.greatest).minus(Interval(other.least, other.greatest))
    )
