"""Sheets: what may be made of them, and what a file says about itself."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from timeline_app import __version__
from timeline_app.drawing.sheets import (
    LONGEST_SIDE,
    ImageError,
    Metadata,
    Sheet,
    bookmarks,
    check_sheet,
    points,
)
from timeline_app.drawing.surface import Surface


def nothing(_surface: Surface) -> None:
    """Paints nothing."""


def sheet(width: float = 100.0, height: float = 50.0, bookmark: str = "") -> Sheet:
    return Sheet(width, height, nothing, "A sheet", bookmark)


@pytest.mark.parametrize("side", [0.0, -1.0, float("nan"), float("inf"), LONGEST_SIDE + 1])
def test_a_size_that_no_file_can_have_is_refused(side: float) -> None:
    with pytest.raises(ImageError, match="can't be made"):
        check_sheet(sheet(width=side))
    with pytest.raises(ImageError, match="can't be made"):
        check_sheet(sheet(height=side))


@pytest.mark.parametrize("zoom", [0.0, -1.0, 9.0, float("nan")])
def test_an_impossible_zoom_is_refused(zoom: float) -> None:
    with pytest.raises(ImageError, match="times its size"):
        check_sheet(sheet()._replace(zoom=zoom))


def test_any_usual_size_will_do() -> None:
    check_sheet(sheet(1.0, LONGEST_SIDE))
    check_sheet(sheet()._replace(zoom=0.7))


def test_a_file_says_what_made_it_and_no_date_unless_asked() -> None:
    assert Metadata("A case").software == f"timeline-app {__version__}"
    assert Metadata("A case").created is None


def test_the_words_of_a_file_are_plain_lines() -> None:
    created = datetime(2025, 4, 15, tzinfo=UTC)
    plain = Metadata("a\x00b\nc", "d\u202e", "e", "f\tg", "h", created, "en").plain()
    assert plain == ("a\ufffdb c", "d\ufffd", "e", "f g", "h", created, "en")


def test_pixels_become_points_to_a_hundredth() -> None:
    assert points(96.0) == 72.0
    assert points(793.7008) == 595.28


def test_one_bookmark_for_the_pages_that_share_it() -> None:
    pages = [sheet(bookmark=name) for name in ("a", "a", "", "a", "b", "b")]
    assert bookmarks(pages) == [("a", 0), ("a", 3), ("b", 4)]
    assert bookmarks([sheet()]) == []
