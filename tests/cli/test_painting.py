"""The pictures that `export` writes are those that were asked for."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.case.file.good_cases import Json, changed, sound, written
from timeline_app.case.file.reading import read_case_bytes
from timeline_app.case.opening import open_reading
from timeline_app.cli import painting
from timeline_app.cli.export_arguments import export_request
from timeline_app.cli.making import Made, NotMadeError, SoundCase
from timeline_app.cli.painting import Painter, fault_of_size, picture_choices
from timeline_app.drawing.pages.paper import A4
from timeline_app.drawing.sheets import ImageError
from timeline_app.drawing.theme import ThemeName
from timeline_app.layout.chart import LanesBy
from timeline_app.pictures.choices import Labels, PictureChoices, PictureFormat
from timeline_app.session.case_view import Axis

NOW = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)


def case_of(document: Json) -> SoundCase:
    opened = open_reading(read_case_bytes(written(document), "a.case.json"), ())
    assert opened.chronology is not None
    return SoundCase(opened, opened.chronology)


def painter(*given: str) -> Painter:
    return Painter(export_request(given), NOW)


def svg(made: Made) -> str:
    assert (made.files, made.pages) == (1, 1)
    return next(made.contents).decode()


@pytest.mark.parametrize(
    ("size", "said"),
    [("1600x900", None), ("0x0", "too small"), ("100000x100000", "too large")],
)
def test_a_size_is_possible_or_not(size: str, said: str | None) -> None:
    fault = fault_of_size(export_request(["a", "-o", "a.png", "--size", size]))
    assert fault is None if said is None else said in str(fault)


def test_what_is_asked_for_is_chosen() -> None:
    assert picture_choices(export_request(["a", "-o", "a.png"])) == PictureChoices()
    given = (
        "--page A4 --theme dark --axis order --lanes actor --labels numbers --no-date --no-title"
    )
    asked = picture_choices(export_request(["a", "-o", "a.svg", *given.split()]))
    assert asked == PictureChoices(
        format=PictureFormat.SVG,
        paper=A4,
        theme=ThemeName.DARK,
        axis=Axis.ORDER,
        lanes=LanesBy.ACTOR,
        labels=Labels.NUMBERS,
        title=False,
        dated=False,
    )


def test_the_file_its_hash_and_the_day_are_told(qtbot: QtBot) -> None:
    case = case_of(sound())
    told = svg(painter("a", "-o", "a.svg").made([case]))
    sha256 = case.opened.reading.sha256
    assert f"file sha256 {sha256[:12]}…" in told
    assert f"file sha256 {sha256}" in told, "among the properties, as a whole"
    assert "exported on 21 November 2026" in told
    assert "<dc:date>2026-11-21T12:30:00+00:00</dc:date>" in told
    bare = svg(painter("a", "-o", "a.svg", "--no-date", "--author", "Li").made([case]))
    assert "2026-11" not in bare
    assert "November 2026" not in bare
    assert "<dc:creator>Li</dc:creator>" in bare


def test_hidden_kinds_are_left_out_and_said(qtbot: QtBot) -> None:
    case = case_of(sound())
    titles = {event.kind: event.title for event in case.chronology.case.events}
    kind = next(iter(titles))
    told = svg(painter("a", "-o", "a.svg", "--hide-kind", str(kind)).made([case]))
    assert titles[kind] not in told
    assert f"hidden (kinds: {kind})" in told


@pytest.mark.parametrize("align", ["order", "calendar", "arrest"])
def test_two_cases_are_one_picture(align: str, qtbot: QtBot) -> None:
    case, other = case_of(sound()), case_of(changed({("title",): "Another case"}))
    asked = ["--compare", "a", "b", "-o", "c.pdf", "--align", align]
    made = painter(*asked).made([case, other])
    assert made.remarks == ()
    text = PdfReader(BytesIO(next(made.contents))).pages[0].extract_text()
    assert "A · A small case and B · Another case" in text
    assert f"aligned on {'the ' if align != 'order' else ''}" in text


def test_a_case_without_day_zero_is_said_and_two_such_have_no_picture(qtbot: QtBot) -> None:
    case = case_of(sound())
    bare = case_of(changed({("events",): [{"id": "a", "kind": "leak", "title": "A"}]}))
    paint = painter("--compare", "a", "b", "-o", "c.svg", "--align", "arrest")
    made = paint.made([case, bare])
    assert made.remarks == ("B (“A small case”) has no event of the kind “arrest”.",)
    with pytest.raises(NotMadeError, match="They can't be aligned on it"):
        paint.made([bare, bare])


def test_what_would_do_is_said_where_a_page_is_too_small(qtbot: QtBot) -> None:
    events: list[Json] = [
        {"id": f"e{n}", "kind": "leak", "title": f"The papers numbered {n} are carried out"}
        for n in range(30)
    ]
    case = case_of(changed({("events",): events}))
    asked = ["a", "-o", "a.png", "--size", "700x500"]
    made = painter(*asked).made([case])
    assert made.files == made.pages > 1
    (remark,) = made.remarks
    assert f"takes {made.pages} pages" in remark
    with pytest.raises(NotMadeError, match="Everything has room on one page of"):
        painter(*asked, "--one-page").made([case])
    document = painter("a", "-o", "a.pdf", "--size", "700x500").made([case])
    assert (document.files, document.pages, document.remarks) == (1, made.pages, ())


def test_a_picture_that_can_not_be_made_is_said(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> bytes:
        raise ImageError("There is not enough memory for 1600 × 900 pixels.")

    monkeypatch.setattr(painting, "picture_contents", failing)
    made = painter("a", "-o", "a.png").made([case_of(sound())])
    with pytest.raises(NotMadeError, match="There is not enough memory for 1600 × 900 pixels"):
        next(made.contents)


def test_no_display_is_asked_and_an_application_that_is_there_stays(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "minimal")
    there = QGuiApplication.instance()
    with painting.offscreen_application():
        assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
        assert QGuiApplication.instance() is there
    assert QGuiApplication.instance() is there
