"""What a picture shows: a solved case, or two compared, with what is hidden and what is in view."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, TypeAlias

from timeline_app.case.solving.chronology import Chronology
from timeline_app.session.compared import Compared
from timeline_app.session.filtering import EventFilter
from timeline_app.session.spans import CalendarSpan, ColumnSpan

NOTHING: frozenset[int] = frozenset()


class OneCase(NamedTuple):
    """A case and what of it is left out.

    Attributes:
        chronology: the solved case.
        sha256: of its file; empty where nobody knows it.
        hidden: the events that are left out.
        filter: by what they are hidden, where that is to be said.
    """

    chronology: Chronology
    sha256: str = ""
    hidden: frozenset[int] = NOTHING
    filter: EventFilter = EventFilter()


class CaseSubject(NamedTuple):
    """One case.

    Attributes:
        case: the case, and what of it is left out.
        calendar: the seconds in view, for a picture of the visible stretch.
        columns: the columns in view, likewise.
        today: the day of the export, where it is to be said.
    """

    case: OneCase
    calendar: CalendarSpan | None = None
    columns: ColumnSpan | None = None
    today: date | None = None


class ComparedSubject(NamedTuple):
    """Two cases, compared and aligned.

    Attributes:
        compared: what was worked out of both.
        a: the first case, and what of it is left out.
        b: the second.
        stretch: what of the shared axis is in view, in columns or axis seconds.
        today: the day of the export, where it is to be said.
    """

    compared: Compared
    a: OneCase
    b: OneCase
    stretch: tuple[float, float] | None = None
    today: date | None = None


Subject: TypeAlias = CaseSubject | ComparedSubject
