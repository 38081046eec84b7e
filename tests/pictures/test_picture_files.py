"""A picture as files: their names, their sizes, their bytes, and what they say of themselves."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import Destination

from tests.pictures.long_cases import long_case
from tests.session.small_cases import four_events
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.comparing.choices import PairChoices
from timeline_app.case.solving.chronology import solve_case
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.pages.paper import A3, A4, Paper, Unit
from timeline_app.drawing.sheets import SOFTWARE
from timeline_app.drawing.theme import ThemeName
from timeline_app.layout.comparison.align import Align
from timeline_app.pictures import picture_files
from timeline_app.pictures.choices import PictureChoices, PictureFormat
from timeline_app.pictures.picture_files import (
    Picture,
    file_paths,
    joined,
    picture_contents,
    picture_metadata,
    size_fault,
)
from timeline_app.pictures.sheets import picture_sheets
from timeline_app.pictures.subjects import CaseSubject, ComparedSubject, OneCase
from timeline_app.session.compared import Wanted, work_out

FOUR = OneCase(solve_case(four_events()), "3f" * 32)
MANY = OneCase(long_case(60))
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SMALL = Paper(900, 700)


def picture(one: OneCase, choices: PictureChoices, fonts: Fonts) -> Picture:
    subject = CaseSubject(one)
    return Picture(picture_sheets(subject, choices, fonts), picture_metadata(subject))


# -- names


def test_one_page_has_the_name_asked_for_and_several_are_numbered() -> None:
    target = Path("out/a.b.svg")
    assert file_paths(target, PictureFormat.SVG, 1) == (target,)
    assert file_paths(target, PictureFormat.SVG, 2) == (
        Path("out/a.b-1.svg"),
        Path("out/a.b-2.svg"),
    )
    assert file_paths(Path("a.pdf"), PictureFormat.PDF, 40) == (Path("a.pdf"),)


@pytest.mark.parametrize("pages", [9, 10, 17, 100, 1000])
def test_numbers_sort_as_they_count(pages: int) -> None:
    names = [str(path) for path in file_paths(Path("a.png"), PictureFormat.PNG, pages)]
    assert names == sorted(names)
    assert len(set(names)) == pages


# -- sizes


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        (PictureChoices(), None),
        (PictureChoices(paper=A4, dpi=300), None),
        (PictureChoices(format=PictureFormat.PDF, paper=A4), None),
        (PictureChoices(paper=Paper(0, 0)), "too small"),
        (PictureChoices(paper=Paper(100_000, 100_000)), "too large: each side may have 16,000"),
        (PictureChoices(paper=Paper(15_000, 15_000)), "too large"),
        (PictureChoices(format=PictureFormat.SVG, paper=Paper(15_000, 15_000)), None),
        (PictureChoices(format=PictureFormat.SVG, paper=Paper(99_999, 900)), "can't be made"),
        (PictureChoices(paper=A3, dpi=1_200), "768 dots an inch at most"),
        (PictureChoices(paper=Paper(600, 500, Unit.MILLIMETRES), dpi=600), "too large"),
        (PictureChoices(paper=Paper(400, 400), scale=4), "needs at least 800 px"),
    ],
)
def test_an_impossible_size_is_found_before_anything_is_made(
    choices: PictureChoices, said: str | None
) -> None:
    fault = size_fault(choices)
    assert fault is None if said is None else said in str(fault)


# -- bytes


def test_a_png_has_its_dots_its_ground_and_its_words(fonts: Fonts) -> None:
    choices = PictureChoices(paper=A4, dpi=144, theme=ThemeName.DARK)
    (data,) = picture_contents(picture(FOUR, choices, fonts), choices, fonts)
    with Image.open(BytesIO(data)) as image:
        image.load()
        assert image.size == (1684, 1191)
        assert round(image.info["dpi"][0]) == 144
        assert max(image.convert("L").crop((0, 0, 4, 4)).tobytes()) < 80
        assert image.info["Title"] == "The case four"
        assert image.info["Software"] == SOFTWARE
        assert image.info["Source"].startswith(f"Case four, file sha256 {'3f' * 32}. Sources: Not")
        assert image.info["Description"].startswith("4 events")
        assert "Creation Time" not in image.info


@pytest.mark.parametrize(
    ("paper", "width"), [(A4, "297mm"), (SMALL, "900px")], ids=["paper", "screen"]
)
def test_an_svg_has_the_unit_of_its_paper(paper: Paper, width: str, fonts: Fonts) -> None:
    choices = PictureChoices(format=PictureFormat.SVG, paper=paper)
    (data,) = picture_contents(picture(FOUR, choices, fonts), choices, fonts)
    assert ElementTree.fromstring(data).get("width") == width


def test_a_pdf_has_all_pages_and_other_pictures_a_file_for_each(fonts: Fonts) -> None:
    choices = PictureChoices(format=PictureFormat.PDF, paper=A4)
    many = picture(MANY, choices, fonts)
    assert len(many.sheets) > 2
    (data,) = picture_contents(many, choices, fonts)
    assert len(PdfReader(BytesIO(data)).pages) == len(many.sheets)
    files = list(picture_contents(many, replace(choices, format=PictureFormat.SVG), fonts))
    titles = [ElementTree.fromstring(one)[0].text for one in files]
    assert titles == [sheet.title for sheet in many.sheets]


@pytest.mark.parametrize("form", PictureFormat)
def test_the_same_picture_has_the_same_bytes(form: PictureFormat, fonts: Fonts) -> None:
    choices = PictureChoices(format=form, paper=SMALL)
    first, second = (
        list(picture_contents(picture(FOUR, choices, fonts), choices, fonts)) for _ in range(2)
    )
    assert first == second


def test_a_file_is_made_when_it_is_asked_for(fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    choices = PictureChoices(paper=A4)
    many = picture(MANY, choices, fonts)
    made: list[str] = []

    def noted(sheet: object, metadata: object, *_: object, **__: object) -> bytes:
        made.append(str(metadata))
        return b"PNG"

    monkeypatch.setattr(picture_files, "png_bytes", noted)
    contents = picture_contents(many, choices, fonts, lambda: len(made) == 2)
    next(contents)
    assert len(made) == 1
    next(contents)
    with pytest.raises(Cancelled):
        next(contents)


# -- what files say of themselves


def test_the_words_of_a_case() -> None:
    told = picture_metadata(CaseSubject(FOUR), author="Li\nWu", created=NOON)
    assert (told.title, told.author, told.created) == ("The case four", "Li Wu", NOON)
    assert told.subject.startswith("4 events")
    assert picture_metadata(CaseSubject(FOUR)).created is None


def test_the_words_of_a_comparison() -> None:
    wanted = Wanted(
        FOUR.chronology, MANY.chronology, PairChoices(), Align.ORDER, (None, None), folded=True
    )
    told = picture_metadata(ComparedSubject(work_out(wanted), FOUR, MANY))
    assert told.title == "The case four and A made case"
    assert told.subject == "Two cases, aligned on order"
    assert told.source.startswith(f"Case four, file sha256 {'3f' * 32}; Case ")


# -- several cases in one document


def test_a_document_has_a_bookmark_for_each_case(fonts: Fonts) -> None:
    choices = PictureChoices(format=PictureFormat.PDF, paper=A4)
    ones = [MANY, FOUR, FOUR._replace(hidden=frozenset({1}))]
    pictures = [picture(one, choices, fonts) for one in ones]
    whole = joined(pictures, ones, author="Li", created=None)
    (data,) = picture_contents(whole, choices, fonts)
    reader = PdfReader(BytesIO(data))
    pages = [len(one.sheets) for one in pictures]
    entries = [entry for entry in reader.outline if isinstance(entry, Destination)]
    listed = [(entry.title, reader.get_destination_page_number(entry)) for entry in entries]
    assert listed == [
        ("A made case", 0),
        ("The case four (four)", pages[0]),
        ("The case four (four, 2)", pages[0] + 1),
    ]
    assert reader.metadata is not None
    assert reader.metadata.title == "The timelines of 3 cases"
    assert reader.metadata.author == "Li"
    assert str(reader.metadata["/Source"]).count("; Case ") == 2
