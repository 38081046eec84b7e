"""The texts of a page made whole, on content as Qt writes it."""

from __future__ import annotations

from timeline_app.drawing.pdf.painted_text import PaintedText
from timeline_app.drawing.pdf.text import PdfFont, whole_texts

FONT = PdfFont({1: 500.0, 2: 500.0, 3: 250.0}, {1: "a", 2: "\u2126", 3: "\t"})
FONTS = {"F11": FONT, "F12": PdfFont({1: 1000.0, 2: 1000.0}, {1: "\u05d0", 2: "\u05d1"})}


def block(font: str, x: float, y: float, *steps: tuple[float, int], slant: str = "0") -> str:
    """A block as Qt writes it: the first glyph at a place, the others by their steps."""
    first, *rest = steps
    rows = [
        f"{x} {-y} Td <{first[1]:04X}> Tj",
        *(f"{by} 0 Td <{code:04X}> Tj" for by, code in rest),
    ]
    lines = " \n".join(rows) + " \n"
    return f"q\n/GSa gs\nBT\n/{font} 10 Tf 1 0 {slant} -1 0 0 Tm\n{lines}ET\nQ\n"


def made(content: str, *texts: PaintedText) -> tuple[str, dict[str, dict[int, str]]]:
    page = whole_texts(content.encode(), texts, FONTS)
    return page.content.decode(), page.letters


def test_a_line_is_one_row_of_glyphs() -> None:
    content, letters = made(
        block("F11", 20, 50, (0, 1), (5.0, 3), (2.5, 2)), PaintedText("a Ω", 20.0, 50.0, 12.5)
    )
    assert "1 0 0 -1 20.000 50.000 Tm [<000100030002>] TJ" in content
    assert "Td" not in content
    assert "ActualText" not in content
    assert letters["F11"] == {1: "a", 3: " ", 2: "Ω"}


def test_what_is_off_its_place_is_put_back() -> None:
    content, _letters = made(
        block("F11", 20, 50, (0, 1), (5.5, 1), (5.0, 1)), PaintedText("aaa", 20.0, 50.0, 15.0)
    )
    assert "[<0001>-50<00010001>] TJ" in content


def test_two_texts_at_the_same_place_keep_their_glyphs() -> None:
    one = block("F11", 20, 50, (0, 1))
    text = PaintedText("a", 20.0, 50.0, 5.0)
    content, _letters = made(one + one, text, text)
    assert content.count("TJ") == content.count("BT") == 2


def test_a_block_that_belongs_to_no_text_stays_as_it_was() -> None:
    stray = block("F11", 300, 9, (0, 1), (5.0, 2))
    content, _letters = made(stray, PaintedText("a", 20.0, 50.0, 5.0))
    assert content == stray


def test_a_text_that_became_shapes_is_passed_over() -> None:
    content, letters = made(
        block("F11", 20, 70, (0, 1)),
        PaintedText("b", 20.0, 50.0, 5.0),
        PaintedText("a", 20.0, 70.0, 5.0),
    )
    assert content.count("TJ") == 1
    assert letters["F11"] == {1: "a"}


def test_right_to_left_stretches_are_read_in_order() -> None:
    # On the page: the second word, a space, the first word, each from its right end.
    content, letters = made(
        block("F11", 30, 50, (0, 3))
        + block("F12", 42.5, 50, (0, 1), (-10.0, 2))
        + block("F12", 20, 50, (0, 2)),
        PaintedText("\u05d0\u05d1 \u05d1", 20.0, 50.0, 32.5, shaped=True),
    )
    assert content.count("BT") == 1
    rows = [line for line in content.splitlines() if line.endswith("TJ")]
    assert rows == [
        "1 0 0 -1 32.500 50.000 Tm [<00020001>] TJ",
        "1 0 0 -1 30.000 50.000 Tm [<0003>] TJ",
        "1 0 0 -1 20.000 50.000 Tm [<0002>] TJ",
    ]
    assert "ActualText" not in content
    assert letters["F12"] == {1: "\u05d0", 2: "\u05d1"}


def test_joined_letters_take_the_whole_text_along() -> None:
    content, _letters = made(
        block("F11", 20, 50, (0, 1), (5.0, 2)),
        PaintedText("e\u0301x", 20.0, 50.0, 10.0, shaped=True),
    )
    assert "/Span <</ActualText <FEFF006503010078>>> BDC\nBT\n" in content
    assert content.count("BDC") == content.count("EMC") == 1


def test_a_slanted_font_stays_slanted() -> None:
    content, _letters = made(
        block("F11", 20 + 50 * 0.3, 50, (0, 1), slant=".3"), PaintedText("a", 20.0, 50.0, 5.0)
    )
    assert "1 0 0.3 -1 20.000 50.000 Tm" in content
