"""What differs between two cases at a glance, in plain sentences.

Rules:
* The cases are A and B, as in the table. "Tells of" is said of a case, never that a thing did not
  happen: a report may leave it out.
* What is left out because it can't all be true comes first: everything else rests on the remainder.
* The longest stretch is told only where it is certain: where it lasts longer, at the least, than
  every other stretch between neighbouring stages of the case at the most.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline_app.case.comparing.comparison import CaseComparison
from timeline_app.case.comparing.interval_words import interval_in_words
from timeline_app.case.comparing.intervals import Interval
from timeline_app.case.comparing.phase_words import stage_remark
from timeline_app.case.comparing.phases import Stages
from timeline_app.case.comparing.stages import STAGES
from timeline_app.case.durations import NOT_ESTABLISHED
from timeline_app.case.model import Kind


def differences_in_words(comparison: CaseComparison) -> tuple[str, ...]:
    """Short sentences: contradictions, missing stages, reversed order, longest stretches, number of
    pairs."""
    return (
        *_contradictions(comparison),
        *_itself(comparison),
        *_stages(comparison),
        *_remarks(comparison),
        *_reversals(comparison),
        *_longest(comparison),
        *_pairs(comparison),
    )


def _contradictions(comparison: CaseComparison) -> Iterator[str]:
    for chronology, name in ((comparison.a, "A"), (comparison.b, "B")):
        if chronology.found_rings:
            yield f"{name} holds statements that can’t all be true; they are left out here."


def _itself(comparison: CaseComparison) -> Iterator[str]:
    """What is not established of a case may differ from itself, as far as words go."""
    if comparison.a.case == comparison.b.case:
        yield "A and B are one and the same case: what differs is only what is not established."


def _stages(comparison: CaseComparison) -> Iterator[str]:
    in_a, in_b = comparison.stages_a.candidates, comparison.stages_b.candidates
    only_a = [kind for kind in STAGES if kind in in_a and kind not in in_b]
    only_b = [kind for kind in STAGES if kind in in_b and kind not in in_a]
    neither = [kind for kind in STAGES if kind not in in_a and kind not in in_b]
    if only_a:
        yield f"Only A tells of {_listed(only_a, 'and')}."
    if only_b:
        yield f"Only B tells of {_listed(only_b, 'and')}."
    if neither:
        yield f"Neither tells of {_listed(neither, 'or')}."
    if not (only_a or only_b) and in_a:
        yield "Both tell of the same stages."


def _remarks(comparison: CaseComparison) -> Iterator[str]:
    for side, name in (("a", "A"), ("b", "B")):
        for kind in STAGES:
            remark = stage_remark(comparison, kind, "a" if side == "a" else "b")
            if remark:
                yield f"In {name}: {remark}."


def _reversals(comparison: CaseComparison) -> Iterator[str]:
    for reversal in comparison.reversals:
        first, second = reversal.kinds
        yield f"The order is reversed: {first} before {second} in A, {second} before {first} in B."


def _longest(comparison: CaseComparison) -> Iterator[str]:
    told = [_longest_of(stages) for stages in (comparison.stages_a, comparison.stages_b)]
    if set(told) == {NOT_ESTABLISHED}:
        yield "Longest stretch between neighbouring stages: not established in either."
    elif any(told):
        said = [words or "there are no two to compare" for words in told]
        yield f"Longest stretch between neighbouring stages: in A {said[0]}; in B {said[1]}."


def _longest_of(stages: Stages) -> str:
    """The longest stretch of a case, or nothing where it has fewer than two."""
    own = [kind for kind in STAGES if kind in stages.candidates]
    stretches = [(start, end, stages.interval(start, end)) for start, end in pairwise(own)]
    if len(stretches) < 2:
        return ""
    for start, end, interval in stretches:
        others = [other for one, _, other in stretches if one is not start]
        if all(_certainly_longer(interval, other) for other in others):
            return f"{start} → {end}, {interval_in_words(interval)}"
    return NOT_ESTABLISHED


def _certainly_longer(one: Interval, other: Interval) -> bool:
    """Whether one stretch, which does not turn, is longer than another in either direction."""
    if one.least is None or one.least <= 0 or other.least is None or other.greatest is None:
        return False
    return one.least > max(other.greatest, -other.least)


def _pairs(comparison: CaseComparison) -> Iterator[str]:
    yield (
        f"{_count(len(comparison.pairs), 'pair')} of events; without a partner: "
        f"{len(comparison.only_a):,} in A, {len(comparison.only_b):,} in B."
    )
    apart = len(comparison.columns.apart)
    if apart:
        yield (
            f"{_count(apart, 'pair')} made by hand can’t share a column: the orders of the two "
            "cases exclude it."
        )


def _listed(kinds: Sequence[Kind], joint: str) -> str:
    *most, last = (f"an {kind}" if kind is Kind.ARREST else f"a {kind}" for kind in kinds)
    return f"{', '.join(most)} {joint} {last}" if most else last


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
