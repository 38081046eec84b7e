"""Sizes of pages."""

from __future__ import annotations

import msgspec
import pytest

from timeline_app.drawing.pages.paper import (
    A4,
    PAPERS,
    SLIDE,
    Paper,
    Unit,
    name_of,
    paper_fault,
)


def test_a_screen_has_its_pixels_and_paper_its_inches() -> None:
    screen = Paper(1600, 900).laid_out()
    assert (screen.width, screen.height, screen.margin, screen.scale) == (1600, 900, 0, 1)
    page = A4.laid_out()
    assert page.on_paper == pytest.approx((297 / 25.4 * 96, 210 / 25.4 * 96))
    assert page.inner_width == pytest.approx(277 / 25.4 * 96)
    assert page.inner_height == pytest.approx(190 / 25.4 * 96)
    assert SLIDE.laid_out().on_paper == pytest.approx((1280, 720), abs=0.1)


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
def test_a_scale_makes_everything_larger_and_no_page_another_size(scale: float) -> None:
    page = A4.laid_out(scale)
    assert page.width == pytest.approx(A4.laid_out().width / scale)
    assert page.on_paper == pytest.approx(A4.laid_out().on_paper)
    smaller = page.smaller(0.7)
    assert smaller.on_paper == pytest.approx(page.on_paper)
    assert smaller.scale == pytest.approx(scale * 0.7)
    assert smaller.margin * smaller.scale == pytest.approx(page.margin * page.scale)


def test_sizes_have_names_and_both_directions() -> None:
    assert PAPERS["A4-portrait"] == PAPERS["A4-landscape"].turned
    assert PAPERS["Letter-landscape"].width == 279.4
    assert [name_of(paper) for paper in PAPERS.values()] == list(PAPERS)
    assert name_of(Paper(123, 456)) is None
    assert A4.in_words == "297 × 210 mm"
    assert Paper(1600, 900).in_words == "1600 × 900 px"


def test_a_margin_never_takes_the_page() -> None:
    page = Paper(300, 400, Unit.PIXELS, 5_000).laid_out()
    assert (page.inner_width, page.inner_height) == (150, 250)


def test_a_page_too_small_is_said() -> None:
    assert paper_fault(A4, 1.0) is None
    assert "150 × 900 px is too small" in (paper_fault(Paper(150, 900), 1.0) or "")
    assert "at least 400 px" in (paper_fault(Paper(300, 900), 2.0) or "")
    assert "53 mm" in (paper_fault(Paper(40, 90, Unit.MILLIMETRES), 1.0) or "")


def test_a_paper_is_kept_as_json() -> None:
    data = msgspec.json.encode(A4)
    assert msgspec.json.decode(data, type=Paper) == A4
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"width": -3, "height": 2}', type=Paper)
