"""A table as every file format takes it: a title, a header, rows of plain texts, and notes.

Rules:
* Every cell is one harmless line: what a case's text may hold (line breaks, control characters,
  marks that turn the direction of writing) is made plain here, before any format sees it.
* Nothing is cut: a long note stays long.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from timeline_app.layout.plain import LINE_LENGTH, plain_line

_PIECE = LINE_LENGTH - 1


class Table(Struct, frozen=True, gc=False):
    """A table. Made by `make_table`, which sees that every text is plain.

    `title` stands above it and `notes` stand below it; every row has a cell for each name of the
    `header`, and a cell that has nothing to say is empty. `numeric` are the names of the columns
    that hold whole numbers of ours, and nothing of a case's text.

    Raises:
        ValueError: a row has more or fewer cells than the header.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    numeric: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        width = len(self.header)
        if not width or any(len(row) != width for row in self.rows):
            raise ValueError("every row of a table has a cell for each name of its header")


def make_table(
    title: str,
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    notes: Iterable[str] = (),
    numeric: Iterable[str] = (),
) -> Table:
    """A table of these texts, each made plain; empty notes are left out."""
    return Table(
        plain_text(title),
        tuple(map(plain_text, header)),
        tuple(tuple(map(plain_text, row)) for row in rows),
        tuple(plain for plain in map(plain_text, notes) if plain),
        frozenset(numeric),
    )


def plain_text(text: str) -> str:
    """The text as one harmless line, however long it is."""
    if len(text) <= LINE_LENGTH:
        return plain_line(text)
    words = (
        "".join(plain_line(word[at : at + _PIECE]) for at in range(0, len(word), _PIECE))
        for word in text.split()
    )
    return " ".join(words)
