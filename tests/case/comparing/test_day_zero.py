"""Times counted from an anchor, against the slow reference and times that satisfy the case."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.case.comparing.random_cases import Truth, random_truth
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.civil import OPEN_FUTURE, OPEN_PAST
from timeline_app.case.comparing import day_zero as module
from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.comparing.day_zero import DayZero, day_zero
from timeline_app.case.model import End, Kind

FIRST, LAST = Anchor(Which.FIRST, Kind.CONTACT), Anchor(Which.LAST, Kind.CONTACT)


def least_and_most(truth: Truth, node: int, *, last: bool) -> tuple[int, int]:
    """What the rule says: over the events of the anchor's kind, single distances."""
    anchors = [truth.node(event) for event in truth.of_kind(Kind.CONTACT)]
    back = [truth.table[node][one] for one in anchors]
    ahead = [truth.table[one][node] for one in anchors]
    if last:
        back, ahead = ahead, back
    known = [one for one in back if one is not None]
    most = [one for one in ahead if one is not None]
    nearest = min(known) if known else OPEN_FUTURE
    farthest = max(most) if len(most) == len(ahead) else OPEN_FUTURE
    return (-farthest, nearest) if last else (-nearest, farthest)


def columns(zero: DayZero) -> dict[End, tuple[list[int], list[int]]]:
    return {
        End.START: (list(zero.start_earliest), list(zero.start_latest)),
        End.END: (list(zero.end_earliest), list(zero.end_latest)),
    }


@pytest.mark.parametrize("anchor", [FIRST, LAST])
def test_limits_are_those_of_the_single_distances(anchor: Anchor) -> None:
    chance = Random(1)
    several = 0
    for _ in range(400):
        truth = random_truth(chance)
        zero = day_zero(truth.chronology, anchor)
        assert (zero is None) == (not truth.of_kind(Kind.CONTACT))
        if zero is None:
            continue
        several += len(zero.events) > 1
        for end, (least, most) in columns(zero).items():
            for event in range(len(truth.case.events)):
                wanted = least_and_most(
                    truth, truth.node(event, end), last=anchor.which is Which.LAST
                )
                assert (least[event], most[event]) == wanted
    assert several > 50


@pytest.mark.parametrize("work", [10**9, 0])
@given(seed=st.integers(0, 2**32))
def test_limits_contain_every_true_time(work: int, seed: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_WORK", work)
        check_true_times(Random(seed))


def check_true_times(chance: Random) -> None:
    truth = random_truth(chance)
    events = range(len(truth.case.events))
    times = truth.times(chance)
    for which in Which:
        kind, chosen = Kind.CONTACT, chance.choice(events) if events else None
        zero = day_zero(truth.chronology, Anchor(which, kind, chosen))
        if zero is None:
            continue
        starts = [times[truth.node(one)] for one in truth.of_kind(kind)]
        if which is Which.CHOSEN and chosen is not None:
            assert zero.events == (chosen,)
            at = times[truth.node(chosen)]
        else:
            at = min(starts) if which is Which.FIRST else max(starts)
        for end, (least, most) in columns(zero).items():
            for event in events:
                assert least[event] <= times[truth.node(event, end)] - at <= most[event]
        for place, source in enumerate(truth.case.sources):
            interval = zero.publication(place)
            node = truth.slow.nodes.get(("source", source.id))
            if interval is not None and node is not None:
                assert interval.contains(times[node] - at)
            low, high = truth.slow.published[source.id]
            if interval is not None and node is None:
                assert low is None or interval.contains(max(low, high or low) - at)
                assert high is None or interval.contains(high - at)


def test_many_candidates_make_limits_wider_never_narrower(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(2)
    wider = 0
    for _ in range(200):
        chronology = random_truth(chance).chronology
        for anchor in (FIRST, LAST):
            exact = day_zero(chronology, anchor)
            with monkeypatch.context() as patch:
                patch.setattr(module, "_WORK", 0)
                rough = day_zero(chronology, anchor)
            if exact is None or rough is None:
                continue
            for end, (least, most) in columns(exact).items():
                low, high = columns(rough)[end]
                assert all(one >= other for one, other in zip(least, low, strict=True))
                assert all(one <= other for one, other in zip(most, high, strict=True))
                wider += (least, most) != (low, high)
    assert 0 < wider < 200


@pytest.mark.parametrize(
    "anchor",
    [
        Anchor(Which.FIRST, Kind.SENTENCING),
        Anchor(Which.LAST, Kind.SENTENCING),
        Anchor(Which.FIRST),
        Anchor(Which.CHOSEN),
        Anchor(Which.CHOSEN, event=99),
        Anchor(Which.CHOSEN, event=-1),
    ],
)
def test_a_case_without_the_anchor_has_no_day_zero(anchor: Anchor) -> None:
    assert day_zero(random_truth(Random(3)).chronology, anchor) is None


def test_it_can_be_given_up() -> None:
    chance = Random(4)
    truth = random_truth(chance)
    while not truth.of_kind(Kind.CONTACT):
        truth = random_truth(chance)
    with pytest.raises(Cancelled):
        day_zero(truth.chronology, FIRST, lambda: True)


def test_open_limits_have_their_sentinels() -> None:
    chance = Random(5)
    seen = set()
    for _ in range(50):
        zero = day_zero(random_truth(chance).chronology, FIRST)
        if zero is not None:
            seen |= {OPEN_PAST in zero.start_earliest, OPEN_FUTURE in zero.end_latest}
    assert seen == {True, False}
