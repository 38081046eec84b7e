"""What the dialog begins with, and what it is called."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tests.session.small_cases import four_events, opened
from timeline_app.drawing.pages.paper import A3, A4, PAPERS, SLIDE
from timeline_app.drawing.theme import ThemeName
from timeline_app.layout.chart import LanesBy
from timeline_app.pictures.choices import PictureChoices, PictureFormat, Stretch
from timeline_app.pictures.remembered import RememberedChoices
from timeline_app.session.case_view import Axis
from timeline_app.session.session import Session
from timeline_app.tables.table_files import TableFormat
from timeline_app.window.exporting.export_choice import (
    FORMAT_NAMES,
    SIZE_NAMES,
    ExportChoice,
    Purpose,
    first_choice,
    pages_key,
    sizes_for,
    suited,
)
from timeline_app.window.exporting.offers import offers

USUAL = PictureChoices()


def test_everything_has_a_name() -> None:
    assert set(SIZE_NAMES) == set(PAPERS)
    assert set(FORMAT_NAMES) == {*PictureFormat, *TableFormat}


def test_a_printer_takes_paper_only() -> None:
    assert sizes_for(Purpose.FILE) == tuple(PAPERS)
    assert {name.partition("-")[0] for name in sizes_for(Purpose.PRINT)} == {"A4", "A3", "Letter"}


def test_it_begins_as_it_was_left_but_with_all_of_what_the_window_shows() -> None:
    session = Session()
    session.add_cases([opened(four_events())])
    session.set_axis(Axis.CALENDAR)
    session.set_lanes_by(LanesBy.ACTOR)
    (offer,) = offers(session, date(2026, 11, 21))
    latest = replace(USUAL, paper=A3, axis=Axis.ORDER, stretch=Stretch.VISIBLE, legend=False)
    begun = first_choice(RememberedChoices(latest), session, offer, Purpose.FILE).pictures
    expected = replace(latest, axis=Axis.CALENDAR, lanes=LanesBy.ACTOR, stretch=Stretch.WHOLE)
    assert begun == expected


def test_what_is_printed_is_on_paper_and_not_dark() -> None:
    dark = replace(USUAL, theme=ThemeName.DARK)
    assert suited(dark, Purpose.FILE) == dark
    printed = suited(dark, Purpose.PRINT)
    assert (printed.paper, printed.theme) == (A4, ThemeName.PRINT)
    kept = suited(replace(USUAL, paper=A3), Purpose.PRINT)
    assert (kept.paper, kept.theme) == (A3, ThemeName.LIGHT)
    assert suited(replace(USUAL, paper=SLIDE), Purpose.PRINT).paper == A4


def test_a_format_is_that_of_a_picture_or_of_a_table() -> None:
    choice = ExportChoice(USUAL)
    table = choice.with_format(TableFormat.HTML)
    assert (table.format, table.pictures) == (TableFormat.HTML, USUAL)
    picture = table.with_format(PictureFormat.PDF)
    assert (picture.format, picture.table) == (PictureFormat.PDF, None)


def test_pages_do_not_depend_on_the_kind_of_file() -> None:
    choice = ExportChoice(USUAL)
    other = choice.with_format(PictureFormat.PDF)
    assert pages_key(other) == pages_key(choice)
    assert pages_key(choice._replace(offer=1)) != pages_key(choice)
    larger = choice._replace(pictures=replace(USUAL, paper=A3))
    assert pages_key(larger) != pages_key(choice)
