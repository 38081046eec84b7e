"""The pages of a picture before there is a file: laid out, painted for the eye, or refused.

Everything here runs off the GUI thread and touches no widget.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QImage

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.png_document import LARGEST_SCALE, sheet_image
from timeline_app.drawing.sheets import ImageError, Sheet
from timeline_app.drawing.surface import Surface
from timeline_app.drawing.theme import THEMES
from timeline_app.pictures.choices import PictureChoices
from timeline_app.pictures.picture_files import size_fault
from timeline_app.pictures.sheets import picture_sheets
from timeline_app.pictures.subjects import Subject

LEAST_PREVIEW = 0.02
"""Nothing is painted smaller than this for the eye."""


class PlannedPages(NamedTuple):
    """The pages, or why there are none."""

    sheets: tuple[Sheet, ...] = ()
    fault: str = ""


def plan_pages(
    subject: Subject, choices: PictureChoices, fonts: Fonts, cancelled: CancelCheck = never
) -> PlannedPages:
    """The pages of a subject with these choices.

    Raises:
        Cancelled: nobody waits for them any more.
    """
    fault = size_fault(choices)
    if fault is not None:
        return PlannedPages(fault=fault)
    try:
        return PlannedPages(picture_sheets(subject, choices, fonts, cancelled))
    except ImageError as error:
        return PlannedPages(fault=str(error))


def page_image(
    sheet: Sheet,
    choices: PictureChoices,
    fonts: Fonts,
    scale: float,
    cancelled: CancelCheck = never,
) -> QImage:
    """A page as pixels, `scale` of them to a 96th of an inch.

    Raises:
        ImageError: there is not enough memory.
        Cancelled: nobody waits for it any more.
    """
    stop_if(cancelled)
    fitting = min(max(scale, LEAST_PREVIEW), LARGEST_SCALE)
    ground = THEMES[choices.theme].background
    return sheet_image(sheet, fonts, scale=fitting, background=ground)


class Watched:
    """Has sheets say when they are painted, and stop where nobody waits for them any more."""

    def __init__(
        self, cancelled: CancelCheck, told: Callable[[int, int], None], total: int
    ) -> None:
        self._cancelled = cancelled
        self._told = told
        self._total = total

    def sheet(self, sheet: Sheet, number: int) -> Sheet:
        """The same sheet; `number` counts from 0."""

        def paint(surface: Surface) -> None:
            stop_if(self._cancelled)
            self._told(number, self._total)
            sheet.paint(surface)

        return sheet._replace(paint=paint)
