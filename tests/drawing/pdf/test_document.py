"""A PDF: pages of their sizes, text that is found, fonts that are inside, the same each time."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from threading import Thread

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject
from PySide6.QtGui import QFontDatabase, QPdfWriter

from tests.drawing.example_charts import calendar_chart, crowded_chart, order_chart
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.paint import paint_chart
from timeline_app.drawing.pdf import document as pdf_document
from timeline_app.drawing.pdf.document import pdf_bytes
from timeline_app.drawing.sheets import ImageError, Metadata, Sheet
from timeline_app.drawing.surface import Surface, TextStyle
from timeline_app.drawing.theme import LIGHT
from timeline_app.layout.chart import Chart, TextRole

METADATA = Metadata("A case · 张", "A reviewer", "sha256 ab", "Eight events")
A4 = (793.7008, 1122.5197)


def chart_sheet(chart: Chart, bookmark: str = "") -> Sheet:
    def paint(surface: Surface) -> None:
        paint_chart(chart, surface, LIGHT)

    return Sheet(chart.width, chart.height, paint, "A chart", bookmark)


def lines_sheet(lines: Sequence[str], role: TextRole = TextRole.LABEL) -> Sheet:
    def paint(surface: Surface) -> None:
        for number, line in enumerate(lines):
            surface.text((20.0, 40.0 + 20 * number), line, role, TextStyle(LIGHT.text))

    return Sheet(*A4, paint, "Lines")


def read(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data), strict=True)


def found_lines(data: bytes, page: int = 0) -> list[str]:
    return read(data).pages[page].extract_text().splitlines()


def test_pages_have_their_exact_sizes(fonts: Fonts) -> None:
    sheets = [lines_sheet(["a"]), chart_sheet(order_chart()), lines_sheet(["b"])]
    boxes = [page.mediabox for page in read(pdf_bytes(sheets, METADATA, fonts)).pages]
    sizes = [(round(float(box.width), 2), round(float(box.height), 2)) for box in boxes]
    assert sizes == [(595.28, 841.89), (612.0, 301.5), (595.28, 841.89)]


def test_it_says_what_it_is_and_lists_its_cases(fonts: Fonts) -> None:
    sheets = [chart_sheet(order_chart(), name) for name in ("One", "One", "Two · 张")]
    reader = read(pdf_bytes(sheets, METADATA, fonts))
    assert reader.metadata is not None
    assert reader.metadata.title == METADATA.title
    assert reader.metadata.author == "A reviewer"
    assert reader.metadata.subject == "Eight events"
    assert reader.metadata.creator == METADATA.software
    entries = [entry for entry in reader.outline if isinstance(entry, Destination)]
    assert [entry.title for entry in entries] == ["One", "Two · 张"]
    assert [reader.get_destination_page_number(entry) for entry in entries] == [0, 2]


def test_every_line_of_a_chart_is_found_whole(fonts: Fonts) -> None:
    for chart in (order_chart(), calendar_chart(), crowded_chart(30)):
        found = found_lines(pdf_bytes([chart_sheet(chart)], METADATA, fonts))
        labels = [line.text for mark in chart.events for line in mark.label]
        lanes = [lane.title.text for lane in chart.lanes]
        ticks = [tick.label.text for tick in chart.ticks if tick.label is not None]
        assert {*labels, *lanes, *ticks} <= set(found)


def test_no_letter_is_joined_to_another_or_lost(fonts: Fonts) -> None:
    lines = [
        "Office first fluffy AVATAR To. -> 3x4 ffi fl",
        "“Quoted” – dash … ½ × ≥ 1 month · № 5 §",
        "Ωμέγα Жданов Łódź Ærø",
        " ".join(["words"] * 15),
    ]
    for role in (TextRole.LABEL, TextRole.TITLE, TextRole.NOTE):
        assert found_lines(pdf_bytes([lines_sheet(lines, role)], METADATA, fonts)) == lines


def test_texts_side_by_side_stay_apart(fonts: Fonts) -> None:
    def paint(surface: Surface) -> None:
        for x, words in ((300.0, "right"), (20.0, "left"), (120.0, "middle")):
            surface.text((x, 50.0), words, TextRole.LABEL, TextStyle(LIGHT.text))

    data = pdf_bytes([Sheet(400.0, 100.0, paint, "")], METADATA, fonts)
    assert found_lines(data) == ["right", "left", "middle"]


def has_font(system: QFontDatabase.WritingSystem) -> bool:
    """Whether this machine has a font for a script."""
    return bool(QFontDatabase.families(system))


def test_right_to_left_text_is_found_in_the_order_of_reading(fonts: Fonts) -> None:
    if not has_font(QFontDatabase.WritingSystem.Hebrew):
        pytest.skip("this machine has no font with Hebrew letters")
    lines = ["שלום עולם", "plain", "A name שלום in between"]
    found = found_lines(pdf_bytes([lines_sheet(lines)], METADATA, fonts))
    assert [" ".join(line.split()) for line in found] == lines


def test_joined_arabic_letters_are_found_as_plain_ones(fonts: Fonts) -> None:
    if not has_font(QFontDatabase.WritingSystem.Arabic):
        pytest.skip("this machine has no font with Arabic letters")
    assert found_lines(pdf_bytes([lines_sheet(["مرحبا"])], METADATA, fonts)) == ["مرحبا"]


def test_chinese_names_are_found(fonts: Fonts) -> None:
    if not has_font(QFontDatabase.WritingSystem.SimplifiedChinese):
        pytest.skip("this machine has no font with Chinese letters")
    lines = ["张三丰 in Beijing 一二", "北京"]
    assert found_lines(pdf_bytes([lines_sheet(lines)], METADATA, fonts)) == lines


def test_a_letter_that_no_font_has_spoils_nothing(fonts: Fonts) -> None:
    lines = ["before \U00013000 after", "e\u0301clair", "next"]
    found = found_lines(pdf_bytes([lines_sheet(lines)], METADATA, fonts))
    assert found[-1] == "next"
    assert found[0].startswith("before")


def test_fonts_are_inside_and_nothing_is_an_image(fonts: Fonts) -> None:
    data = pdf_bytes([chart_sheet(calendar_chart())], METADATA, fonts)
    resources = read(data).pages[0]["/Resources"]
    assert isinstance(resources, DictionaryObject)
    assert not resources.get("/XObject")
    names = set()
    stated = resources["/Font"].get_object()
    assert isinstance(stated, DictionaryObject)
    for font in stated.values():
        inside = font.get_object()["/DescendantFonts"][0].get_object()
        names.add(str(inside["/BaseFont"]).partition("+")[2])
        assert "/FontFile2" in inside["/FontDescriptor"].get_object()
    assert {"Inter-Regular", "Inter-SemiBold", "Inter-Italic"} >= names
    assert len(data) < 100_000


def test_the_tags_of_fonts_are_of_no_chance(fonts: Fonts) -> None:
    resources = read(pdf_bytes([chart_sheet(order_chart())], METADATA, fonts)).pages[0][
        "/Resources"
    ]
    assert isinstance(resources, DictionaryObject)
    stated = resources["/Font"].get_object()
    assert isinstance(stated, DictionaryObject)
    names = sorted(str(font.get_object()["/BaseFont"]) for font in stated.values())
    assert [name[:8] for name in names] == [
        f"/AAAAA{chr(65 + place)}+" for place in range(len(names))
    ]
    assert all(len(name) > len("/AAAAAA+") for name in names)


def test_the_same_sheets_give_the_same_bytes_in_any_thread(fonts: Fonts) -> None:
    sheets = [chart_sheet(calendar_chart()), chart_sheet(order_chart())]
    made: list[bytes] = []
    thread = Thread(target=lambda: made.append(pdf_bytes(sheets, METADATA, fonts)))
    thread.start()
    thread.join()
    assert made == [pdf_bytes(sheets, METADATA, fonts)]


def test_a_sheet_made_smaller_is_found_all_the_same(fonts: Fonts) -> None:
    sheet = lines_sheet(["made smaller"])._replace(width=300.0, height=300.0, zoom=0.7)
    assert found_lines(pdf_bytes([sheet], METADATA, fonts)) == ["made smaller"]


def test_no_sheet_is_an_error(fonts: Fonts) -> None:
    with pytest.raises(ImageError, match="no page"):
        pdf_bytes([], METADATA, fonts)


def test_an_impossible_size_is_an_error(fonts: Fonts) -> None:
    with pytest.raises(ImageError, match="can't be made"):
        pdf_bytes([lines_sheet(["a"])._replace(width=float("nan"))], METADATA, fonts)


def test_a_page_that_qt_can_not_begin_is_an_error_in_words(
    fonts: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPdfWriter, "newPage", lambda _writer: False)
    with pytest.raises(ImageError, match="Page 2"):
        pdf_bytes([lines_sheet(["a"]), lines_sheet(["b"])], METADATA, fonts)


def test_a_document_that_does_not_read_back_is_not_given(
    fonts: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing = _Refusing()
    monkeypatch.setattr(pdf_document, "check_pdf", refusing)
    with pytest.raises(ImageError, match="refused"):
        pdf_bytes([lines_sheet(["a"])], METADATA, fonts)
    assert refusing.asked


class _Refusing:
    """A check that nothing passes."""

    asked = False

    def __call__(self, *_what: object) -> None:
        self.asked = True
        raise ImageError("refused")
