"""What a frame costs to paint: 200 cards, each with two lines of label, a bar and an arrow.

The floor is the least that any painter must do, in the same run: for each card one rounded
rectangle, one glyph and the two lines, straight with QPainter. Beside it the widths of labels, and
a picture for a large screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QImage, QPainter, QPen

from benchmarks.effort import Effort
from benchmarks.measuring import interleaved, timed
from benchmarks.rows import Goal, Row, compared_row
from tests.drawing.example_charts import crowded_chart
from timeline_app.drawing.fonts import Fonts, face_of
from timeline_app.drawing.image import PictureOrder, render_image, render_png
from timeline_app.drawing.page import PageWords
from timeline_app.drawing.paint import paint_chart
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.drawing.theme import LIGHT
from timeline_app.layout.chart import Chart, Emphasis, TextRole

SCALES = (1.0, 1.25, 2.0)
LABELS = 10_000
GOAL = Goal(4.0)
PICTURE = (3_840, 2_400)


def rows(effort: Effort) -> Iterator[Row]:
    """Frames at each scale, then widths, then a picture."""
    application = QGuiApplication.instance() or QGuiApplication([])
    chart, fonts = crowded_chart(), Fonts()
    for scale in SCALES:
        works = {"frame": frame(chart, fonts, scale), "floor": floor(chart, fonts, scale)}
        for work in works.values():
            work()
        taken = interleaved(2 * effort.rounds, {name: timed(one) for name, one in works.items()})
        what = f"paint a frame of 200 cards at {scale:g}×"
        against = "its boxes, glyphs and labels with QPainter"
        yield compared_row(what, against, taken["frame"], taken["floor"], goal=GOAL)
    yield widths(fonts, effort)
    yield picture(chart, fonts, effort)
    application.processEvents()


def blank(chart: Chart, scale: float) -> QImage:
    """An image that the chart fills."""
    image = QImage(
        round(chart.width * scale),
        round(chart.height * scale),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.setDevicePixelRatio(scale)
    return image


def frame(chart: Chart, fonts: Fonts, scale: float) -> Callable[[], None]:
    """Paints the chart with one event selected."""
    image = blank(chart, scale)
    before = frozenset(range(80))
    emphasis = Emphasis(selected=100, before=before, not_established=frozenset(range(150, 200)))

    def paint() -> None:
        painter = QPainter(image)
        paint_chart(chart, QtSurface(painter, fonts), LIGHT, emphasis)
        painter.end()

    return paint


def floor(chart: Chart, fonts: Fonts, scale: float) -> Callable[[], None]:
    """Paints boxes, glyphs and labels and nothing else."""
    image = blank(chart, scale)
    font = fonts.shaped(face_of(TextRole.LABEL))[0]

    def paint() -> None:
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, chart.width, chart.height), QColor("white"))
        painter.setFont(font)
        painter.setPen(QPen(QColor("black")))
        painter.setBrush(QBrush(QColor("white")))
        for mark in chart.events:
            area, glyph = mark.area, mark.glyph
            painter.drawRoundedRect(QRectF(area.x, area.y, area.width, area.height), 4, 4)
            painter.drawEllipse(QRectF(glyph.x, glyph.y, glyph.width, glyph.height))
            for line in mark.label:
                painter.drawText(QPointF(line.x, line.baseline), line.text)
        painter.end()

    return paint


def widths(fonts: Fonts, effort: Effort) -> Row:
    """Measuring labels that were measured before, against Qt's own metrics."""
    labels = [f"Approaches agency {number} abroad" for number in range(LABELS)]
    metrics = fonts.shaped(face_of(TextRole.LABEL))[1]

    def measure() -> None:
        for label in labels:
            fonts.width(label, TextRole.LABEL)

    def measure_by_qt() -> None:
        for label in labels:
            metrics.horizontalAdvance(label)

    measure()
    works = {"ours": timed(measure), "Qt": timed(measure_by_qt)}
    taken = interleaved(effort.rounds, works)
    return compared_row(f"{LABELS:,} widths of labels", "QFontMetricsF", taken["ours"], taken["Qt"])


def picture(chart: Chart, fonts: Fonts, effort: Effort) -> Row:
    """A picture for a large screen, against painting it without encoding."""
    width, height = PICTURE
    order = PictureOrder(
        lambda _width, _height: chart, PageWords("A crowded case"), width, height, scale=2.0
    )
    works = {
        "PNG": timed(lambda: render_png(order, fonts)),
        "image": timed(lambda: render_image(order, fonts)),
    }
    taken = interleaved(effort.rounds, works)
    what = f"a PNG of {width:,} × {height:,}"
    return compared_row(what, "painting it, not encoded", taken["PNG"], taken["image"])
