"""Comparisons for the tests of pictures."""

from __future__ import annotations

from datetime import date

from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.comparing.choices import PairChoices
from timeline_app.case.model import Kind
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.comparison.align import Align
from timeline_app.pictures.subjects import ComparedSubject, OneCase
from timeline_app.session.compared import Wanted, work_out


def compared(
    a: Chronology, b: Chronology, align: Align = Align.ORDER, kind: Kind = Kind.LEAK
) -> ComparedSubject:
    """Two cases compared, aligned so; on a day zero on the first event of a kind."""
    anchor = Anchor(Which.FIRST, kind, None) if align is Align.DAY_ZERO else None
    wanted = Wanted(a, b, PairChoices(), align, (anchor, anchor), folded=True)
    return ComparedSubject(
        work_out(wanted),
        OneCase(a, "3a" * 32),
        OneCase(b, "3b" * 32),
        today=date(2026, 11, 21),
    )
