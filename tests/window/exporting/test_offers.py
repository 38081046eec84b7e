"""What of the session can be exported, and its tables."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from tests.session.small_cases import broken, four_events, hired, opened
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.comparing.anchors import Which
from timeline_app.case.model import Kind
from timeline_app.layout.comparison.align import Align
from timeline_app.pictures.subjects import CaseSubject, ComparedSubject
from timeline_app.session.case_view import Axis
from timeline_app.session.compared import work_out
from timeline_app.session.session import Session
from timeline_app.tables.table_files import TableFormat
from timeline_app.window.exporting.offers import Offer, offers, table_file, tables_to_look_at

TODAY = date(2026, 11, 21)


def alone() -> Session:
    session = Session()
    session.add_cases([opened(four_events())])
    return session


def compared() -> Session:
    session = Session()
    session.add_cases([opened(four_events()), opened(hired())])
    assert not session.compare(0, 1)
    work(session)
    return session


def work(session: Session) -> None:
    assert session.wanted is not None
    session.take_compared(work_out(session.wanted))


def only(session: Session) -> Offer:
    (offer,) = offers(session, TODAY)
    return offer


def test_the_shown_case_with_what_is_hidden_and_seen() -> None:
    session = alone()
    session.show_kind(Kind.LEAK, shown=False)
    session.set_axis(Axis.CALENDAR)
    session.zoom(0.5)
    offer = only(session)
    subject = offer.subject
    assert isinstance(subject, CaseSubject)
    assert (offer.name, offer.stem) == ("The case four", "four")
    assert subject.case.hidden == {1}
    assert subject.case.filter.kinds == {Kind.LEAK}
    assert session.view is not None
    assert (subject.calendar, subject.columns) == (session.view.calendar, session.view.columns)
    assert subject.today == TODAY
    assert offer.placement is not None


def test_of_two_cases_both_and_the_active_one() -> None:
    session = compared()
    both, one = offers(session, TODAY)
    assert both.is_comparison
    assert not one.is_comparison
    assert both.stem == "four-against-hired"
    assert isinstance(both.subject, ComparedSubject)
    assert both.subject.stretch is not None
    assert one.name.startswith("A alone: ")


def test_nothing_to_show_is_nothing_to_export() -> None:
    assert offers(Session(), TODAY) == ()
    session = Session()
    session.add_cases([broken()])
    assert offers(session, TODAY) == ()


def test_a_table_leaves_out_what_is_hidden() -> None:
    session = alone()
    session.show_kind(Kind.LEAK, shown=False)
    data = table_file(TableFormat.CSV, only(session)).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data)))
    assert [row[1] for row in rows[1:]] == ["met", "noticed", "arrest"]


@pytest.mark.parametrize("form", TableFormat)
def test_what_is_looked_at_is_in_the_file(form: TableFormat) -> None:
    offer = only(alone())
    (table,), total = tables_to_look_at(form, offer, 2)
    assert (len(table.rows), total) == (2, 4)
    assert table.rows[0][4 if form is TableFormat.CSV else 1] == "They meet"
    assert bool(table.title) is (form is not TableFormat.CSV)
    text = table_file(form, offer).decode()
    assert all(name in text for name in table.header)


def test_work_that_nobody_waits_for_stops() -> None:
    offer = only(alone())
    with pytest.raises(Cancelled):
        table_file(TableFormat.HTML, offer, lambda: True)
    with pytest.raises(Cancelled):
        tables_to_look_at(TableFormat.HTML, offer, 2, lambda: True)


@pytest.mark.parametrize(
    ("align", "header"),
    [
        (Align.ORDER, ("column", "A", "B")),
        (Align.CALENDAR, ("A", "when", "B", "when")),
        (Align.DAY_ZERO, ("A", "began", "B", "began")),
    ],
)
def test_the_events_side_by_side_follow_the_alignment(
    align: Align, header: tuple[str, ...]
) -> None:
    session = compared()
    if align is Align.CALENDAR:
        session.set_axis(Axis.CALENDAR)
    elif align is Align.DAY_ZERO:
        session.align_on_kind(Which.FIRST, Kind.CONTACT)
    if align is not Align.ORDER:
        work(session)
    both = offers(session, TODAY)[0]
    tables, total = tables_to_look_at(TableFormat.MARKDOWN, both, 200)
    assert tables[-1].header == header
    assert total == 8
    (whole,), _ = tables_to_look_at(TableFormat.CSV, both, 200)
    assert whole.header[0] == "what"
    assert "Events side by side" in table_file(TableFormat.MARKDOWN, both).decode()
