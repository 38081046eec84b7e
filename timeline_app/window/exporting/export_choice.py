"""What is chosen in the dialog: which offer, as a picture or as a table, and how."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from msgspec.structs import replace

from timeline_app.drawing.pages.paper import A4, PAPERS, Paper, Unit
from timeline_app.drawing.theme import ThemeName
from timeline_app.pictures.choices import PictureChoices, PictureFormat, Stretch
from timeline_app.pictures.remembered import RememberedChoices
from timeline_app.session.session import Session
from timeline_app.tables.table_files import TableFormat
from timeline_app.window.exporting.offers import Offer

FileFormat: TypeAlias = PictureFormat | TableFormat


class Purpose(StrEnum):
    """What the dialog is opened for."""

    FILE = "file"
    PRINT = "print"


class ExportChoice(NamedTuple):
    """Everything that is chosen.

    Attributes:
        pictures: how a picture is made.
        table: the format of a table, where it is one.
        offer: the place of the offer among all.
    """

    pictures: PictureChoices
    table: TableFormat | None = None
    offer: int = 0

    @property
    def format(self) -> FileFormat:
        """The kind of file."""
        return self.pictures.format if self.table is None else self.table

    def with_format(self, form: FileFormat) -> ExportChoice:
        """The same as another kind of file."""
        if isinstance(form, TableFormat):
            return self._replace(table=form)
        return self._replace(table=None, pictures=replace(self.pictures, format=form))


FORMAT_NAMES: Final[Mapping[FileFormat, str]] = MappingProxyType(
    {
        PictureFormat.PNG: "PNG picture",
        PictureFormat.SVG: "SVG picture, for drawing programs",
        PictureFormat.PDF: "PDF document",
        TableFormat.CSV: "CSV table, for spreadsheets",
        TableFormat.MARKDOWN: "Markdown table",
        TableFormat.HTML: "HTML table, for browsers",
    }
)

SIZE_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "1600x900": "Screen, 1600 × 900",
        "1920x1080": "Screen, 1920 × 1080",
        "3840x2160": "Screen, 3840 × 2160",
        "A4-landscape": "A4, landscape",
        "A4-portrait": "A4, portrait",
        "A3-landscape": "A3, landscape",
        "A3-portrait": "A3, portrait",
        "Letter-landscape": "Letter, landscape",
        "Letter-portrait": "Letter, portrait",
        "slide-16:9": "Slide, 16 : 9",
    }
)
"""The sizes that have a name, as a reviewer reads them."""


def sizes_for(purpose: Purpose) -> tuple[str, ...]:
    """The names of the sizes that are offered: for a printer, paper only."""
    if purpose is Purpose.FILE:
        return tuple(PAPERS)
    return tuple(name for name, paper in PAPERS.items() if is_printable(paper))


def is_printable(paper: Paper) -> bool:
    """Whether it is a sheet of paper, with a margin that a printer needs."""
    return paper.unit is Unit.MILLIMETRES and paper.margin > 0


def first_choice(
    remembered: RememberedChoices, session: Session, offered: Offer, purpose: Purpose
) -> ExportChoice:
    """What the dialog begins with: as it was left, but the axis and the lanes of the window, and
    the whole case."""
    latest = replace(remembered.latest, lanes=session.lanes_by, stretch=Stretch.WHOLE)
    if session.axis is not None and not offered.is_comparison:
        latest = replace(latest, axis=session.axis)
    return ExportChoice(suited(latest, purpose))


def suited(pictures: PictureChoices, purpose: Purpose) -> PictureChoices:
    """The same as they can be for a purpose: on a printer on paper, and never on a dark one."""
    if purpose is Purpose.FILE:
        return pictures
    paper = pictures.paper if is_printable(pictures.paper) else A4
    theme = ThemeName.PRINT if pictures.theme is ThemeName.DARK else pictures.theme
    return replace(pictures, format=PictureFormat.PDF, paper=paper, theme=theme)


def pages_key(choice: ExportChoice) -> tuple[int, PictureChoices]:
    """What the pages of a picture depend on. Its format and its dots an inch are not among it."""
    usual = PictureChoices()
    return choice.offer, replace(choice.pictures, format=usual.format, dpi=usual.dpi)
