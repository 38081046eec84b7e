"""What a reviewer chooses for a picture: remembered as it is, under a name or as the latest."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from timeline_app.drawing.pages.paper import INCH, SCREEN, Dots, Layout, Paper, Scale, Unit
from timeline_app.drawing.theme import ThemeName
from timeline_app.layout.chart import LanesBy
from timeline_app.session.case_view import Axis


class PictureFormat(StrEnum):
    """The kinds of file."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


class Stretch(StrEnum):
    """How much of a case is on the picture."""

    WHOLE = "whole"
    VISIBLE = "visible"


class Labels(StrEnum):
    """What stands beside the sign of an event; with numbers the titles are in the list below."""

    TITLES = "titles"
    NUMBERS = "numbers"


class PictureChoices(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a picture is made, whatever it shows.

    Attributes:
        format: the kind of file.
        paper: the size of a page.
        dpi: dots an inch of a PNG on a page in millimetres; one in pixels has its pixels.
        scale: how large everything on the page is, 1 being as on a screen.
        theme: the colours.
        axis: what the chart is drawn along; None as the program would choose for the case.
        lanes: what a lane stands for.
        stretch: the whole case, or what is visible where the picture is asked for.
        labels: titles or numbers.
        one_page: whether there may be one page only.
        title: whether title and summary stand above the chart.
        legend: whether the signs are explained.
        footer: whether it is said what is shown and hidden, of which file, by which version.
        citation: whether the sources are named.
        event_list: whether the events are listed with their times in words.
        notes: whether the list has the notes on the events.
        dated: whether the footer names the day of the export; without it the same input gives the
            same bytes on any day.
    """

    format: PictureFormat = PictureFormat.PNG
    paper: Paper = SCREEN
    dpi: Dots = 192
    scale: Scale = 1.0
    theme: ThemeName = ThemeName.LIGHT
    axis: Axis | None = None
    lanes: LanesBy = LanesBy.KIND
    stretch: Stretch = Stretch.WHOLE
    labels: Labels = Labels.TITLES
    one_page: bool = False
    title: bool = True
    legend: bool = True
    footer: bool = True
    citation: bool = True
    event_list: bool = True
    notes: bool = False
    dated: bool = True

    @property
    def layout(self) -> Layout:
        """The page for a layout."""
        return self.paper.laid_out(self.scale)

    @property
    def png_dpi(self) -> float:
        """Dots an inch of a PNG of these choices."""
        return INCH if self.paper.unit is Unit.PIXELS else float(self.dpi)
