"""The bar with which a text is searched."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.window.test_plain import shown_texts
from timeline_app.case.sources.displaying import displayed
from timeline_app.settings import ThemeChoice
from timeline_app.window.appearance import Appearance
from timeline_app.window.find_bar import FindBar
from timeline_app.window.source_text import SourceText

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def bar(qtbot: QtBot, parent: QWidget) -> FindBar:
    text = SourceText(Appearance(ThemeChoice.LIGHT), parent)
    text.setObjectName("text")
    bar = FindBar(text, parent)
    box = QVBoxLayout(parent)
    box.addWidget(bar)
    box.addWidget(text)
    text.show_text(
        "One papers. Two Papers. Three PAPERS.", displayed("One papers. Two Papers. Three PAPERS.")
    )
    with qtbot.waitExposed(parent):
        parent.show()
    return bar


def text_of(bar: FindBar) -> SourceText:
    found = bar.window().findChild(SourceText, "text")
    assert isinstance(found, SourceText)
    return found


def place(bar: FindBar) -> int:
    """Where the cursor of the text stands."""
    return text_of(bar).textCursor().position()


def test_it_is_hidden_until_it_is_asked_for(bar: FindBar) -> None:
    assert bar.isHidden()
    bar.open_bar()
    assert bar.isVisible()
    assert bar.field.hasFocus()


def test_typing_finds_and_counts(bar: FindBar) -> None:
    bar.open_bar()
    QTest.keyClicks(bar.field, "papers")
    assert "1 of 3" in shown_texts(bar)
    assert place(bar) == 4
    QTest.keyClicks(bar.field, "x")
    assert "not found" in shown_texts(bar)
    bar.field.clear()
    assert shown_texts(bar) == [""]


def test_return_goes_on_and_round(bar: FindBar) -> None:
    bar.open_bar()
    bar.field.setText("papers")
    seen = []
    for _ in range(3):
        QTest.keyClick(bar.field, ENTER)
        seen.append((shown_texts(bar)[0], place(bar)))
    assert seen == [("2 of 3", 16), ("3 of 3", 30), ("1 of 3", 4)]


@pytest.mark.parametrize(
    ("name", "words"), [("Previous place", "3 of 3"), ("Next place", "2 of 3")]
)
def test_the_buttons_go_both_ways(bar: FindBar, name: str, words: str) -> None:
    bar.open_bar()
    bar.field.setText("papers")
    button = next(one for one in bar.findChildren(QPushButton) if one.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown_texts(bar) == [words]


def test_escape_closes_and_takes_the_marks_away(bar: FindBar, qtbot: QtBot) -> None:
    bar.open_bar()
    bar.field.setText("papers")
    assert len(text_of(bar).extraSelections()) == 4  # three places, and the one gone to
    with qtbot.waitSignal(bar.closed, timeout=100):
        QTest.keyClick(bar.field, ESCAPE)
    assert bar.isHidden()
    assert text_of(bar).extraSelections() == []


def test_the_close_button_closes(bar: FindBar) -> None:
    bar.open_bar()
    button = next(
        one for one in bar.findChildren(QPushButton) if one.accessibleName().startswith("Close")
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_what_was_sought_is_sought_again(bar: FindBar) -> None:
    """The words are chosen, so that typing replaces them."""
    bar.open_bar()
    bar.field.setText("papers")
    bar.close_bar()
    bar.open_bar()
    assert shown_texts(bar) == ["1 of 3"]
    assert bar.field.selectedText() == "papers"


def test_a_closed_bar_marks_nothing_in_another_text(bar: FindBar) -> None:
    bar.open_bar()
    bar.field.setText("papers")
    bar.close_bar()
    text_of(bar).show_text("Other papers.", displayed("Other papers."))
    bar.search()
    assert text_of(bar).extraSelections() == []
    bar.open_bar()
    assert shown_texts(bar) == ["1 of 1"]
