"""A picture of 200 labelled events as PNG, SVG and PDF, against matplotlib drawing the same.

Both draw the same cards, glyphs, bars, arrows and two lines of label for each event, on a page of
the same size, into memory. matplotlib gets them in the way that is quickest for it: collections for
boxes, bars and arrows, one scatter for each kind; its SVG and PDF keep text as text, as ours do.
Ours are read back and checked as well.

matplotlib is in no lock: `pip install matplotlib`. Without it the figures stand alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import Any

from PySide6.QtGui import QGuiApplication

from benchmarks.effort import Effort
from benchmarks.measuring import interleaved, timed
from benchmarks.rows import Goal, Row, compared_row, plain_row
from tests.drawing.example_charts import crowded_chart
from timeline_app.case.model import Kind
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.paint import paint_chart
from timeline_app.drawing.pdf.document import pdf_bytes
from timeline_app.drawing.png_document import png_bytes
from timeline_app.drawing.sheets import Metadata, Sheet
from timeline_app.drawing.svg.document import svg_bytes
from timeline_app.drawing.theme import LIGHT
from timeline_app.layout.chart import Chart

EVENTS = 200
PICTURE = (3_840, 2_160)
SCALE = 2.0
AGAINST = "matplotlib, the same marks and labels"
GOAL = Goal(0.33)
_MARKERS = dict(zip(Kind, "ohvDsp*", strict=True))
_DOTS_PER_INCH = 96.0


def rows(effort: Effort) -> Iterator[Row]:
    """One row for each format."""
    application = QGuiApplication.instance() or QGuiApplication([])
    chart, fonts = crowded_chart(EVENTS), Fonts()
    size = f"{PICTURE[0]:,} × {PICTURE[1]:,}"
    for name, described, make in _pictures(chart, fonts):
        works = {"ours": timed(make)}
        if find_spec("matplotlib") is not None:
            works["matplotlib"] = timed(_by_matplotlib(chart, name))
        for work in works.values():
            work()
        taken = interleaved(effort.rounds, works)
        what = described.format(size=size, events=EVENTS)
        if "matplotlib" in taken:
            yield compared_row(what, AGAINST, taken["ours"], taken["matplotlib"], goal=GOAL)
        else:
            yield plain_row(what, taken["ours"])
    application.processEvents()


def _pictures(chart: Chart, fonts: Fonts) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Each format, what its row is called, and what makes it."""
    width, height = (side / SCALE for side in PICTURE)
    sheet = Sheet(width, height, lambda surface: paint_chart(chart, surface, LIGHT), "A case")
    metadata = Metadata("A case")
    yield (
        "png",
        "a PNG of {size}, {events} labelled events",
        lambda: png_bytes(sheet, metadata, fonts, scale=SCALE),
    )
    yield "svg", "an SVG of {events} labelled events", lambda: svg_bytes(sheet, metadata, fonts)
    yield "pdf", "a PDF of {events} labelled events", lambda: pdf_bytes([sheet], metadata, fonts)


def _by_matplotlib(chart: Chart, name: str) -> Callable[[], bytes]:
    """Draws the chart anew and saves it in a format."""
    # Loaded by name, since it need not be there.
    matplotlib: Any = import_module("matplotlib")
    figures: Any = import_module("matplotlib.figure")
    matplotlib.rcParams.update({"svg.fonttype": "none", "pdf.fonttype": 42})

    def make() -> bytes:
        inches = tuple(side / SCALE / _DOTS_PER_INCH for side in PICTURE)
        figure = figures.Figure(figsize=inches, dpi=_DOTS_PER_INCH * SCALE)
        axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
        axes.set_xlim(0.0, PICTURE[0] / SCALE)
        axes.set_ylim(PICTURE[1] / SCALE, 0.0)
        axes.axis("off")
        _draw(chart, axes)
        data = BytesIO()
        figure.savefig(data, format=name)
        return data.getvalue()

    return make


def _draw(chart: Chart, axes: Any) -> None:  # noqa: ANN401 - matplotlib need not be there
    collections: Any = import_module("matplotlib.collections")
    patches: Any = import_module("matplotlib.patches")
    areas = [mark.area for mark in chart.events]
    bars = [bar.rect for mark in chart.events for bar in mark.bars]
    for rects, style in (
        ([lane.rect for lane in chart.lanes[::2]], {"facecolor": "#f5f7f9"}),
        (areas, {"facecolor": "white", "edgecolor": "#c0c6ce"}),
        (bars, {"facecolor": "white", "edgecolor": "#404850", "hatch": "///"}),
    ):
        boxes = [patches.Rectangle((r.x, r.y), r.width, r.height) for r in rects]
        axes.add_collection(collections.PatchCollection(boxes, **style))
    lines = [[arrow.points[0], arrow.points[-1]] for arrow in chart.arrows]
    axes.add_collection(collections.LineCollection(lines, colors="#606870", linewidths=1.0))
    for kind, marker in _MARKERS.items():
        glyphs = [mark.glyph for mark in chart.events if mark.kind is kind]
        places = [(g.x + g.width / 2, g.y + g.height / 2) for g in glyphs]
        axes.scatter(*zip(*places, strict=True), s=90.0, marker=marker)
    for lane in chart.lanes:
        axes.text(lane.title.x, lane.title.baseline, lane.title.text, fontsize=9.75)
    for mark in chart.events:
        for line in mark.label:
            axes.text(line.x, line.baseline, line.text, fontsize=9.75)
