"""Back and forward."""

from __future__ import annotations

from timeline_app.session.visits import LONGEST, Visit, Visits


def test_going_back_and_on_again() -> None:
    visits = Visits().to(Visit(0, 1)).to(Visit(0, 2)).to(Visit(1, 0))
    assert visits.can_go_back
    assert not visits.can_go_forward
    back = visits.moved(-1).moved(-1)
    assert back.here == Visit(0, 1)
    assert back.moved(-1) is back
    assert back.moved(1).here == Visit(0, 2)


def test_a_new_visit_forgets_what_lay_forward() -> None:
    visits = Visits().to(Visit(0, 1)).to(Visit(0, 2)).moved(-1).to(Visit(0, 3))
    assert visits.trail == (Visit(0, 1), Visit(0, 3))


def test_the_same_visit_twice_is_one() -> None:
    visits = Visits().to(Visit(0, 1))
    assert visits.to(Visit(0, 1)) is visits


def test_the_trail_has_an_end() -> None:
    visits = Visits()
    for event in range(LONGEST + 50):
        visits = visits.to(Visit(0, event))
    assert len(visits.trail) == LONGEST
    assert visits.here == Visit(0, LONGEST + 49)


def test_a_closed_case_leaves_no_visits() -> None:
    visits = Visits().to(Visit(0, 1)).to(Visit(1, 2)).to(Visit(0, 3))
    kept = visits.without_case(0)
    assert kept.trail == (Visit(1, 2),)
    assert kept.here == Visit(1, 2)
    assert kept.without_case(1) == Visits()
