"""What a frame costs: 200 cards, each with two lines of label, a bar and an arrow.

    python -m benchmarks.painting

The floor is the least that any painter must do, in the same run: for each card one rounded
rectangle, one glyph and the two lines, straight with QPainter.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QImage, QPainter, QPen

from tests.drawing.example_charts import crowded_chart
from timeline_app.drawing.fonts import Fonts, face_of
from timeline_app.drawing.image import PictureOrder, render_image, render_png
from timeline_app.drawing.page import PageWords
from timeline_app.drawing.paint import paint_chart
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.drawing.theme import LIGHT
from timeline_app.layout.chart import Chart, Emphasis, TextRole

ROUNDS = 15
SCALES = (1.0, 1.25, 2.0)
LABELS = 10_000
MOST = 4.0
"""A frame may cost so many times the floor."""


def best_of(rounds: int, work: Callable[[], object]) -> float:
    """Milliseconds of processor time of the quickest round."""
    best = float("inf")
    for _ in range(rounds):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best * 1_000


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


def frames(chart: Chart, fonts: Fonts) -> float:
    """Prints the cost of a frame at each scale; gives the greatest ratio to the floor."""
    worst = 0.0
    for scale in SCALES:
        paint, least = frame(chart, fonts, scale), floor(chart, fonts, scale)
        first = best_of(1, paint)
        cost, least_cost = best_of(ROUNDS, paint), best_of(ROUNDS, least)
        worst = max(worst, cost / least_cost)
        print(
            f"frame at {scale:g}×: {cost:5.1f} ms (the first {first:.0f}), "
            f"floor {least_cost:5.1f} ms, {cost / least_cost:.2f} times"
        )
    return worst


def widths(fonts: Fonts) -> None:
    """Prints the cost of measuring labels."""
    labels = [f"Approaches agency {number} abroad" for number in range(LABELS)]

    def measure() -> None:
        for label in labels:
            fonts.width(label, TextRole.LABEL)

    metrics = fonts.shaped(face_of(TextRole.LABEL))[1]
    first, again = best_of(1, measure), best_of(5, measure)
    by_qt = best_of(2, lambda: [metrics.horizontalAdvance(label) for label in labels])
    print(f"{LABELS:,} widths: {first:.1f} ms, again {again:.1f} ms; QFontMetricsF {by_qt:.0f} ms")


def picture(chart: Chart, fonts: Fonts) -> None:
    """Prints the cost of a picture for a large screen."""
    order = PictureOrder(
        lambda _width, _height: chart, PageWords("A crowded case"), 3840, 2400, scale=2.0
    )
    paint = best_of(3, lambda: render_image(order, fonts))
    whole = best_of(3, lambda: render_png(order, fonts))
    print(f"PNG of 3840 × 2400: {whole:.0f} ms, of which laying out and painting {paint:.0f} ms")


def main() -> int:
    """Print the figures; 1 where a frame costs more than it may."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    chart, fonts = crowded_chart(), Fonts()
    worst = frames(chart, fonts)
    widths(fonts)
    picture(chart, fonts)
    application.processEvents()
    return int(worst > MOST)


if __name__ == "__main__":
    sys.exit(main())
