"""What of the session can be exported: the case that is shown, or the comparison and its cases.

An offer is frozen when the dialog opens, so that what is saved is what was seen.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from timeline_app.case.cancelling import CancelCheck, never
from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.comparing.comparison import CaseComparison
from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.sources.passages import Placement
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.plain import plain_line
from timeline_app.pictures.subjects import CaseSubject, ComparedSubject, OneCase, Subject
from timeline_app.session.comparing import Side
from timeline_app.session.open_files import Entry
from timeline_app.session.session import Session
from timeline_app.session.spans import CalendarSpan
from timeline_app.tables.chronology_table import chronology_table
from timeline_app.tables.comparison_table import comparison_table, reading_tables
from timeline_app.tables.pair_table import pairs_by_column, pairs_by_day_zero, pairs_by_time
from timeline_app.tables.table import Table
from timeline_app.tables.table_files import TableFormat, chronology_file, comparison_file


class Offer(NamedTuple):
    """Something that can be exported.

    Attributes:
        name: what it is, in words.
        stem: the name of its file, without the suffix.
        subject: what a picture shows.
        placement: where the passages of a case stand in the texts at hand.
    """

    name: str
    stem: str
    subject: Subject
    placement: Placement | None = None

    @property
    def is_comparison(self) -> bool:
        """Whether it is two cases."""
        return isinstance(self.subject, ComparedSubject)


def offers(session: Session, today: date) -> tuple[Offer, ...]:
    """What can be exported now, the likeliest first; nothing where no case is shown."""
    shown = session.current
    if shown is None or shown.opened.chronology is None:
        return ()
    both = _comparison(session, today)
    alone = _case(session, shown, shown.opened.chronology, today)
    return (both, alone) if both is not None else (alone,)


def table_file(form: TableFormat, offer: Offer, cancelled: CancelCheck = never) -> bytes:
    """The table of an offer as a file.

    Raises:
        Cancelled: nobody waits for it any more.
    """
    subject = offer.subject
    if isinstance(subject, ComparedSubject):
        comparison = subject.compared.comparison
        if form is TableFormat.CSV:
            return comparison_file(form, comparison)
        return comparison_file(form, comparison, _side_by_side(subject, comparison))
    return chronology_file(
        form, subject.case.chronology, _shown(subject.case), offer.placement, cancelled
    )


def tables_to_look_at(
    form: TableFormat, offer: Offer, most: int, cancelled: CancelCheck = never
) -> tuple[tuple[Table, ...], int]:
    """The tables that such a file of an offer holds, the first `most` events of a chronology only;
    and how many events there are.

    Raises:
        Cancelled: nobody waits for them any more.
    """
    subject = offer.subject
    if isinstance(subject, ComparedSubject):
        comparison = subject.compared.comparison
        total = len(comparison.a.order) + len(comparison.b.order)
        if form is TableFormat.CSV:
            return (_bare(comparison_table(comparison)),), total
        return (*reading_tables(comparison), _side_by_side(subject, comparison)), total
    shown = _shown(subject.case)
    brief = form is not TableFormat.CSV
    table = chronology_table(
        subject.case.chronology, shown[:most], offer.placement, brief=brief, cancelled=cancelled
    )
    return (table if brief else _bare(table),), len(shown)


def _bare(table: Table) -> Table:
    """As a file for spreadsheets has it: header and rows."""
    return replace(table, title="", notes=())


def _shown(one: OneCase) -> tuple[int, ...]:
    return tuple(event for event in one.chronology.order if event not in one.hidden)


def _side_by_side(subject: ComparedSubject, comparison: CaseComparison) -> Table:
    """The events of both with what the alignment says of where they lie."""
    align = subject.compared.align
    if align is Align.CALENDAR:
        return pairs_by_time(comparison)
    anchor: Anchor | None = subject.compared.wanted.anchors[0]
    on_first = align is Align.DAY_ZERO and anchor is not None and anchor.which is Which.FIRST
    kind = anchor.kind if anchor is not None and on_first else None
    return pairs_by_column(comparison) if kind is None else pairs_by_day_zero(comparison, kind)


def _case(session: Session, entry: Entry, chronology: Chronology, today: date) -> Offer:
    view, placed = entry.view, entry.opened.placed
    subject = CaseSubject(
        _one(session, entry, chronology),
        calendar=view.calendar if view is not None else None,
        columns=view.columns if view is not None else None,
        today=today,
    )
    side = session.active_side
    title = plain_line(chronology.case.title)
    return Offer(
        f"{side} alone: {title}" if side is not None else title,
        chronology.case.id,
        subject,
        placed.placement if placed is not None else None,
    )


def _comparison(session: Session, today: date) -> Offer | None:
    """Both compared cases, once they are worked out."""
    compared, entries = session.compared, [session.side_entry(side) for side in Side]
    a, b = entries
    if compared is None or a is None or b is None:
        return None
    comparison = compared.comparison
    stretch = session.side_stretch(session.active_side or Side.A)
    seen: tuple[float, float] | None = None
    if isinstance(stretch, CalendarSpan):
        seen = float(stretch.start), float(stretch.end)
    elif stretch is not None:
        seen = stretch.first, stretch.last
    subject = ComparedSubject(
        compared,
        _one(session, a, comparison.a),
        _one(session, b, comparison.b),
        seen,
        today,
    )
    stem = f"{comparison.a.case.id}-against-{comparison.b.case.id}"
    return Offer("Both cases, compared", stem, subject)


def _one(session: Session, entry: Entry, chronology: Chronology) -> OneCase:
    chosen = {} if entry.view is None else {"filter": entry.view.filter}
    hidden = session.hidden_in(entry.number)
    return OneCase(chronology, entry.opened.reading.sha256, hidden, **chosen)
