"""What becomes of a case on a page, told beforehand."""

from __future__ import annotations

import pytest

from tests.layout.made_cases import chain, event, solved
from tests.pictures.long_cases import long_case
from timeline_app.case.cancelling import Cancelled
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.pages.paper import A4, PAPERS, Paper
from timeline_app.pictures.advice import advice
from timeline_app.pictures.choices import Labels, PictureChoices
from timeline_app.pictures.sheets import picture_sheets
from timeline_app.pictures.subjects import CaseSubject, OneCase
from timeline_app.session.case_view import Axis

SMALL = CaseSubject(OneCase(solved(*chain("A", "B"))))
UNDATED = CaseSubject(
    OneCase(solved(*(event(n, title=f"Somebody does something, {n}") for n in range(26))))
)
LARGE = CaseSubject(OneCase(long_case(150)))
CALENDAR = PictureChoices(paper=A4, axis=Axis.CALENDAR)


def test_what_fits_is_said_to(fonts: Fonts) -> None:
    found = advice(SMALL, PictureChoices(paper=A4), fonts)
    assert found.fits
    assert found.words == ("Everything has room on one page.",)
    assert (found.larger, found.height, found.numbered_pages) == (None, "", None)


def test_smaller_text_is_said(fonts: Fonts) -> None:
    found = advice(UNDATED, CALENDAR, fonts)
    assert not found.fits
    whole = advice(UNDATED, PictureChoices(paper=PAPERS["A3-landscape"], axis=Axis.CALENDAR), fonts)
    assert whole.fits
    assert "% of the usual size." in whole.words[0]


def test_what_would_do_does(fonts: Fonts) -> None:
    found = advice(UNDATED, CALENDAR, fonts)
    assert found.pages == len(picture_sheets(UNDATED, CALENDAR, fonts)) > 1
    assert found.larger == "A3-landscape"
    height = float(found.height.removesuffix(" mm"))
    higher = PictureChoices(paper=Paper(297, height, A4.unit, A4.margin), axis=Axis.CALENDAR)
    assert len(picture_sheets(UNDATED, higher, fonts)) == 1
    text = " ".join(found.words)
    assert f"takes {found.pages} pages" in text
    assert "on one page of A3-landscape" in text
    assert f"{found.height} high" in text


def test_numbers_are_offered_where_they_take_fewer_pages(fonts: Fonts) -> None:
    choices = PictureChoices(paper=A4, axis=Axis.ORDER)
    found = advice(LARGE, choices, fonts)
    assert found.numbered_pages is not None
    assert found.numbered_pages < found.pages
    numbered = PictureChoices(paper=A4, axis=Axis.ORDER, labels=Labels.NUMBERS)
    assert len(picture_sheets(LARGE, numbered, fonts)) == found.numbered_pages
    assert advice(LARGE, numbered, fonts).numbered_pages is None
    assert "numbers on the picture" in found.words[-1]


def test_a_list_that_could_be_left_out_is_named(fonts: Fonts) -> None:
    found = advice(
        UNDATED._replace(case=OneCase(solved(*(event(n) for n in range(20))))), CALENDAR, fonts
    )
    assert found.pages == 2
    assert found.without_list
    assert "Without the list of events one page is enough." in found.words
    assert not advice(LARGE, CALENDAR, fonts).without_list


def test_a_page_many_times_as_high_is_no_offer(fonts: Fonts) -> None:
    found = advice(LARGE, CALENDAR, fonts)
    assert float(found.height.removesuffix(" mm")) > 630
    assert not [words for words in found.words if "high" in words]


def test_where_one_page_is_wanted_several_are_an_offer(fonts: Fonts) -> None:
    one = PictureChoices(paper=A4, axis=Axis.CALENDAR, one_page=True)
    assert "On several pages it would take 3." in advice(UNDATED, one, fonts).words


def test_a_page_on_which_nothing_has_room(fonts: Fonts) -> None:
    found = advice(SMALL, PictureChoices(paper=Paper(210, 210)), fonts)
    assert found.pages == 0
    assert "Not even a single event has room on it." in found.words
    assert "too small" in advice(SMALL, PictureChoices(paper=Paper(90, 90)), fonts).words[0]


def test_nobody_waits_for_it_any_more(fonts: Fonts) -> None:
    with pytest.raises(Cancelled):
        advice(SMALL, PictureChoices(), fonts, lambda: True)
