"""Files and copies, off the GUI thread."""

from __future__ import annotations

import errno
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.session.small_cases import four_events, opened
from timeline_app.case.cancelling import Cancelled
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.pages.paper import A4, Paper
from timeline_app.pictures.choices import PictureChoices, PictureFormat
from timeline_app.session.session import Session
from timeline_app.tables.table_files import TableFormat
from timeline_app.window.exporting import making
from timeline_app.window.exporting.export_choice import ExportChoice
from timeline_app.window.exporting.making import (
    NO_MEMORY,
    PictureOrder,
    Result,
    copied_page,
    paths_for,
    saved_words,
    write_pictures,
    write_table,
)
from timeline_app.window.exporting.offers import Offer, offers
from timeline_app.window.exporting.planned_pages import plan_pages

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SEVERAL = PictureChoices(paper=Paper(520, 300))


@pytest.fixture
def offer() -> Offer:
    session = Session()
    session.add_cases([opened(four_events())])
    (one,) = offers(session, date(2026, 11, 21))
    return one


@pytest.fixture
def fonts(qtbot: QtBot) -> Fonts:
    return Fonts()


def order(
    offer: Offer, choices: PictureChoices, target: Path, fonts: Fonts, *, replacing: bool = False
) -> PictureOrder:
    sheets = plan_pages(offer.subject, choices, fonts).sheets
    paths = paths_for(target, choices.format, len(sheets))
    return PictureOrder(offer, choices, sheets, paths, replacing, NOW)


def told(_done: int, _total: int) -> None:
    """Nobody listens."""


@pytest.mark.parametrize(
    ("given", "form", "pages", "expected"),
    [
        ("a.png", PictureFormat.PNG, 1, ["a.png"]),
        ("a", PictureFormat.PNG, 1, ["a.png"]),
        ("a.b", PictureFormat.SVG, 1, ["a.b.svg"]),
        ("a.PDF", PictureFormat.PDF, 9, ["a.PDF"]),
        ("a.pdf", PictureFormat.PNG, 2, ["a.pdf-1.png", "a.pdf-2.png"]),
        ("a", TableFormat.MARKDOWN, 1, ["a.md"]),
    ],
)
def test_names(
    given: str, form: PictureFormat | TableFormat, pages: int, expected: list[str]
) -> None:
    assert [path.name for path in paths_for(Path("/x") / given, form, pages)] == expected


def test_pages_are_told_and_written(offer: Offer, fonts: Fonts, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    wanted = order(offer, SEVERAL, tmp_path / "four", fonts)
    result = write_pictures(wanted, fonts, lambda done, total: heard.append((done, total)))
    total = len(wanted.sheets)
    assert total > 1
    assert result == Result(saved_words(wanted.paths), done=True)
    assert heard == [(number, total) for number in range(total)]
    assert sorted(tmp_path.iterdir()) == list(wanted.paths)
    assert QImage(str(wanted.paths[0])).text("Creation Time").startswith("2026-11-21")


def test_without_a_date_the_bytes_are_the_same(offer: Offer, fonts: Fonts, tmp_path: Path) -> None:
    undated = replace(PictureChoices(), dated=False)
    for name in ("a.png", "b.png"):
        assert write_pictures(order(offer, undated, tmp_path / name, fonts), fonts, told).done
    first, second = (tmp_path / name for name in ("a.png", "b.png"))
    assert first.read_bytes() == second.read_bytes()


def test_giving_up_leaves_nothing(offer: Offer, fonts: Fonts, tmp_path: Path) -> None:
    pages: list[int] = []
    wanted = order(offer, SEVERAL, tmp_path / "four", fonts)
    with pytest.raises(Cancelled):
        write_pictures(
            wanted, fonts, lambda done, _total: pages.append(done), lambda: len(pages) > 1
        )
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said(
    offer: Offer, fonts: Fonts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int, _data: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    wanted = order(offer, PictureChoices(), tmp_path / "four.png", fonts)
    with monkeypatch.context() as broken:
        broken.setattr(os, "write", full)
        result = write_pictures(wanted, fonts, told)
    assert result == Result(f"{tmp_path / 'four.png'} was not written: the disk is full.", False)
    assert list(tmp_path.iterdir()) == []


def test_what_came_meanwhile_is_not_replaced(offer: Offer, fonts: Fonts, tmp_path: Path) -> None:
    target = tmp_path / "four.png"
    wanted = order(offer, PictureChoices(), target, fonts)
    target.write_text("another's")
    assert "stands there already" in write_pictures(wanted, fonts, told).words
    assert target.read_text() == "another's"
    assert write_pictures(wanted._replace(replace=True), fonts, told).done


def test_too_little_memory_is_said(
    offer: Offer, fonts: Fonts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_much(*_given: object, **_more: object) -> None:
        raise MemoryError

    monkeypatch.setattr(making, "write_files", too_much)
    wanted = order(offer, PictureChoices(), tmp_path / "four.png", fonts)
    assert write_pictures(wanted, fonts, told) == Result(NO_MEMORY, done=False)
    monkeypatch.setattr(making, "page_image", too_much)
    sheet = wanted.sheets[0]
    copied = copied_page(offer, ExportChoice(PictureChoices()), sheet, fonts)
    assert copied.fault == NO_MEMORY


@pytest.mark.parametrize("form", TableFormat)
def test_a_table(offer: Offer, tmp_path: Path, form: TableFormat) -> None:
    path = tmp_path / f"four.{form}"
    assert write_table(offer, form, path, replace=False) == Result(f"Saved as {path}.", done=True)
    assert b"They meet" in path.read_bytes()
    with pytest.raises(Cancelled):
        write_table(offer, form, path, replace=True, cancelled=lambda: True)
    assert "stands there already" in write_table(offer, form, path, replace=False).words


def test_a_copy_has_the_pixels_of_the_file(offer: Offer, fonts: Fonts, tmp_path: Path) -> None:
    choices = PictureChoices(paper=A4, dpi=120)
    wanted = order(offer, choices, tmp_path / "four.png", fonts)
    assert write_pictures(wanted, fonts, told).done
    copied = copied_page(offer, ExportChoice(choices), wanted.sheets[0], fonts)
    assert copied.image is not None
    written = QImage(str(tmp_path / "four.png")).convertToFormat(copied.image.format())
    assert copied.image == written


def test_a_copy_as_svg_is_in_the_unit_of_the_page(offer: Offer, fonts: Fonts) -> None:
    for paper, unit in ((A4, 'width="297mm"'), (Paper(1600, 900), 'width="1600px"')):
        choices = PictureChoices(format=PictureFormat.SVG, paper=paper)
        sheet = plan_pages(offer.subject, choices, fonts).sheets[0]
        svg = copied_page(offer, ExportChoice(choices), sheet, fonts).svg.decode()
        assert unit in svg
        assert "They meet" in svg


def test_a_page_that_is_too_large_is_not_copied(offer: Offer, fonts: Fonts) -> None:
    sheet = plan_pages(offer.subject, PictureChoices(), fonts).sheets[0]
    huge = sheet._replace(width=18_000.0, height=18_000.0)
    assert "too large" in copied_page(offer, ExportChoice(PictureChoices()), huge, fonts).fault
