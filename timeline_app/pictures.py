"""The picture of a case for a page: the words round it, and the chart laid out for its size.

Nothing of the window is used, so that the command line makes the same pictures without a display.
"""

from __future__ import annotations

from timeline_app import __version__
from timeline_app.case.model import Basis, Source
from timeline_app.case.solving.chronology import Chronology
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.image import PictureOrder, render_png
from timeline_app.drawing.page import PageWords
from timeline_app.drawing.theme import LIGHT, Theme
from timeline_app.layout.calendar_chart import lay_out_calendar
from timeline_app.layout.chart import Chart, LanesBy, TextMeasurer
from timeline_app.layout.extent import column_extent
from timeline_app.layout.options import CalendarView, ChartOptions, OrderView
from timeline_app.layout.order_chart import lay_out_order
from timeline_app.session.case_view import Axis, whole_calendar
from timeline_app.session.spans import CalendarSpan
from timeline_app.session.status import case_summary

NO_CALENDAR = CalendarSpan(0, 1)


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
    options = ChartOptions(lanes_by=lanes_by, hidden=hidden)
    words = picture_words(chronology, hidden)

    def lay_out(width: float, height: float) -> Chart:
        return _lay_out(chronology, axis, options, fonts, (width, height))

    return render_png(PictureOrder(lay_out, words, *size, theme=theme), fonts)


def picture_words(chronology: Chronology, hidden: frozenset[int]) -> PageWords:
    """Title, summary, and a footer that says what is shown and what is not."""
    case = chronology.case
    shown = len(chronology.order) - len(hidden)
    footer = [f"{shown} of {len(chronology.order)} events are shown." if hidden else ""]
    off = [str(basis) for basis in Basis if basis not in chronology.bases]
    if off:
        footer.append(f"{' and '.join(off).capitalize()} statements are left out.")
    if case.sources:
        footer.append(f"Sources: {'; '.join(map(_source_words, case.sources))}.")
    footer.append(f"Case {case.id} · timeline-app {__version__}")
    return PageWords(case.title, case_summary(chronology), tuple(line for line in footer if line))


def _source_words(source: Source) -> str:
    """Title, publisher and date of a source, as far as the case states them."""
    return ", ".join(part for part in (source.title, source.publisher, source.published) if part)


def _lay_out(
    chronology: Chronology,
    axis: Axis,
    options: ChartOptions,
    measurer: TextMeasurer,
    page: tuple[float, float],
) -> Chart:
    width, height = page
    if axis is Axis.ORDER:
        view = OrderView(0.0, column_extent(chronology), width, height)
        return lay_out_order(chronology, view, options, measurer)
    span = whole_calendar(chronology) or NO_CALENDAR
    calendar = CalendarView(span.start, span.end, width, height)
    return lay_out_calendar(chronology, calendar, options, measurer)
