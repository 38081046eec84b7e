"""Listeners, what is hidden, which side is active."""

from __future__ import annotations

from timeline_app.case.model import Kind
from timeline_app.session.change import Change
from timeline_app.session.comparing import Manner, Side
from timeline_app.session.session import Session


def test_a_listener_that_left_is_told_nothing(session: Session, told: list[Change]) -> None:
    session.unsubscribe(told.append)
    session.hover(1)
    assert told == []
    assert session.hovered == 1


def test_what_is_hidden_is_known_of_every_case(compared: Session) -> None:
    compared.set_manner(Manner(linked=False))
    compared.activate(Side.B)
    compared.show_kind(Kind.LEAK, shown=False)
    compared.activate(Side.A)
    assert compared.hidden_events == frozenset()
    assert compared.hidden_in(2) == {2}
    assert compared.hidden_in(2) is compared.hidden_in(2)
    assert compared.hidden_in(99) == frozenset()


def test_sides_without_a_comparison(session: Session) -> None:
    assert session.active_side is None
    assert session.side_entry(Side.A) is None
    assert session.selected_on(Side.B) is None
