"""A page is named as one writes it, in pixels or on paper."""

from __future__ import annotations

import argparse

import pytest

from timeline_app.cli.page_sizes import USUAL_PAPER, USUAL_SCREEN, paper_size, screen_size
from timeline_app.drawing.pages.paper import A3, A4, LETTER, PAPER_MARGIN, SLIDE, Paper, Unit


@pytest.mark.parametrize(
    ("words", "paper"),
    [
        ("A4", A4), ("a4", A4), ("A4-landscape", A4), ("A4-portrait", A4.turned), ("A3", A3),
        ("A3-PORTRAIT", A3.turned), ("letter", LETTER), ("Letter-portrait", LETTER.turned),
        ("slide", SLIDE), ("slide-16:9", SLIDE),
        ("297x210mm", A4), ("210×297 mm", A4.turned),
        ("100.5x99mm", Paper(100.5, 99, Unit.MILLIMETRES, PAPER_MARGIN)),
    ],
)  # fmt: skip
def test_a_page_has_a_name_or_millimetres(words: str, paper: Paper) -> None:
    assert paper_size(words) == paper


@pytest.mark.parametrize("words", ["", "A", "A5", "297x210", "1600x900", "-1x5mm", "mm", "A4-"])
def test_anything_else_is_no_page(words: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError) as refused:
        paper_size(words)
    assert str(refused.value).startswith(f"“{words}” is not a page such as A4-portrait or 297x210")
    assert "A4-landscape, A4-portrait, A3-landscape" in str(refused.value)


@pytest.mark.parametrize(
    ("words", "size"),
    [("1600x900", (1600, 900)), ("0x0", (0, 0)), ("800X600", (800, 600)), ("8×6", (8, 6))],
)
def test_a_size_is_two_numbers(words: str, size: tuple[int, int]) -> None:
    assert screen_size(words) == Paper(*size)


@pytest.mark.parametrize(
    "words",
    ["axb", "1600", "1600x", "x900", "-5x7", "1.5x7", "1600x900x2", "", "٣x٤", "9" * 5000 + "x1"],
)
def test_anything_else_is_no_size(words: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError) as refused:
        screen_size(words)
    assert str(refused.value) == f"“{words}” is not a size such as 1600x900"


def test_the_usual_sizes() -> None:
    assert (A4, Paper(1600, 900)) == (USUAL_PAPER, USUAL_SCREEN)
