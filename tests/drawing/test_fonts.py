"""What is measured is what is painted."""

from __future__ import annotations

import string
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QImage, QPainter

from timeline_app.drawing import fonts as fonts_module
from timeline_app.drawing.fonts import ROLES, Face, FontError, Fonts, face_of, font_data
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.drawing.surface import Anchor, TextStyle
from timeline_app.layout.chart import TextMeasurer, TextRole
from timeline_app.layout.notes import COLUMNS_BY_STATEMENT, FIRST_PERSON, MARGIN, ONLY_ARROWS
from timeline_app.layout.order_chart import TOO_MANY_ARROWS

LABEL = face_of(TextRole.LABEL)
PLAIN = ["", "Copies and sells files", "≥ 1 month", "Žižek, Ångström, Ελλάδα, Москва", "→ “no” … –"]
SHAPED = ["张某", "عميل", "e\u0301cole", "emoji 🕵", "\ufffd", "\u2440"]


def test_the_fonts_are_a_measurer(fonts: Fonts) -> None:
    measurer: TextMeasurer = fonts
    for role in TextRole:
        assert measurer.width("width", role) > 0
        assert 0 < measurer.ascent(role) < measurer.height(role)
        assert measurer.height(role) == int(measurer.height(role))
        assert measurer.ascent(role) == int(measurer.ascent(role))


def test_letters_fit_into_their_lines(fonts: Fonts) -> None:
    for role, font in ROLES.items():
        metrics = QFontMetricsF(fonts.shaped(font.face)[0])
        assert fonts.ascent(role) >= metrics.capHeight() + 2
        assert fonts.height(role) - fonts.ascent(role) >= metrics.descent() - 1


@pytest.mark.parametrize("role", TextRole)
@pytest.mark.parametrize("text", [*PLAIN, *SHAPED])
def test_widths_are_those_of_qt(fonts: Fonts, role: TextRole, text: str) -> None:
    _font, metrics = fonts.shaped(face_of(role))
    assert fonts.width(text, role) == pytest.approx(metrics.horizontalAdvance(text), abs=0.05)
    assert fonts.width(text, role) == fonts.width_in(text, face_of(role))


@pytest.mark.parametrize(
    "face", sorted({face_of(role, italic=True) for role in TextRole} | {LABEL})
)
def test_every_letter_of_the_bundled_font_is_measured_by_the_table(
    fonts: Fonts, face: Face
) -> None:
    _font, metrics = fonts.shaped(face)
    for character in string.printable[:95] + "éßÆłőŽΩЯ–—“”‘’…€≥≤→←·×":
        assert fonts.glyphs(character, face) is not None
        advance = metrics.horizontalAdvance(character)
        assert fonts.width_in(character, face) == pytest.approx(advance, abs=0.02), character


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_is_painted_glyph_by_glyph(fonts: Fonts, text: str) -> None:
    run = fonts.glyphs(text, LABEL)
    assert run is not None
    assert len(run.glyphIndexes()) == len(text)
    assert fonts.glyphs(text, LABEL) is run


@pytest.mark.parametrize("text", SHAPED)
def test_other_text_is_left_to_qt(fonts: Fonts, text: str) -> None:
    assert fonts.glyphs(text, LABEL) is None


def inked(fonts: Fonts, text: str, anchor: Anchor = Anchor.LEFT) -> tuple[int, int]:
    """The first and last column of pixels that a text painted at x = 200 touches."""
    image = QImage(400, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    style = TextStyle(0xFF000000, anchor=anchor)
    QtSurface(painter, fonts).text((200.0, 25.0), text, TextRole.LABEL, style)
    painter.end()
    columns = [x for x in range(400) if any(image.pixel(x, y) != 0xFFFFFFFF for y in range(40))]
    return columns[0], columns[-1]


@pytest.mark.parametrize("text", ["Hill Hill Hill", "HH 张 HH", "WWWWWWWWWW"])
def test_the_ink_is_as_wide_as_was_measured(fonts: Fonts, text: str) -> None:
    first, last = inked(fonts, text)
    width = fonts.width(text, TextRole.LABEL)
    assert 200 <= first <= 202
    assert last - 200 == pytest.approx(width, abs=2.5)


def test_text_may_hang_on_its_middle_or_its_right(fonts: Fonts) -> None:
    half = fonts.width("HHHH", TextRole.LABEL) / 2
    first, last = inked(fonts, "HHHH", Anchor.MIDDLE)
    assert (first + last) / 2 == pytest.approx(200, abs=1.5)
    first, last = inked(fonts, "HHHH", Anchor.RIGHT)
    assert last == pytest.approx(199, abs=1.5)
    assert first == pytest.approx(200 - 2 * half, abs=2)


def test_any_thread_may_measure_and_paint(fonts: Fonts) -> None:
    found: list[tuple[float, tuple[int, int]]] = []

    def work() -> None:
        found.append((fonts.width("Arrested 张", TextRole.LABEL), inked(fonts, "Arrested")))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [(fonts.width("Arrested 张", TextRole.LABEL), inked(fonts, "Arrested"))] * 4


def test_what_is_remembered_is_bounded(fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts_module, "_KEPT", 8)
    fresh = Fonts()
    for number in range(40):
        assert fresh.width(f"{number}", TextRole.LABEL) == fonts.width(f"{number}", TextRole.LABEL)
        assert fresh.glyphs(f"{number}", LABEL) is not None


def test_a_damaged_installation_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts_module, "resources_folder", lambda: tmp_path)
    font_data.cache_clear()
    with pytest.raises(FontError, match=r"Inter-Regular\.otf can't be read \(No such file"):
        font_data("Regular")


@pytest.mark.qt_log_ignore("QFontEngine|QRawFont|FT_New_Face|font")
def test_a_damaged_font_is_told_in_words(fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts_module, "font_data", lambda _style: b"no font")
    with pytest.raises(FontError, match="can't be used"):
        Fonts()
    register_fonts = fonts_module._register_fonts.__wrapped__
    with pytest.raises(FontError, match="can't be used"):
        register_fonts()


def test_without_an_application_there_are_no_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "instance", lambda: None)
    with pytest.raises(FontError, match="QGuiApplication"):
        Fonts()


@pytest.mark.parametrize(
    "note",
    [
        ONLY_ARROWS,
        FIRST_PERSON,
        COLUMNS_BY_STATEMENT,
        TOO_MANY_ARROWS,
        "No event is dated; all lie no later than 30 September 2024, the day of the report",
        "Nothing here is tied to the calendar; the order axis shows what is established",
    ],
)
def test_a_note_fits_a_narrow_chart_unshortened(fonts: Fonts, note: str) -> None:
    assert fonts.width(note, TextRole.NOTE) <= 660.0 - 2 * MARGIN
