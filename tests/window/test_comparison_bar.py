"""The line that two cases share."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.window.comparing_windows import come_to_rest
from tests.window.conftest import trigger
from timeline_app.layout.comparison.pair_lines import TOO_MANY_PAIRS
from timeline_app.window.main_window import MainWindow


def test_words_and_switches_follow_the_session(compared: MainWindow, qtbot: QtBot) -> None:
    bar = compared.comparison.bar
    buttons = {one.text(): one for one in bar.findChildren(QToolButton)}
    assert set(buttons) == {"Align: order ▾", "Linked", "Folded", "Side by side"}
    assert buttons["Linked"].isChecked()
    assert not buttons["Side by side"].isChecked()
    buttons["Linked"].click()
    assert not compared.session.manner.linked
    trigger(compared, "align-last-arrest")
    assert bar.align.text() == "Align: the last arrest ▾"
    come_to_rest(compared, qtbot)
    assert bar.words.whole_text.endswith("aligned on the last arrest")
    bar.show_note(TOO_MANY_PAIRS)
    assert bar.words.whole_text.endswith(TOO_MANY_PAIRS)
    bar.show_note("")
    assert bar.words.whole_text.endswith("aligned on the last arrest")
