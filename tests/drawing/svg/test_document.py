"""An SVG file: whole in itself, the same each time, and the same picture as the PNG."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tests.drawing.example_charts import calendar_chart, order_chart
from tests.drawing.svg_reading import SVG, child_text, group, texts
from timeline_app.drawing.fonts import FAMILY, Fonts
from timeline_app.drawing.paint import EventWords, paint_chart
from timeline_app.drawing.png_document import sheet_image
from timeline_app.drawing.sheets import ImageError, Metadata, Sheet
from timeline_app.drawing.surface import Surface, TextStyle
from timeline_app.drawing.svg.document import FAMILIES, LengthUnit, svg_bytes
from timeline_app.drawing.svg.markup import xml_text
from timeline_app.drawing.theme import DARK, LIGHT
from timeline_app.layout.chart import Chart, EventMark, TextRole

METADATA = Metadata("A case & more", "A reviewer", "Case 1, sha256 ab", "Eight events")
any_text = st.text(st.characters(), max_size=60)


def chart_sheet(chart: Chart) -> Sheet:
    def paint(surface: Surface) -> None:
        paint_chart(chart, surface, LIGHT)

    return Sheet(chart.width, chart.height, paint, "A chart")


@pytest.fixture(scope="module")
def calendar(fonts: Fonts) -> bytes:
    return svg_bytes(chart_sheet(calendar_chart()), METADATA, fonts)


def test_the_file_says_what_it_is(calendar: bytes) -> None:
    root = ET.fromstring(calendar)
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == "0 0 816 434"
    assert (root.get("width"), root.get("height")) == ("816px", "434px")
    assert "img" in (root.get("role") or "")
    labels = {one.get("id"): one.text for one in root if one.get("id")}
    assert [labels[name] for name in (root.get("aria-labelledby") or "").split()] == [
        "A case & more",
        "Eight events",
    ]
    (metadata,) = root.iter(f"{SVG}metadata")
    stated = {one.tag.partition("}")[2]: one.text for one in metadata[0][0]}
    assert stated["creator"] == "A reviewer"
    assert stated["source"] == "Case 1, sha256 ab"
    assert "date" not in stated


def test_a_date_is_told_where_it_is_asked_for(fonts: Fonts) -> None:
    dated = METADATA._replace(created=datetime(2025, 4, 15, 9, 30, tzinfo=UTC), subject="")
    data = svg_bytes(chart_sheet(order_chart()), dated, fonts).decode()
    assert "<dc:date>2025-04-15T09:30:00+00:00</dc:date>" in data
    assert "<desc" not in data.partition("<metadata>")[0]


def test_millimetres_and_a_sheet_made_smaller(fonts: Fonts) -> None:
    sheet = chart_sheet(order_chart())._replace(width=408.0, height=201.0, zoom=0.5)
    root = ET.fromstring(svg_bytes(sheet, METADATA, fonts, LengthUnit.MILLIMETRES))
    assert (root.get("width"), root.get("height")) == ("107.95mm", "53.18mm")
    assert root.get("viewBox") == "0 0 816 402"


def test_every_event_is_a_group_with_its_words(fonts: Fonts) -> None:
    chart = order_chart()

    def describe(mark: EventMark) -> EventWords:
        return EventWords("same", f"title {mark.event}", f"no later than {mark.event}")

    sheet = Sheet(
        chart.width,
        chart.height,
        lambda surface: paint_chart(chart, surface, LIGHT, describe=describe),
        "",
    )
    root = ET.fromstring(svg_bytes(sheet, METADATA, fonts))
    names = ["same", *(f"same-{number}" for number in range(2, 9))]
    groups = [group(root, name) for name in names]
    assert [child_text(one, "title") for one in groups] == [f"title {n}" for n in range(8)]
    assert [child_text(one, "desc") for one in groups] == [f"no later than {n}" for n in range(8)]
    for mark, one in zip(chart.events, groups, strict=True):
        assert texts(one) == [line.text for line in mark.label]


def test_nothing_leads_outside_and_nothing_runs(calendar: bytes) -> None:
    data = calendar.decode()
    assert not re.search(r"<script|<image|<foreignObject|href|@import|<style|\bon\w+=", data)
    addresses = set(re.findall(r'https?://[^"]+', data))
    assert addresses == {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://purl.org/dc/elements/1.1/",
    }
    assert not re.search(r"\d\.\d{3}", data.partition("</metadata>")[2])


def test_the_same_sheet_gives_the_same_bytes(fonts: Fonts, calendar: bytes) -> None:
    assert svg_bytes(chart_sheet(calendar_chart()), METADATA, Fonts()) == calendar


@settings(max_examples=60)
@given(any_text, any_text, any_text)
def test_any_text_is_found_again(fonts: Fonts, words: str, title: str, description: str) -> None:
    def paint(surface: Surface) -> None:
        with surface.group(words, title, description):
            surface.text((5.0, 20.0), words, TextRole.LABEL, TextStyle(LIGHT.text))

    metadata = Metadata(title, words, description, words, language="en")
    root = ET.fromstring(svg_bytes(Sheet(200.0, 50.0, paint, ""), metadata, fonts))
    assert texts(root) == ([xml_text(words)] if words else [])
    assert (child_text(root, "title") or "") == xml_text(title)
    (drawing,) = [one for one in root if one.tag == f"{SVG}g"]
    (made,) = drawing.iter(f"{SVG}g") if drawing.get("id") != "picture" else drawing
    assert (child_text(made, "title") or "") == xml_text(title)
    assert (child_text(made, "desc") or "") == xml_text(description)


@pytest.mark.parametrize("make", [order_chart, calendar_chart])
def test_it_shows_the_same_as_the_png(fonts: Fonts, make: Callable[[], Chart]) -> None:
    """Qt's own renderer takes one family only, and knows no clip paths; otherwise it will do."""
    sheet = chart_sheet(make())
    data = svg_bytes(sheet, METADATA, fonts).replace(", ".join(FAMILIES).encode(), FAMILY.encode())
    renderer = QSvgRenderer(QByteArray(data))
    assert renderer.isValid()
    shown = QImage(round(sheet.width), round(sheet.height), QImage.Format.Format_RGB32)
    shown.fill(LIGHT.background)
    painter = QPainter(shown)
    renderer.render(painter)
    painter.end()
    assert share_unlike(shown, sheet_image(sheet, fonts)) < 0.02


@pytest.mark.skipif(shutil.which("rsvg-convert") is None, reason="rsvg-convert is not installed")
def test_another_program_opens_it(calendar: bytes) -> None:
    done = subprocess.run(
        ["rsvg-convert"], input=calendar, capture_output=True, check=True, timeout=60
    )
    shown = QImage.fromData(done.stdout)
    assert (shown.width(), shown.height()) == (816, 434)


def test_an_impossible_size_is_an_error(fonts: Fonts) -> None:
    with pytest.raises(ImageError, match="can't be made"):
        svg_bytes(chart_sheet(order_chart())._replace(width=0.0), METADATA, fonts)


def test_another_theme_has_other_colours(fonts: Fonts) -> None:
    sheet = Sheet(816.0, 402.0, lambda s: paint_chart(order_chart(), s, DARK), "")
    assert f"#{DARK.background & 0xFFFFFF:06x}" in svg_bytes(sheet, METADATA, fonts).decode()


def share_unlike(one: QImage, other: QImage) -> float:
    """The share of channels of pixels that differ by more than a sixth."""
    first, second = pixels(one), pixels(other)
    return float((np.abs(first - second) > 42).mean())


def pixels(image: QImage) -> npt.NDArray[np.int16]:
    """The channels of an image, row by row."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return rows[:, :, :3].astype(np.int16)
