"""A table as lines of text that fit a terminal.

Rules:
* A column is as wide as its longest cell where there is room; else the widest columns give way, and
  their cells go on beneath.
* Where a column would become too narrow to read, the rows are told one below the other instead.
"""

from __future__ import annotations

from itertools import zip_longest

from timeline_app.cli.wrapping import cells, lines_of, wrapped
from timeline_app.tables.table import Table

GAP = 2
LEAST = 12
"""The fewest cells to which a column is narrowed."""
_MARK = "- "


def table_text(table: Table, width: int) -> str:
    """Title, rows and notes, on lines of at most `width` cells where that is possible."""
    parts = [wrapped(table.title, width)]
    if table.rows:
        widths = _widths(table, width)
        parts.append(_in_columns(table, widths) if widths else _one_by_one(table, width))
    if table.notes:
        notes = (wrapped(note, width, head=_MARK, indent=" " * len(_MARK)) for note in table.notes)
        parts.append("\n".join(notes))
    return "\n".join(parts)


def _widths(table: Table, width: int) -> list[int]:
    """How wide each column is; nothing where there is no room for columns."""
    columns = zip(table.header, *table.rows, strict=True)
    natural = [max(map(cells, column)) for column in columns]
    room = width - GAP * (len(natural) - 1)
    least = [min(one, LEAST) for one in natural]
    if sum(least) > room:
        return []
    most = max(natural)
    while sum(min(one, most) for one in natural) > room:
        most -= 1
    return [min(one, most) for one in natural]


def _in_columns(table: Table, widths: list[int]) -> str:
    rule = tuple("-" * width for width in widths)
    lines = []
    for row in (table.header, rule, *table.rows):
        columns = [lines_of(cell, width) for cell, width in zip(row, widths, strict=True)]
        for parts in zip_longest(*columns, fillvalue=""):
            padded = [
                part + " " * (width - cells(part))
                for part, width in zip(parts, widths, strict=True)
            ]
            lines.append((" " * GAP).join(padded).rstrip())
    return "\n".join(lines)


def _one_by_one(table: Table, width: int) -> str:
    """Each row as lines "name: cell"; empty cells are left out."""
    rows = [
        "\n".join(
            wrapped(f"{name}: {cell}", width, indent="  ")
            for name, cell in zip(table.header, row, strict=True)
            if cell
        )
        for row in table.rows
    ]
    return "\n\n".join(rows)
