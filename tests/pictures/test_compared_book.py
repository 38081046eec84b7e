"""Two cases on pages: nothing of either is lost, and both stand on every page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.pictures.compared_cases import compared
from tests.pictures.long_cases import long_case
from tests.pictures.page_checks import check_sheets, check_titles, marked_events, page_numbers
from timeline_app.case.model import Kind
from timeline_app.case.opening import open_case
from timeline_app.case.solving.chronology import Chronology
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.pages.paper import A3, A4
from timeline_app.layout.comparison.align import Align
from timeline_app.pictures.choices import Labels, PictureChoices, Stretch
from timeline_app.pictures.sheets import picture_sheets

DATA = Path(__file__).resolve().parent.parent.parent / "data"


@cache
def shipped(name: str) -> Chronology:
    chronology = open_case(DATA / f"{name}.case.json").chronology
    assert chronology is not None
    return chronology


def song() -> Chronology:
    return shipped("04-song-defection")


def li() -> Chronology:
    return shipped("08-li-abroad")


@pytest.mark.parametrize("align", Align)
def test_a_comparison_of_two_small_cases_has_room_on_a3(align: Align, fonts: Fonts) -> None:
    subject = compared(song(), li(), align, Kind.CONTACT)
    sheets = picture_sheets(subject, PictureChoices(paper=A3), fonts)
    assert len(sheets) == 1
    surfaces = check_sheets(sheets, fonts)
    for letter, chronology in (("A", song()), ("B", li())):
        assert sorted(marked_events(surfaces, letter)) == sorted(chronology.order)
        check_titles(surfaces, chronology.case, chronology.order)
        assert f"{letter} · {chronology.case.title}" in " ".join(surfaces[0].strings())
    assert sheets[0].title == f"{song().case.title} and {li().case.title}"


@pytest.mark.parametrize("align", Align)
@pytest.mark.parametrize("labels", Labels)
def test_large_cases_take_the_pages_they_need(align: Align, labels: Labels, fonts: Fonts) -> None:
    a, b = long_case(40, 3), long_case(50, 5)
    subject = compared(a, b, align)
    sheets = picture_sheets(subject, PictureChoices(paper=A4, labels=labels), fonts)
    assert 1 < len(sheets) < 40
    surfaces = check_sheets(sheets, fonts)
    for letter, chronology in (("A", a), ("B", b)):
        check_titles(surfaces, chronology.case, chronology.order)
        assert sorted(marked_events(surfaces, letter)) == sorted(chronology.order)
    assert page_numbers(surfaces)[0] == f"page 1 of {len(sheets)}"


def test_a_case_without_the_anchor_says_so(fonts: Fonts) -> None:
    subject = compared(song(), li(), Align.DAY_ZERO, Kind.LEAK)
    surfaces = check_sheets(picture_sheets(subject, PictureChoices(paper=A3), fonts), fonts)
    text = " ".join(surfaces[0].strings())
    assert "A: This case has no leak to align on." in text
    assert "A: 0 of 8 events are shown." in text
    assert "B: All 9 events are shown." in text
    assert not marked_events(surfaces, "A")


def test_a_stretch_of_columns_alone_can_be_shown(fonts: Fonts) -> None:
    subject = compared(song(), li())._replace(stretch=(1.5, 2.5))
    choices = PictureChoices(paper=A3, stretch=Stretch.VISIBLE)
    surfaces = check_sheets(picture_sheets(subject, choices, fonts), fonts)
    standings = subject.compared.standings
    for letter, standing in zip("AB", standings, strict=True):
        inside = [event for event, layer in enumerate(standing.layers) if 1 <= layer < 3]
        assert sorted(marked_events(surfaces, letter)) == inside
    assert "Only a stretch of the shared axis is shown." in " ".join(surfaces[0].strings())
