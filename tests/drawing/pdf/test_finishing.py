"""What is done to Qt's PDF."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.glyphs import circle_path
from timeline_app.drawing.pdf.document import pdf_bytes
from timeline_app.drawing.pdf.finishing import letter_map, stated_widths
from timeline_app.drawing.sheets import Metadata, Sheet
from timeline_app.drawing.surface import Brush, Fade, Surface


def paint(surface: Surface) -> None:
    surface.path(circle_path(20.0), None, Brush(0xFFFF0000, fade=Fade(0.0, 40.0)), (30.0, 30.0))


def made(fonts: Fonts, metadata: Metadata, zoom: float = 1.0) -> PdfReader:
    sheet = Sheet(200.0, 100.0, paint, "", "", zoom)
    return PdfReader(BytesIO(pdf_bytes([sheet], metadata, fonts)))


def test_nothing_of_chance_is_left(fonts: Fonts) -> None:
    reader = made(fonts, Metadata("A case"))
    assert reader.metadata is not None
    assert set(reader.metadata) == {"/Title", "/Creator", "/Producer"}
    assert "/ID" not in reader.trailer
    assert "/Metadata" not in reader.root_object
    assert reader.root_object["/Lang"] == "en"


@pytest.mark.parametrize(
    ("created", "written"),
    [
        (datetime(2025, 4, 15, 9, 30, tzinfo=UTC), "D:20250415093000+00'00'"),
        (
            datetime(2025, 4, 15, 9, 30, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
            "D:20250415093000-03'30'",
        ),
    ],
)
def test_a_date_where_it_is_asked_for(fonts: Fonts, created: datetime, written: str) -> None:
    reader = made(fonts, Metadata("A case", created=created))
    assert reader.metadata is not None
    assert reader.metadata["/CreationDate"] == written
    assert reader.metadata.creation_date == created


@pytest.mark.parametrize("zoom", [1.0, 0.5])
def test_a_mask_takes_the_lightness_at_the_scale_of_the_page(fonts: Fonts, zoom: float) -> None:
    page = made(fonts, Metadata("A case"), zoom).pages[0]
    resources = page["/Resources"]
    assert isinstance(resources, DictionaryObject)
    stated = resources["/ExtGState"].get_object()
    assert isinstance(stated, DictionaryObject)
    states = [state.get_object() for state in stated.values()]
    (mask,) = [
        state["/SMask"].get_object()
        for state in states
        if "/SMask" in state and state["/SMask"] != "/None"
    ]
    assert mask["/S"] == "/Luminosity"
    scale = f"{10 * zoom:g}"
    assert mask["/G"].get_object().get_data().startswith(f"{scale} 0 0 {scale} 0 0 cm".encode())


def test_a_map_of_letters_comes_in_pieces_of_a_hundred() -> None:
    written = letter_map({code: chr(64 + code) for code in range(1, 151)} | {900: "😀", 901: ""})
    assert "100 beginbfchar\n<0001> <0041>\n" in written
    assert "51 beginbfchar\n" in written
    assert "<0384> <D83DDE00>" in written
    assert "<0385>" not in written


def test_widths_stand_in_lists_and_in_ranges() -> None:
    assert stated_widths([1, [500, 250.5], 7, 9, 1000, 12, [300]]) == {
        1: 500.0,
        2: 250.5,
        7: 1000.0,
        8: 1000.0,
        9: 1000.0,
        12: 300.0,
    }
    assert stated_widths([]) == {}
