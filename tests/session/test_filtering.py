"""What is hidden by kind and by actor."""

from __future__ import annotations

from tests.session.small_cases import four_events
from timeline_app.case.model import Kind
from timeline_app.session.filtering import NOBODY, EventFilter


def test_nothing_is_hidden_at_first() -> None:
    assert EventFilter().is_clear
    assert EventFilter().hidden_events(four_events()) == frozenset()


def test_a_kind_can_be_hidden_and_shown_again() -> None:
    chosen = EventFilter().with_kind(Kind.LEAK, shown=False)
    assert chosen.hidden_events(four_events()) == {1}
    assert chosen.with_kind(Kind.LEAK, shown=True).is_clear


def test_an_event_is_hidden_where_everybody_in_it_is() -> None:
    case = four_events()
    assert EventFilter().with_actor("feng", shown=False).hidden_events(case) == {0, 1}
    both = EventFilter().with_actor("feng", shown=False).with_actor("court", shown=False)
    assert both.hidden_events(case) == {0, 1, 3}


def test_events_that_name_nobody_can_be_hidden() -> None:
    chosen = EventFilter().with_actor(NOBODY, shown=False)
    assert chosen.hidden_events(four_events()) == {2}
