"""Small cases written by hand, and the nine of the program."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from timeline_app.case.comparing.comparison import CaseComparison, compare_cases
from timeline_app.case.file.reading import read_case
from timeline_app.case.model import (
    Actor,
    Basis,
    Case,
    Constraint,
    Event,
    Kind,
    Outcome,
    Relation,
)
from timeline_app.case.solving.chronology import Chronology, solve_case

DATA = Path(__file__).resolve().parents[3] / "data"


def stage(
    name: str,
    *,
    after: str | None = None,
    least: str | None = None,
    most: str | None = None,
    basis: Basis = Basis.STATED,
    prevented: bool = False,
    planned: bool = False,
    outcome: tuple[Outcome, ...] = (),
) -> Event:
    """An event whose id is its kind, or its kind with a number: "contact", "contact-2"."""
    constraints: tuple[Constraint, ...] = ()
    if after is not None:
        constraints = (Constraint(Relation.AFTER, after, basis, min=least, max=most),)
    return Event(
        id=name,
        kind=Kind(name.partition("-")[0]),
        title=name,
        constraints=constraints,
        prevented=prevented,
        planned=planned,
        outcome=outcome,
    )


def case_of(*events: Event, name: str = "case") -> Case:
    """A case with two people."""
    people = (Actor(id="hou", name="Hou"), Actor(id="qi", name="Qi"))
    return Case("case-timeline", 1, name, name, actors=people, events=events)


def compared(a: tuple[Event, ...], b: tuple[Event, ...]) -> CaseComparison:
    """Two cases of such events, compared."""
    return compare_cases(solve_case(case_of(*a, name="a")), solve_case(case_of(*b, name="b")))


@cache
def nine_cases() -> tuple[Chronology, ...]:
    """The nine cases, solved, in the order of their files."""
    cases = [read_case(path).case for path in sorted(DATA.glob("0*.case.json"))]
    return tuple(solve_case(case) for case in cases if case is not None)
