"""Times counted from a day zero, as they are drawn."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.comparison.compared_cases import EARLY, FIRST_ARREST, LATE
from tests.layout.made_cases import event, random_case, solved
from timeline_app.case.civil import DAY, OPEN_FUTURE, OPEN_PAST
from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.comparing.day_zero import DayZero, day_zero
from timeline_app.case.model import Kind
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.columns import Ends
from timeline_app.layout.comparison.relative_times import relative_publications, relative_times


def zero_of(chronology: Chronology, anchor: Anchor = FIRST_ARREST) -> DayZero:
    zero = day_zero(chronology, anchor)
    assert zero is not None
    return zero


def test_what_is_dated_has_the_limits_of_the_case() -> None:
    zero = zero_of(EARLY)
    times = relative_times(EARLY, zero, Which.FIRST)
    limits = zero.start_earliest, zero.start_latest, zero.end_earliest, zero.end_latest
    for bounds, limit in zip(times.bounds, limits, strict=True):
        assert bounds.tolist() == list(limit)


def test_an_approximate_date_is_drawn_as_uncertain_as_day_zero() -> None:
    times = relative_times(LATE, zero_of(LATE), Which.FIRST)
    # About 5 March 2002, and an arrest in February 2014.
    assert times.vague == {2: Ends.BOTH}
    assert times.qualified == {2: Ends.BOTH}
    assert int(times.last[2] - times.first[2]) == 29 * DAY - 2
    assert -4_380 * DAY < int(times.first[2]) < int(times.last[2]) < -4_344 * DAY


def test_without_a_date_of_day_zero_an_approximate_one_is_not_drawn() -> None:
    case = solved(event(0, "2002-03-05~"), event(1, kind=Kind.ARREST))
    times = relative_times(case, zero_of(case), Which.FIRST)
    assert (int(times.first[0]), int(times.last[0])) == (OPEN_PAST, OPEN_FUTURE)


def test_day_zero_itself_stays_at_nought() -> None:
    case = solved(event(0, "2002-03-05~", kind=Kind.ARREST), event(1, "2003"))
    times = relative_times(case, zero_of(case), Which.FIRST)
    assert int(times.start_earliest[0]) == int(times.start_latest[0]) == 0


def test_the_last_of_a_kind_counts_from_the_latest() -> None:
    case = solved(
        event(0, "2001", kind=Kind.ARREST),
        event(1, "2011-05-05", kind=Kind.ARREST),
        event(2, "2010-05-05~"),
    )
    last = Anchor(Which.LAST, Kind.ARREST)
    times = relative_times(case, zero_of(case, last), Which.LAST)
    assert -367 * DAY < int(times.first[2]) < int(times.last[2]) < -363 * DAY


def test_publications() -> None:
    (exact,) = relative_publications(EARLY, zero_of(EARLY))
    assert exact.text == "10 Jan 2016"
    assert 415 * DAY <= exact.latest <= 417 * DAY
    (wide,) = relative_publications(LATE, zero_of(LATE))
    assert wide.text == "1 Mar 2015, here at the latest"


def test_a_publication_of_which_no_latest_is_known_is_left_out() -> None:
    case = solved(event(0, kind=Kind.ARREST), published=("2025-04-15",))
    assert relative_publications(case, zero_of(case)) == ()


@given(seed=st.integers(0, 60), kind=st.sampled_from(tuple(Kind)))
def test_nothing_is_drawn_where_the_case_does_not_allow_it(seed: int, kind: Kind) -> None:
    chronology = random_case(seed, 12)
    for which in (Which.FIRST, Which.LAST):
        zero = day_zero(chronology, Anchor(which, kind))
        if zero is None:
            continue
        times = relative_times(chronology, zero, which)
        assert np.all(times.start_earliest >= np.array(zero.start_earliest))
        assert np.all(times.end_latest <= np.array(zero.end_latest))
        assert np.all(times.start_earliest <= times.end_latest)
        exact = [place for place in range(times.count) if place not in times.vague]
        for bounds, limits in zip(
            times.bounds,
            (zero.start_earliest, zero.start_latest, zero.end_earliest, zero.end_latest),
            strict=True,
        ):
            assert [int(bounds[place]) for place in exact] == [limits[place] for place in exact]
