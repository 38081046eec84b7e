"""A session with two small cases, and what it tells."""

from __future__ import annotations

import pytest

from tests.session.small_cases import four_events, hired, opened
from timeline_app.session.change import Change
from timeline_app.session.compared import work_out
from timeline_app.session.comparing import Side
from timeline_app.session.session import Session


@pytest.fixture
def told() -> list[Change]:
    return []


@pytest.fixture
def session(told: list[Change]) -> Session:
    session = Session()
    session.add_cases([opened(four_events()), opened(four_events("second"))])
    session.subscribe(told.append)
    return session


def ids(session: Session) -> str | None:
    if session.chronology is None or session.selected is None:
        return None
    return session.chronology.case.events[session.selected].id


def settle(session: Session) -> None:
    """Work out what the session wants, as the window does in the background."""
    while (wanted := session.wanted) is not None:
        session.take_compared(work_out(wanted))


@pytest.fixture
def compared(session: Session, told: list[Change]) -> Session:
    """Two cases compared and worked out: A is `four_events` (0), B is `hired` (2). Of A 0, 1 and 3
    are paired with 0, 2 and 3 of B."""
    session.add_cases([opened(hired())], show=False)
    assert session.compare(0, 2) == ""
    settle(session)
    told.clear()
    return session


def chosen(session: Session) -> tuple[int | None, int | None]:
    """The events chosen in A and in B."""
    return session.selected_on(Side.A), session.selected_on(Side.B)
