"""A case or a comparison as a file: everything for spreadsheets, what is to be read for readers."""

from __future__ import annotations

import csv
import io

from tests.case.file.good_cases import sound, written
from timeline_app.case.comparing.comparison import compare_cases
from timeline_app.case.file.reading import read_case_bytes
from timeline_app.case.solving.chronology import Chronology, solve_case
from timeline_app.tables.chronology_table import BRIEF_HEADER, FULL_HEADER
from timeline_app.tables.comparison_table import WHOLE_HEADER
from timeline_app.tables.table import make_table
from timeline_app.tables.table_files import TableFormat, chronology_file, comparison_file


def chronology() -> Chronology:
    case = read_case_bytes(written(sound()), "case").case
    assert case is not None
    return solve_case(case)


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_chronology_in_each_format() -> None:
    rows = rows_of(chronology_file(TableFormat.CSV, chronology(), [0]))
    assert rows[0] == list(FULL_HEADER)
    assert [row[1] for row in rows[1:]] == ["meeting"]
    markdown = chronology_file(TableFormat.MARKDOWN, chronology()).decode()
    assert markdown.startswith(f"# A small case\n\n| {' | '.join(BRIEF_HEADER)} |\n")
    page = chronology_file(TableFormat.HTML, chronology()).decode()
    assert "<title>A small case</title>" in page
    assert page.count("<tr>") == 4


def test_a_comparison_in_each_format() -> None:
    comparison = compare_cases(chronology(), chronology())
    more = make_table("More", ("a",), [("b",)])
    rows = rows_of(comparison_file(TableFormat.CSV, comparison, more))
    assert rows[0] == list(WHOLE_HEADER)
    markdown = comparison_file(TableFormat.MARKDOWN, comparison, more).decode()
    assert markdown.startswith("# A: A small case · B: A small case\n")
    assert markdown.endswith("\n## More\n\n| a |\n| --- |\n| b |\n")
    assert b'<h2 dir="auto">More</h2>' in comparison_file(TableFormat.HTML, comparison, more)
