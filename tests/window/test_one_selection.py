"""One selection everywhere: however an event is chosen, every part of the window shows that one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from tests.session.small_cases import after, four_events, passage
from tests.window.conftest import trigger
from tests.window.test_chart_canvas import LEFT, Painted, click_event, settle
from tests.window.test_event_table import chosen_rows
from tests.window.test_plain import shown_texts
from tests.window.test_source_text import painted as painted_text
from tests.window.test_tool_bar import press, tools
from timeline_app.case.file.reading import Reading
from timeline_app.case.model import Case, Event, Kind
from timeline_app.case.opening import open_reading
from timeline_app.case.problems import Code, Problem
from timeline_app.session.case_view import Axis
from timeline_app.window.event_table import Column
from timeline_app.window.main_window import MainWindow
from timeline_app.window.plain import LinkLabel

Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier


def five_events() -> Case:
    """The four, and a second leak after the arrest."""
    case = four_events("five")
    again = Event(
        "again",
        Kind.LEAK,
        "More papers",
        constraints=after("arrest"),
        passages=(passage("An arrest"),),
    )
    return msgspec.structs.replace(case, events=(*case.events, again))


TITLES = ("They meet", "Papers change hands", "Somebody notices", "An arrest", "More papers")
KINDS = ("contact", "leak", "detection", "arrest", "leak")
PASSAGES = (
    "They met in spring.",
    "Papers were handed over later.",
    "Somebody noticed.",
    "An arrest followed.",
    "An arrest",
)
WHEN = (
    *["no later than 1 March 2025"] * 3,
    "on 1 March 2025",
    "not before 1 March 2025",
)


@pytest.fixture
def five(empty_window: MainWindow) -> MainWindow:
    problem = Problem(Code.EVENT_WITHOUT_PASSAGE, "look at this", event=2)
    reading = Reading("/cases/five.case.json", "", five_events(), problems=(problem,))
    empty_window.session.add_cases([open_reading(reading)])
    settle(empty_window)
    return empty_window


# -- ways of choosing


def key(
    part: Callable[[MainWindow], QWidget], which: Key, held: Qt.KeyboardModifier = NO_KEYS
) -> Callable[[MainWindow], None]:
    def act(window: MainWindow) -> None:
        widget = part(window)
        widget.setFocus()
        QTest.keyClick(widget, which, held)

    return act


def canvas(window: MainWindow) -> QWidget:
    return window.timeline.canvas


def table(window: MainWindow) -> QWidget:
    return window.tabs.table


def text(window: MainWindow) -> QWidget:
    return window.detail.text


def case_list(window: MainWindow) -> QWidget:
    return window.cases.list


def choose(identity: str) -> Callable[[MainWindow], None]:
    return lambda window: trigger(window, identity)


def click_mark(event: int, axis: Axis) -> Callable[[MainWindow], None]:
    def act(window: MainWindow) -> None:
        window.session.set_axis(axis)
        settle(window)
        click_event(window, event)

    return act


def click_row(row: int) -> Callable[[MainWindow], None]:
    def act(window: MainWindow) -> None:
        cell = window.tabs.table.model().index(row, Column.EVENT)
        place = window.tabs.table.visualRect(cell).center()
        QTest.mouseClick(window.tabs.table.viewport(), LEFT, NO_KEYS, place)

    return act


def words_in_text(window: MainWindow, words: str) -> QTextCursor:
    cursor = window.detail.text.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 2)
    return cursor


def click_text(words: str) -> Callable[[MainWindow], None]:
    def act(window: MainWindow) -> None:
        place = window.detail.text.cursorRect(words_in_text(window, words)).center()
        QTest.mouseClick(window.detail.text.viewport(), LEFT, NO_KEYS, place)

    return act


def return_in_text(words: str) -> Callable[[MainWindow], None]:
    def act(window: MainWindow) -> None:
        window.detail.text.setTextCursor(words_in_text(window, words))
        QTest.keyClick(window.detail.text, Key.Key_Return)

    return act


def link(begin: str, *, by_key: bool = False) -> Callable[[MainWindow], None]:
    def act(window: MainWindow) -> None:
        links = [one for one in window.detail.facts.findChildren(LinkLabel) if one.isVisible()]
        wanted = next(one for one in links if one.text().startswith(begin))
        if by_key:
            QTest.keyClick(wanted, Key.Key_Return)
        else:
            QTest.mouseClick(wanted, LEFT)

    return act


def click_problem(window: MainWindow) -> None:
    window.tabs.setCurrentWidget(window.tabs.problems)
    place = window.tabs.problems.visualItemRect(window.tabs.problems.item(0)).center()
    QTest.mouseClick(window.tabs.problems.viewport(), LEFT, NO_KEYS, place)
    window.tabs.setCurrentWidget(window.tabs.table)


def there_and_back(window: MainWindow) -> None:
    trigger(window, "last-event")
    trigger(window, "first-event")
    QTest.keyClick(window.timeline.canvas, Key.Key_Left, ALT)


def back_and_forward(window: MainWindow) -> None:
    there_and_back(window)
    QTest.keyClick(window.timeline.canvas, Key.Key_Left, ALT)
    QTest.keyClick(window.timeline.canvas, Key.Key_Right, ALT)


@dataclass(frozen=True)
class Way:
    """A way to choose an event, beginning at the first or another one."""

    act: Callable[[MainWindow], None]
    event: int
    start: int = 0


KEYS = {
    "N in the timeline": Way(key(canvas, Key.Key_N), 1),
    "N in the table": Way(key(table, Key.Key_N), 1),
    "N in the text": Way(key(text, Key.Key_N), 1),
    "N in the case list": Way(key(case_list, Key.Key_N), 1),
    "P": Way(key(canvas, Key.Key_P), 2, start=3),
    "Shift+N": Way(key(canvas, Key.Key_N, SHIFT), 4, start=1),
    "Shift+P": Way(key(canvas, Key.Key_P, SHIFT), 1, start=4),
    "Alt+End": Way(key(text, Key.Key_End, ALT), 4),
    "Alt+Home": Way(key(text, Key.Key_Home, ALT), 0, start=3),
    "Right in the timeline": Way(key(canvas, Key.Key_Right), 1),
    "Left in the timeline": Way(key(canvas, Key.Key_Left), 1, start=2),
    "End in the timeline": Way(key(canvas, Key.Key_End), 4),
    "Home in the timeline": Way(key(canvas, Key.Key_Home), 0, start=3),
    "Down in the table": Way(key(table, Key.Key_Down), 1),
}
POINTER = {
    "a click on the order axis": Way(click_mark(2, Axis.ORDER), 2),
    "a click on the calendar axis": Way(click_mark(3, Axis.CALENDAR), 3),
    "a button": Way(lambda window: press(window, "Next event"), 1),
    "a row of the table": Way(click_row(3), 3),
    "a problem": Way(click_problem, 2),
}
READING = {
    "a passage in the text": Way(click_text("Somebody noticed"), 2),
    "a passage within a passage": Way(click_text("An arrest"), 4),
    "Return in the text": Way(return_in_text("Papers were"), 1),
    "a reason": Way(link("no later than: ‘An arrest’"), 3),
    "a reason by key": Way(link("→ ‘Somebody notices’", by_key=True), 2),
    "an order": Way(link("before ‘Papers change hands’"), 1),
}
HISTORY = {
    "the menu": Way(choose("last-event"), 4),
    "back": Way(there_and_back, 4),
    "forward": Way(back_and_forward, 4),
}


@pytest.mark.parametrize(
    "ways",
    [
        pytest.param(KEYS, id="by keys"),
        pytest.param(POINTER, id="by the pointer"),
        pytest.param(READING, id="while reading"),
        pytest.param(HISTORY, id="by going back"),
    ],
)
def test_every_part_shows_the_choice(
    five: MainWindow, monkeypatch: pytest.MonkeyPatch, ways: dict[str, Way]
) -> None:
    painted = Painted(monkeypatch)
    for name, way in ways.items():
        five.session.select(way.start)
        settle(five)
        try:
            way.act(five)
            settle(five)
            shows(five, painted, way.event)
        except AssertionError as error:
            error.add_note(f"after choosing by: {name}")
            raise


def shows(window: MainWindow, painted: Painted, event: int) -> None:
    """Asserts that session, canvas, table, text, facts and status line agree."""
    QCoreApplication.processEvents()
    session = window.session
    assert session.selected == event
    emphasis = painted.emphasis(window)
    assert session.chronology is not None
    relations = session.chronology.relations(event)
    assert (emphasis.selected, emphasis.before, emphasis.after, emphasis.not_established) == (
        event,
        relations.before,
        relations.after,
        relations.not_established,
    )
    model = window.tabs.table.model()
    assert chosen_rows(window.tabs.table) == [event]
    assert model.index(window.tabs.table.currentIndex().row(), Column.EVENT).data() == TITLES[event]
    assert model.index(event, Column.LIES).data() == ""
    marks = painted_text(window.detail.text, window.appearance)
    assert marks["strong"] == [PASSAGES[event]]
    assert sorted(marks["faint"]) == sorted({*PASSAGES} - {PASSAGES[event]})
    heading, kind = (window.detail.findChild(QLabel, name) for name in ("heading", "kindName"))
    assert heading is not None
    assert kind is not None
    assert (heading.text(), kind.text()) == (TITLES[event], KINDS[event].upper())
    assert WHEN[event] in shown_texts(window.detail.facts)
    assert f"{event + 1} of 5" in shown_texts(tools(window))
    line = f"{event + 1} of 5 · {KINDS[event]} · {WHEN[event]}"
    assert any(words.startswith(line) for words in shown_texts(window.statusBar()))


def test_a_hidden_choice_is_shown_as_hidden(
    five: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stays chosen; only the next step leaves it."""
    painted = Painted(monkeypatch)
    five.session.show_kind(Kind.CONTACT, shown=False)
    settle(five)
    assert five.session.selected == 0
    assert chosen_rows(five.tabs.table) == []
    assert any(words.startswith("hidden · contact") for words in shown_texts(five.statusBar()))
    assert 0 not in {mark.event for mark in five.timeline.canvas.chart.events}
    QTest.keyClick(five.timeline.canvas, Key.Key_N)
    assert five.session.selected == 1
    QTest.keyClick(five.timeline.canvas, Key.Key_H)
    settle(five)
    shows(five, painted, 1)
