"""The phases as a table: its words, and where its rows lead."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.session.small_cases import four_events, opened
from tests.window.comparing_windows import chosen, come_to_rest
from tests.window.conftest import trigger
from timeline_app.case.model import Event, Kind, Outcome, OutcomeType
from timeline_app.session.comparing import Side
from timeline_app.tables.comparison_table import outcome_table, phase_table
from timeline_app.window.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def test_the_words_are_those_of_the_saved_tables(compared: MainWindow, qtbot: QtBot) -> None:
    model = compared.tabs.phases.table.model()
    comparison = compared.session.comparison
    assert comparison is not None
    told = phase_table(comparison).rows + outcome_table(comparison).rows
    assert model.rowCount() == len(told) > 2
    for row, words in enumerate(told):
        found = [str(model.index(row, column).data()) for column in range(model.columnCount())]
        assert found == [words[0][0].upper() + words[0][1:], *words[1:]]
    header = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(4)]
    assert header == ["Between", "A · The case four", "B · The case hired", "Difference, A − B"]
    trigger(compared, "swap")
    come_to_rest(compared, qtbot)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "A · The case hired"


def test_a_row_leads_to_its_events_in_both_panels(compared: MainWindow) -> None:
    table = compared.tabs.phases.table
    comparison = compared.session.comparison
    assert comparison is not None
    phase = comparison.phases[-1]
    place = table.visualRect(table.model().index(len(comparison.phases) - 1, 1)).center()
    table.scrollTo(table.model().index(len(comparison.phases) - 1, 1))
    place = table.visualRect(table.model().index(len(comparison.phases) - 1, 1)).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=place)
    assert chosen(compared) == (phase.events_a[0], phase.events_b[0])
    assert compared.session.other == phase.events_a[1]
    compared.session.select(None)
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen(compared)[0] == comparison.phases[0].events_a[0]


def test_a_row_can_be_copied(compared: MainWindow) -> None:
    table = compared.tabs.phases.table
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().count("\t") == 3


def test_a_row_of_a_penalty_leads_to_the_events_that_tell_of_it(
    compared: MainWindow, qtbot: QtBot
) -> None:
    table, session = compared.tabs.phases.table, compared.session
    fine = (Outcome(OutcomeType.FINE, amount=5, currency="CNY"),)
    fines = tuple(Event(name, Kind.SENTENCING, name, outcome=fine) for name in ("one", "two"))
    case = four_events("fined")
    session.add_cases([opened(replace(case, events=(*case.events, *fines)))], show=False)
    compared.commands.comparing.put_on(Side.B, session.entries[-1].number)
    come_to_rest(compared, qtbot)
    table.setCurrentIndex(table.model().index(table.model().rowCount() - 1, 0))
    assert table.model().index(table.model().rowCount() - 1, 0).data() == "Fine"
    led = []
    for _ in range(3):
        QTest.keyClick(table, Qt.Key.Key_Return)
        led.append(chosen(compared))
    assert led == [(None, 4), (None, 5), (None, 4)]


def test_no_word_is_cut_off_in_a_narrow_table(compared: MainWindow, qtbot: QtBot) -> None:
    table = compared.tabs.phases.table
    wide = [table.rowHeight(row) for row in range(table.model().rowCount())]
    compared.resize(800, 600)
    come_to_rest(compared, qtbot)
    narrow = [table.rowHeight(row) for row in range(table.model().rowCount())]
    assert narrow == [table.sizeHintForRow(row) for row in range(len(narrow))] != wide


def test_the_longest_stretch_stands_on_one_line_and_the_others_share(
    compared: MainWindow, qtbot: QtBot
) -> None:
    table = compared.tabs.phases.table
    compared.resize(1400, 900)
    come_to_rest(compared, qtbot)
    model, widths = table.model(), [table.columnWidth(at) for at in range(4)]
    names = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert widths[0] > max(map(table.fontMetrics().horizontalAdvance, names))
    assert sum(widths) == table.viewport().width()
    assert min(widths[1:]) >= (sum(widths) - widths[0]) // 6
