"""What the detail pane says of an event, as lines of words, each leading to an event or nowhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline_app.case.chronology import Chronology
from timeline_app.case.model import Basis, Case, Constraint, End, Event, Outcome, OutcomeType, Shape
from timeline_app.case.words import constraint_in_words, duration_in_words, named
from timeline_app.layout.plain import plain_line
from timeline_app.session.relating import distance_in_words

OUTCOME_WORDS = {
    OutcomeType.IMPRISONMENT: "imprisonment",
    OutcomeType.DETENTION: "detention",
    OutcomeType.FINE: "fine",
    OutcomeType.CONFISCATION: "confiscation",
    OutcomeType.POLITICAL_RIGHTS: "loss of political rights",
    OutcomeType.DISCIPLINE: "disciplinary action",
    OutcomeType.ADMINISTRATIVE: "administrative penalty",
    OutcomeType.OTHER: "",
}


@dataclass(frozen=True, slots=True)
class FactLine:
    """One line: its words, the event it leads to, and whether it is said more quietly."""

    text: str
    event: int | None = None
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A named group of lines."""

    name: str
    lines: tuple[FactLine, ...]


def event_facts(chronology: Chronology, event: int, other: int | None = None) -> tuple[Fact, ...]:
    """Everything to say of an event, in the order in which it is read. `other` is the event that
    is measured against."""
    told = chronology.case.events[event]
    facts = [
        Fact("Measured", _measured(chronology, event, other)),
        Fact("When", _when(chronology, event)),
        Fact("Words", _lines(f"“{plain_line(told.phrase)}”" if told.phrase else "")),
        Fact("Who", _who(chronology.case, told)),
        Fact("Order", _order(chronology, event)),
        Fact("Why", _why(chronology, event)),
        Fact("Outcome", _outcome(chronology.case, told)),
        Fact("Note", _lines(told.note or "")),
    ]
    return tuple(fact for fact in facts if fact.lines)


def _lines(*texts: str) -> tuple[FactLine, ...]:
    return tuple(FactLine(text) for text in texts if text)


def _measured(chronology: Chronology, event: int, other: int | None) -> tuple[FactLine, ...]:
    if other is None:
        return ()
    if other == event:
        return _lines("from this event: choose another")
    first, second = sorted((event, other), key=lambda one: chronology.position[one])
    gap = chronology.gap(first, second)
    lines = [FactLine(distance_in_words(chronology, event, other), other)]
    for lead, links in (("at least: ", gap.why_least), ("at most: ", gap.why_greatest)):
        lines.extend(
            FactLine((lead if not at else "") + link.text, link.event, soft=True)
            for at, link in enumerate(links)
        )
    return tuple(lines)


def _when(chronology: Chronology, event: int) -> tuple[FactLine, ...]:
    told = chronology.case.events[event]
    remarks = []
    if told.prevented:
        remarks.append("attempted; it did not come about")
    if told.planned:
        remarks.append("still to come when the source was written")
    if told.shape is Shape.REPEATED:
        remarks.append("happened several times")
    if chronology.bounds(event).in_dispute:
        remarks.append("in dispute: see the problems")
    return _lines(chronology.when_in_words(event), *remarks)


def _who(case: Case, told: Event) -> tuple[FactLine, ...]:
    actors = {actor.id: actor for actor in case.actors}
    lines = []
    for identity in told.actors:
        actor = actors[identity]
        role = f", {plain_line(actor.role)}" if actor.role else ""
        lines.append(plain_line(actor.name) + role)
    return _lines(*lines)


def _order(chronology: Chronology, event: int) -> tuple[FactLine, ...]:
    case = chronology.case
    index = {one.id: at for at, one in enumerate(case.events)}
    lines = [
        _constraint_line(case, index, constraint) for constraint in case.events[event].constraints
    ]
    for at, one in enumerate(case.events):
        lines.extend(
            FactLine(
                f"named by {named(plain_line(one.title))}: {_constraint_words(case, constraint)}",
                at,
                soft=True,
            )
            for constraint in one.constraints
            if constraint.to.partition(".")[0] == case.events[event].id
        )
    return tuple(lines)


def _constraint_line(case: Case, index: dict[str, int], constraint: Constraint) -> FactLine:
    return FactLine(_constraint_words(case, constraint), index.get(constraint.to.partition(".")[0]))


def _constraint_words(case: Case, constraint: Constraint) -> str:
    identity, _, end = constraint.to.partition(".")
    words = constraint_in_words(
        constraint.rel,
        constraint.min,
        constraint.max,
        _label(case, identity),
        constraint.from_end,
        End(end) if end else None,
        quoted=not identity.startswith("@"),
    )
    return words if constraint.basis is Basis.STATED else f"{words} ({constraint.basis})"


def _label(case: Case, identity: str) -> str:
    if identity.startswith("@"):
        source = next(one for one in case.sources if one.id == identity[1:])
        return f"the publication of {named(plain_line(source.title))}"
    return plain_line(next(one for one in case.events if one.id == identity).title)


def _why(chronology: Chronology, event: int) -> tuple[FactLine, ...]:
    why = chronology.why(event, End.START)
    lines: list[FactLine] = []
    for lead, links in (("not before: ", why.earliest), ("no later than: ", why.latest)):
        lines.extend(
            FactLine((lead if not at else "→ ") + link.text, link.event, soft=bool(at))
            for at, link in enumerate(links)
        )
    return tuple(lines)


def _outcome(case: Case, told: Event) -> tuple[FactLine, ...]:
    names = {actor.id: plain_line(actor.name) for actor in case.actors}
    return _lines(*(outcome_in_words(one, names.get) for one in told.outcome))


def outcome_in_words(outcome: Outcome, name_of: Callable[[str], str | None]) -> str:
    """One outcome: "Zhang: detention, 3 days" or "Feng: confiscation, CNY 500,000"."""
    parts: Sequence[str] = [
        OUTCOME_WORDS[outcome.type],
        duration_in_words(outcome.duration) if outcome.duration else "",
        f"{outcome.currency} {outcome.amount:,}" if outcome.amount is not None else "",
        plain_line(outcome.text or ""),
    ]
    words = ", ".join(part for part in parts if part)
    name = name_of(outcome.actor) if outcome.actor else None
    return f"{name}: {words}" if name else words
