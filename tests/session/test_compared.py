"""What is worked out of two cases, and whether it is what is asked for."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.session.small_cases import four_events, hired, opened
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.comparing.choices import PairChoices
from timeline_app.case.model import Kind
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.comparison.align import Align
from timeline_app.session.compared import Wanted, work_out


def solved(case: Chronology | None) -> Chronology:
    assert case is not None
    return case


@pytest.fixture
def wanted() -> Wanted:
    a, b = (solved(opened(case).chronology) for case in (four_events(), hired()))
    return Wanted(a, b, PairChoices(), Align.ORDER, (None, None), folded=True)


def test_it_is_compared_and_aligned_as_asked(wanted: Wanted) -> None:
    compared = work_out(wanted)
    assert [(pair.a, pair.b) for pair in compared.comparison.pairs] == [(0, 0), (1, 2), (3, 3)]
    assert compared.align is Align.ORDER
    assert compared.standings.a.column_count == compared.standings.b.column_count
    assert compared.whole is not None


def test_what_is_known_is_only_aligned_anew(wanted: Wanted) -> None:
    known = work_out(wanted).comparison
    leak = Anchor(Which.FIRST, Kind.LEAK)
    anew = work_out(replace(wanted, known=known, align=Align.DAY_ZERO, anchors=(leak, leak)))
    assert anew.comparison is known
    assert anew.standings.a.relative


def test_whether_the_same_is_asked(wanted: Wanted) -> None:
    assert wanted.asks_as(replace(wanted, known=work_out(wanted).comparison))
    assert not wanted.asks_as(None)
    others = (
        replace(wanted, a=wanted.b),
        replace(wanted, b=wanted.a),
        replace(wanted, choices=PairChoices(alone_a=frozenset({"met"}))),
        replace(wanted, align=Align.CALENDAR),
        replace(wanted, anchors=(Anchor(Which.LAST, Kind.LEAK), None)),
        replace(wanted, folded=False),
    )
    assert not any(wanted.asks_as(other) for other in others)


def test_it_can_be_given_up(wanted: Wanted) -> None:
    with pytest.raises(Cancelled):
        work_out(wanted, lambda: True)
