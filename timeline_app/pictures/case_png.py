"""The picture of a whole case as one PNG file, for callers that choose little."""

from __future__ import annotations

from timeline_app.case.solving.chronology import Chronology
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.pages.paper import Paper
from timeline_app.drawing.png_document import check_size, png_bytes
from timeline_app.drawing.sheets import Metadata
from timeline_app.drawing.theme import LIGHT, Theme
from timeline_app.layout.chart import LanesBy
from timeline_app.pictures.choices import PictureChoices
from timeline_app.pictures.sheets import picture_sheets
from timeline_app.pictures.subjects import CaseSubject, OneCase
from timeline_app.session.case_view import Axis


def case_png(
    chronology: Chronology,
    axis: Axis,
    size: tuple[int, int],
    fonts: Fonts,
    *,
    lanes_by: LanesBy = LanesBy.KIND,
    hidden: frozenset[int] = frozenset(),
    theme: Theme = LIGHT,
) -> bytes:
    """The whole case as a PNG file of so many pixels.

    Raises:
        ImageError: the size is impossible, or the page has no room for the case.
    """
    check_size(*size)
    choices = PictureChoices(
        paper=Paper(*size),
        axis=axis,
        lanes=lanes_by,
        theme=theme.name,
        one_page=True,
        event_list=False,
        dated=False,
    )
    (sheet,) = picture_sheets(CaseSubject(OneCase(chronology, hidden=hidden)), choices, fonts)
    return png_bytes(sheet, Metadata(sheet.title), fonts, background=theme.background)
