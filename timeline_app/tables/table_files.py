"""The tables of a case, or of two, as the bytes of a file in the format that was asked for.

CSV is for spreadsheets and scripts and holds everything in one table; Markdown and HTML are for
reading.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from timeline_app.case.cancelling import CancelCheck, never
from timeline_app.case.comparing.comparison import CaseComparison
from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.sources.passages import Placement
from timeline_app.tables.chronology_table import chronology_table
from timeline_app.tables.comparison_table import comparison_table, reading_tables
from timeline_app.tables.csv_table import csv_bytes
from timeline_app.tables.html_table import html_text
from timeline_app.tables.markdown_table import markdown_text
from timeline_app.tables.table import Table


class TableFormat(StrEnum):
    """The formats that a table can be written in; the value is the suffix of their files."""

    CSV = "csv"
    MARKDOWN = "md"
    HTML = "html"


def chronology_file(
    form: TableFormat,
    chronology: Chronology,
    events: Collection[int] | None = None,
    placement: Placement | None = None,
    cancelled: CancelCheck = never,
) -> bytes:
    """The chronology of a case; what may be given, and what is raised, as by `chronology_table`."""
    brief = form is not TableFormat.CSV
    table = chronology_table(chronology, events, placement, brief=brief, cancelled=cancelled)
    return _file(form, table)


def comparison_file(form: TableFormat, comparison: CaseComparison, *more: Table) -> bytes:
    """Two cases compared; `more` are tables that follow where the file is for reading."""
    if form is TableFormat.CSV:
        return _file(form, comparison_table(comparison))
    return _file(form, *reading_tables(comparison), *more)


def _file(form: TableFormat, *tables: Table) -> bytes:
    """A file with these tables; CSV has room for one."""
    if form is TableFormat.CSV:
        return csv_bytes(tables[0])
    return (html_text if form is TableFormat.HTML else markdown_text)(*tables).encode()
