"""The sheets of whole pictures: nothing lost, nothing cut, nothing over anything else."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.layout.made_cases import HOSTILE, case_of, event
from tests.pictures.long_cases import long_case
from tests.pictures.page_checks import (
    check_sheets,
    check_titles,
    listed_events,
    marked_events,
    page_numbers,
    painted,
    traced,
)
from timeline_app.case.opening import open_case
from timeline_app.case.solving.chronology import Chronology, solve_case
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.pages.paper import A3, A4, PAPERS, SLIDE, Paper
from timeline_app.drawing.theme import ThemeName
from timeline_app.layout.chart import LanesBy
from timeline_app.pictures.choices import Labels, PictureChoices, Stretch
from timeline_app.pictures.sheets import PageTooSmallError, picture_sheets
from timeline_app.pictures.subjects import CaseSubject, OneCase
from timeline_app.session.case_view import Axis
from timeline_app.session.spans import ColumnSpan

DATA = sorted((Path(__file__).resolve().parent.parent.parent / "data").glob("*.case.json"))
TODAY = date(2026, 11, 21)


@cache
def shipped(path: Path) -> Chronology:
    chronology = open_case(path).chronology
    assert chronology is not None
    return chronology


@cache
def long(count: int) -> Chronology:
    return long_case(count)


def subject_of(chronology: Chronology) -> CaseSubject:
    return CaseSubject(OneCase(chronology, "3f" * 32), today=TODAY)


@pytest.mark.parametrize(
    ("choices", "count", "most"),
    [
        (PictureChoices(paper=A4, axis=Axis.ORDER), 500, 60),
        (PictureChoices(paper=A4, axis=Axis.CALENDAR, labels=Labels.NUMBERS), 500, 50),
        (PictureChoices(paper=A3, axis=Axis.CALENDAR), 150, 15),
        (PictureChoices(paper=SLIDE, axis=Axis.ORDER, labels=Labels.NUMBERS), 150, 12),
    ],
)
def test_a_large_case_takes_the_pages_it_needs(
    choices: PictureChoices, count: int, most: int, fonts: Fonts
) -> None:
    chronology = long(count)
    sheets = picture_sheets(subject_of(chronology), choices, fonts)
    assert 3 < len(sheets) <= most
    surfaces = check_sheets(sheets, fonts)
    check_titles(surfaces, chronology.case, range(count))
    assert set(marked_events(surfaces)) == set(range(count))
    assert listed_events(surfaces) == list(chronology.order)
    assert page_numbers(surfaces) == [
        f"page {number} of {len(sheets)}" for number in range(1, len(sheets) + 1)
    ]
    if choices.axis is Axis.ORDER:
        assert len(marked_events(surfaces)) == count
    assert all("A made case" in "".join(surface.strings()) for surface in surfaces)


@pytest.mark.parametrize("axis", Axis)
@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name[:2])
def test_a_shipped_case_has_room_on_a4_with_its_list(path: Path, axis: Axis, fonts: Fonts) -> None:
    """On one page, but for a calendar of twenty events none of which is dated: each of them has
    a row of its own, and their list stands on a second page."""
    chronology = shipped(path)
    sheets = picture_sheets(subject_of(chronology), PictureChoices(paper=A4, axis=axis), fonts)
    assert len(sheets) == (2 if axis is Axis.CALENDAR and len(chronology.order) >= 20 else 1)
    surfaces = check_sheets(sheets, fonts)
    check_titles(surfaces[:1], chronology.case, chronology.order)
    assert sorted(marked_events(surfaces)) == sorted(chronology.order)
    assert listed_events(surfaces) == list(chronology.order)
    assert all(sheet.zoom >= 0.7 for sheet in sheets)


@settings(
    deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    seed=st.integers(0, 10_000),
    count=st.integers(0, 45),
    choices=st.builds(
        PictureChoices,
        axis=st.sampled_from(list(Axis)),
        labels=st.sampled_from(list(Labels)),
        lanes=st.sampled_from(list(LanesBy)),
        paper=st.sampled_from([*PAPERS.values(), Paper(700, 500), Paper(420, 900)]),
        notes=st.booleans(),
        event_list=st.booleans(),
    ),
)
def test_any_case_is_whole_on_any_page(
    seed: int, count: int, choices: PictureChoices, fonts: Fonts
) -> None:
    chronology = long_case(count, seed)
    surfaces = check_sheets(picture_sheets(subject_of(chronology), choices, fonts), fonts)
    check_titles(surfaces, chronology.case, range(count))
    assert set(marked_events(surfaces)) == set(range(count))


def test_titles_that_must_not_break_anything_do_not(fonts: Fonts) -> None:
    titles = [title[:3_000] for title in HOSTILE]
    chronology = solve_case(case_of([event(n, title=title) for n, title in enumerate(titles)]))
    surfaces = check_sheets(
        picture_sheets(subject_of(chronology), PictureChoices(paper=A4), fonts), fonts
    )
    check_titles(surfaces, chronology.case, range(len(titles)))


def test_the_same_input_gives_the_same_sheets(fonts: Fonts) -> None:
    subject, choices = subject_of(long(40)), PictureChoices(paper=A4, axis=Axis.ORDER)
    first, second = (picture_sheets(subject, choices, fonts) for _ in range(2))
    assert [(sheet[:2], sheet[3:]) for sheet in first] == [
        (sheet[:2], sheet[3:]) for sheet in second
    ]
    assert [traced(painted(sheet)) for sheet in first] == [
        traced(painted(sheet)) for sheet in second
    ]


def test_a_sheet_has_the_size_of_its_paper_and_names(fonts: Fonts) -> None:
    sheets = picture_sheets(subject_of(long(40)), PictureChoices(paper=A4), fonts)
    assert [(round(sheet.width, 2), round(sheet.height, 2)) for sheet in sheets] == [
        (1122.52, 793.7)
    ] * len(sheets)
    assert sheets[0].bookmark == "A made case"
    assert all(sheet.title.startswith("A made case") for sheet in sheets)
    (screen,) = picture_sheets(
        subject_of(shipped(DATA[3])),
        PictureChoices(paper=PAPERS["3840x2160"], scale=2.0),
        fonts,
    )
    assert (screen.width, screen.height, screen.zoom) == (3840, 2160, 2.0)


def test_every_theme_paints_the_same_words(fonts: Fonts) -> None:
    chronology = shipped(DATA[0])
    words = [
        painted(
            picture_sheets(subject_of(chronology), PictureChoices(paper=A4, theme=theme), fonts)[0]
        ).strings()
        for theme in ThemeName
    ]
    assert words[0] == words[1] == words[2]


def test_what_is_not_to_go_along_does_not(fonts: Fonts) -> None:
    chronology = shipped(DATA[0])
    bare = PictureChoices(
        title=False, legend=False, footer=False, citation=False, event_list=False, axis=Axis.ORDER
    )
    (sheet,) = picture_sheets(subject_of(chronology), bare, fonts)
    text = " ".join(painted(sheet).strings())
    assert chronology.case.title not in text
    assert "Sources" not in text
    assert "sha256" not in text
    assert "stated" not in text
    assert "no later than" not in text
    (whole,) = picture_sheets(subject_of(chronology), PictureChoices(axis=Axis.ORDER), fonts)
    text = " ".join(painted(whole).strings())
    for part in (chronology.case.title, "Sources", "sha256 3f3f3f", "stated", "no later than"):
        assert part in text
    assert "exported on 21 November 2026" in text


def test_the_visible_stretch_alone_can_be_shown(fonts: Fonts) -> None:
    chronology = shipped(DATA[0])
    subject = subject_of(chronology)._replace(columns=ColumnSpan(1.4, 3.2))
    choices = PictureChoices(axis=Axis.ORDER, stretch=Stretch.VISIBLE)
    surfaces = check_sheets(picture_sheets(subject, choices, fonts), fonts)
    inside = [event for event in chronology.order if 1 <= chronology.layers[event] < 4]
    assert sorted(marked_events(surfaces)) == sorted(inside)
    text = " ".join(surfaces[0].strings())
    assert "Only columns 2 to 4 of 9 are shown." in text
    assert f"{len(inside)} of 12 events are shown" in text


def test_a_page_too_small_says_what_would_do(fonts: Fonts) -> None:
    chronology = shipped(DATA[8])
    one = PictureChoices(paper=Paper(900, 400), axis=Axis.CALENDAR, one_page=True)
    with pytest.raises(PageTooSmallError, match=r"900 × 400 px .* several pages") as refusal:
        picture_sheets(subject_of(chronology), one, fonts)
    needed = int(str(refusal.value).split("Make it ")[1].split(" px")[0])
    higher = PictureChoices(paper=Paper(900, needed), axis=Axis.CALENDAR, one_page=True)
    assert len(picture_sheets(subject_of(chronology), higher, fonts)) == 1
    with pytest.raises(PageTooSmallError, match="too small"):
        picture_sheets(subject_of(chronology), PictureChoices(paper=Paper(150, 900)), fonts)
    with pytest.raises(PageTooSmallError, match="no room"):
        picture_sheets(subject_of(chronology), PictureChoices(paper=Paper(210, 210)), fonts)
