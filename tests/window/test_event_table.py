"""The table of events, twin of the canvas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.session.small_cases import broken, chain, four_events, opened
from timeline_app.case.model import Kind
from timeline_app.session.session import Session
from timeline_app.settings import ThemeChoice
from timeline_app.window.appearance import Appearance
from timeline_app.window.event_table import HEADERS, Column, EventTable

LEFT = Qt.MouseButton.LeftButton
TOOLTIP = Qt.ItemDataRole.ToolTipRole
DECORATION = Qt.ItemDataRole.DecorationRole


@pytest.fixture
def session() -> Session:
    session = Session()
    session.add_cases([opened(four_events()), broken()])
    return session


@pytest.fixture
def appearance(qtbot: QtBot) -> Appearance:
    return Appearance(ThemeChoice.LIGHT)


@pytest.fixture
def table(qtbot: QtBot, session: Session, appearance: Appearance) -> EventTable:
    table = EventTable(session, appearance)
    qtbot.addWidget(table)
    table.resize(900, 240)
    with qtbot.waitExposed(table):
        table.show()
    return table


def index(table: EventTable, row: int, column: Column) -> QModelIndex:
    return table.model().index(row, column)


def column(table: EventTable, which: Column) -> list[str]:
    rows = range(table.model().rowCount())
    return [str(index(table, row, which).data()) for row in rows]


def chosen_rows(table: EventTable) -> list[int]:
    return [one.row() for one in table.selectionModel().selectedRows()]


def test_the_widest_number_has_room(session: Session, table: EventTable) -> None:
    number = index(table, 3, Column.NUMBER)
    assert table.columnWidth(Column.NUMBER) >= table.sizeHintForIndex(number).width()
    session.add_cases([opened(chain(1_200))])
    session.show_case(2)
    number = index(table, 1_199, Column.NUMBER)
    assert number.data() == "1200"
    assert table.columnWidth(Column.NUMBER) >= table.sizeHintForIndex(number).width()


def test_the_widest_number_has_room_from_the_start(
    qtbot: QtBot, session: Session, appearance: Appearance
) -> None:
    session.add_cases([opened(chain(1_200))])
    session.show_case(2)
    table = EventTable(session, appearance)
    qtbot.addWidget(table)
    width = table.columnWidth(Column.NUMBER)
    with qtbot.waitExposed(table):
        table.show()
    assert width >= table.sizeHintForIndex(index(table, 1_199, Column.NUMBER)).width()


def test_every_event_has_a_row_in_the_order_of_the_case(table: EventTable) -> None:
    assert column(table, Column.NUMBER) == ["1", "2", "3", "4"]
    assert column(table, Column.KIND) == ["contact", "leak", "detection", "arrest"]
    assert column(table, Column.EVENT)[:2] == ["They meet", "Papers change hands"]
    assert column(table, Column.WHEN)[3] == "on 1 Mar 2025"
    assert column(table, Column.WORDS) == ["“in spring”", "", "", ""]


def test_the_last_column_follows_the_choice(table: EventTable, session: Session) -> None:
    after = ["after (inferred)", "certainly after", "certainly after"]
    assert column(table, Column.LIES) == ["", *after]
    session.select(1)
    assert column(table, Column.LIES) == [
        "before (inferred)",
        "",
        "order not established",
        "certainly after",
    ]


def test_the_view_is_told_which_cells_say_something_else(
    table: EventTable, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(table.model().dataChanged, timeout=100) as changed:
        session.select(2)
    first, last, *_ = changed.args
    assert (first.row(), first.column()) == (0, Column.LIES)
    assert (last.row(), last.column()) == (3, Column.LIES)


def test_the_chosen_event_is_the_current_row(table: EventTable, session: Session) -> None:
    for event in (2, 0, 3):
        session.select(event)
        assert table.currentIndex().row() == event
        assert chosen_rows(table) == [event]
    session.select(None)
    assert chosen_rows(table) == []


def test_a_click_and_the_keys_choose(table: EventTable, session: Session) -> None:
    place = table.visualRect(index(table, 2, Column.WHEN)).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=place)
    assert session.selected == 2
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert session.selected == 3
    QTest.keyClick(table, Qt.Key.Key_Up)
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert session.selected == 1


def test_hidden_events_have_no_row_and_numbers_stay(table: EventTable, session: Session) -> None:
    session.show_kind(Kind.CONTACT, shown=False)
    assert column(table, Column.NUMBER) == ["2", "3", "4"]
    assert session.selected == 0
    assert chosen_rows(table) == []
    session.clear_filter()
    assert chosen_rows(table) == [0]


def test_a_file_that_does_not_open_has_no_rows(table: EventTable, session: Session) -> None:
    session.step_case(1)
    assert table.model().rowCount() == 0
    session.step_case(-1)
    assert table.model().rowCount() == 4
    assert chosen_rows(table) == [0]


def test_headers_and_tooltips(table: EventTable) -> None:
    model = table.model()
    names = [model.headerData(section, Qt.Orientation.Horizontal) for section in range(len(Column))]
    assert names == [HEADERS[one] for one in Column]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert index(table, 1, Column.EVENT).data(TOOLTIP) == "<qt>Papers change hands</qt>"
    assert index(table, 1, Column.WORDS).data(TOOLTIP) == ""


def test_each_row_shows_the_glyph_of_its_kind(table: EventTable, appearance: Appearance) -> None:
    pictures = []
    for row in range(4):
        glyph = index(table, row, Column.KIND).data(DECORATION)
        assert isinstance(glyph, QPixmap)
        pictures.append(glyph.toImage())
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[:at])
    assert index(table, 0, Column.EVENT).data(DECORATION) is None
    appearance.choose(ThemeChoice.DARK)
    dark = index(table, 0, Column.KIND).data(DECORATION)
    assert isinstance(dark, QPixmap)
    assert dark.toImage() != pictures[0]
    appearance.choose(ThemeChoice.LIGHT)


def test_there_is_nothing_beneath_a_cell(table: EventTable) -> None:
    cell = index(table, 0, Column.EVENT)
    assert table.model().rowCount(cell) == 0
    assert table.model().columnCount(cell) == 0
    assert table.model().index(99, 0).data() is None


def test_the_table_is_named(table: EventTable) -> None:
    assert table.accessibleName() == "Events"


def test_a_narrow_table_shows_its_first_columns(
    session: Session, appearance: Appearance, qtbot: QtBot
) -> None:
    table = EventTable(session, appearance)
    qtbot.addWidget(table)
    table.resize(140, 240)
    with qtbot.waitExposed(table):
        table.show()
    session.select(3)
    assert table.horizontalScrollBar().maximum() > 0
    assert table.horizontalScrollBar().value() == 0
