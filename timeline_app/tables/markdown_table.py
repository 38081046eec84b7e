"""Tables as Markdown, in which a case's text can do nothing but be read.

Rules:
* The dialect is that of GitHub: a heading, a table with pipes, then the notes as a list.
* Whatever could be markup has a backslash before it: pipes, backticks, brackets, angle brackets,
  stars, marks of mentions and formulas. Web addresses get one too, so that none becomes a link. The
  text that is read stays the same. (Some readers make any e-mail address clickable, whatever
  stands before its @; that fetches nothing.)
* A line of ours always begins with markup of ours, and the first character behind it can begin no
  list, heading or quotation.
"""

from __future__ import annotations

import re

from timeline_app.tables.table import Table

_ACTING = re.compile(r"[\\`*_{}\[\]<>|~&$#!@^]|:(?=//)|(?<=[Ww])\.")
_BEGINNING = re.compile(r"^([-+=]|[0-9]+(?=[.)]))")


def markdown_text(*tables: Table) -> str:
    """The tables one below the other: the first title as a heading, the others one level lower."""
    parts = []
    for number, table in enumerate(tables):
        parts.append(f"{'##' if number else '#'} {_escaped_line(table.title)}")
        if table.rows:
            parts.append(_rows(table))
        if table.notes:
            parts.append("\n".join(f"- {_escaped_line(note)}" for note in table.notes))
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """The text of a cell, in which nothing acts."""
    return _ACTING.sub(r"\\\g<0>", text)


def _rows(table: Table) -> str:
    lines = [table.header, ("---",) * len(table.header), *table.rows]
    cells = [
        line if number == 1 else tuple(map(escaped, line)) for number, line in enumerate(lines)
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)


def _escaped_line(text: str) -> str:
    """The text where it begins a line, behind a mark of ours."""
    line = escaped(text)
    begun = _BEGINNING.match(line)
    if begun is None:
        return line
    at = begun.end() if line[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"
