"""Two cases compared, as tables to be read in a terminal or from a file."""

from __future__ import annotations

from timeline_app.case.comparing.comparison import CaseComparison
from timeline_app.case.model import Kind
from timeline_app.cli.arguments import CALENDAR, ORDER
from timeline_app.cli.table_text import table_text
from timeline_app.cli.wrapping import page_width
from timeline_app.tables.comparison_table import reading_tables
from timeline_app.tables.pair_table import (
    cases_without,
    pairs_by_column,
    pairs_by_day_zero,
    pairs_by_time,
)
from timeline_app.tables.table import Table
from timeline_app.tables.table_files import TableFormat, comparison_file


def comparison_as_text(comparison: CaseComparison, align: str) -> str:
    """Stretches, penalties, what differs, and the events side by side."""
    width = page_width()
    tables = (*reading_tables(comparison), aligned_pairs(comparison, align))
    return "\n\n".join(table_text(table, width) for table in tables)


def comparison_table_file(form: TableFormat, comparison: CaseComparison, align: str) -> bytes:
    """The same as the bytes of a file; CSV has no room for the events side by side."""
    if form is TableFormat.CSV:
        return comparison_file(form, comparison)
    return comparison_file(form, comparison, aligned_pairs(comparison, align))


def missing_words(comparison: CaseComparison, align: str) -> tuple[str, ...]:
    """A sentence for each case that has no event which both are to be aligned on."""
    return () if align in (ORDER, CALENDAR) else cases_without(comparison, Kind(align))


def aligned_pairs(comparison: CaseComparison, align: str) -> Table:
    """The events side by side, with what this alignment says of where they lie."""
    if align == ORDER:
        return pairs_by_column(comparison)
    if align == CALENDAR:
        return pairs_by_time(comparison)
    return pairs_by_day_zero(comparison, Kind(align))
