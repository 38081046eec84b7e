"""A table as a CSV file that a spreadsheet can do nothing with but show it.

Rules:
* As RFC 4180 has it: commas, CRLF at the end of each line, cells in double quotes where they need
  them, one header line. Title and notes are left out: they would be no rows of the table.
* UTF-8 with a byte-order mark, without which a common spreadsheet takes other letters for ours.
* No cell begins a formula. Where one begins with = + - or @, also full-width or small ones, also
  behind spaces, quotes or marks that nobody sees, an apostrophe is put before it. The same is done
  behind a semicolon, at which some spreadsheets, set to another language, begin a new cell.
* A whole number keeps its minus, in a column that holds numbers only.
* Nothing else is changed, so that `without_apostrophes` gives back what was there.
"""

from __future__ import annotations

import csv
import io
import re

from timeline_app.tables.table import Table

MARK = "\ufeff"

_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_QUOTES = "\"'`´‘’‚‛“”„‟‹›«»＂＇"
_SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫\u2212"
_FORMULA = rf"(?=[\s{_UNSEEN}{_QUOTES}]*[{_SIGNS}\t\r])"
_BEGINS = re.compile(rf"(^|;){_FORMULA}")
_NUMBER = re.compile(r"-?[0-9]+")
_HELD = re.compile(rf"(^|;)'{_FORMULA}")


def csv_text(table: Table) -> str:
    """Header and rows as CSV, without a byte-order mark."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(map(inert, table.header))
    numeric = [name in table.numeric for name in table.header]
    writer.writerows(
        [
            cell if number and _NUMBER.fullmatch(cell) else inert(cell)
            for cell, number in zip(row, numeric, strict=True)
        ]
        for row in table.rows
    )
    return written.getvalue()


def csv_bytes(table: Table) -> bytes:
    """Header and rows as a CSV file."""
    return (MARK + csv_text(table)).encode()


def inert(cell: str) -> str:
    """The cell with an apostrophe before whatever would begin a formula."""
    if cell[:1].isalnum() and ";" not in cell:  # most cells: the search takes far longer
        return cell
    return _BEGINS.sub(r"\1'", cell)


def without_apostrophes(cell: str) -> str:
    """The cell as it was before `inert`: its inverse, for programs that read the file."""
    return _HELD.sub(r"\1", cell)
