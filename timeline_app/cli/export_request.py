"""What `export` is asked for, once it is known to go together.

Everything here is plain words and numbers: what a picture is made of is loaded only for a picture.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from timeline_app.drawing.pages.paper import Paper


class Format(StrEnum):
    """The formats of files; the value is their suffix."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"
    CSV = "csv"
    MARKDOWN = "md"
    HTML = "html"

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture, and not a table."""
        return self in (Format.PNG, Format.SVG, Format.PDF)


class PictureOptions(NamedTuple):
    """How a picture is to be made; the words are those of `PictureChoices`. `axis` is None where
    the program chooses it."""

    paper: Paper
    dpi: int | None = None
    scale: float = 1.0
    theme: str = "light"
    axis: str | None = None
    lanes: str = "kind"
    labels: str = "titles"
    one_page: bool = False
    title: bool = True
    legend: bool = True
    footer: bool = True
    citation: bool = True
    event_list: bool = True
    notes: bool = False
    dated: bool = True
    author: str = ""


class ExportRequest(NamedTuple):
    """What is to be written.

    Attributes:
        cases: the cases, by name; two where they are compared.
        target: a file, a folder or standard output.
        into_folder: whether `target` is a folder.
        together: whether all cases go into one file.
        form: the format of the files.
        align: on what two cases are aligned; None where cases are not compared.
        picture: how a picture is made.
        hidden_kinds: the kinds of events that are left out.
        texts: where articles lie.
        force: whether files that stand there may be replaced.
        as_json: whether what was written is told as JSON.
    """

    cases: tuple[str, ...]
    target: str
    into_folder: bool
    together: bool
    form: Format
    align: str | None
    picture: PictureOptions
    hidden_kinds: frozenset[str]
    texts: Path | None
    force: bool
    as_json: bool
