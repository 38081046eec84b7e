"""Cases to compare: with a long empty stretch in both, with and without an arrest, at random."""

from __future__ import annotations

from functools import cache

from tests.layout.made_cases import after, chain, event, random_case, solved, told_in
from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.comparing.comparison import CaseComparison, compare_cases
from timeline_app.case.model import Kind, Shape

FIRST_ARREST = Anchor(Which.FIRST, Kind.ARREST)

EARLY = solved(
    event(0, "1998-03-14", kind=Kind.CONTACT, title="Met at a trade fair"),
    event(1, "1998-09", kind=Kind.RECRUITMENT, title="Signs a paper"),
    event(2, "1999-02/2001-05", kind=Kind.LEAK, title="Hands over plans", shape=Shape.SPAN),
    event(3, "2014-06-02", kind=Kind.DETECTION, title="A colleague reports him"),
    event(4, "2014-11-20", kind=Kind.ARREST, title="Arrested at home"),
    event(5, "2015-10", kind=Kind.SENTENCING, title="Ten years"),
    event(6, "1999/2015", kind=Kind.OTHER, title="Lived beyond his means", shape=Shape.SPAN),
    published=("2016-01-10",),
)
LATE = solved(
    event(0, "2001-05", kind=Kind.CONTACT, title="Answers an advertisement"),
    event(1, "2001-11-03", kind=Kind.LEAK, title="Sends photographs"),
    event(2, "2002-03-05~", kind=Kind.LEAK, title="Sends more"),
    event(3, "[2013-01..2013-12]", kind=Kind.DETECTION, title="Letters are found"),
    event(4, "2014-02", kind=Kind.ARREST, title="Taken at the station"),
    event(5, kind=Kind.SENTENCING, title="Six years", constraints=(after(4),), passages=told_in()),
    published=("2015-03-01",),
)
UNDATED = solved(*chain("Asked", "Asked again", "Asked once more"))


@cache
def early_and_late() -> CaseComparison:
    """Two dated cases of seven and six events, with eleven empty years in both."""
    return compare_cases(EARLY, LATE)


@cache
def early_and_undated() -> CaseComparison:
    """A dated case with an arrest beside one with neither."""
    return compare_cases(EARLY, UNDATED)


@cache
def at_random(seed: int, count: int = 12) -> CaseComparison:
    """Two random cases."""
    return compare_cases(random_case(seed, count), random_case(seed + 1_000, count))
