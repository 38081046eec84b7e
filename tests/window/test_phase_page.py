"""What differs at a glance, beside the phases."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.window.comparing_windows import come_to_rest
from timeline_app.case.comparing.differences import differences_in_words
from timeline_app.session.comparing import Side
from timeline_app.window.main_window import MainWindow
from timeline_app.window.phase_page import BESIDE_WIDTH


def test_each_sentence_has_a_line_of_plain_text(compared: MainWindow, qtbot: QtBot) -> None:
    page = compared.tabs.phases
    comparison = compared.session.comparison
    assert comparison is not None
    sentences = differences_in_words(comparison)
    shown = page.glance.text().replace("\u200b", "").splitlines()
    assert [line.removeprefix("·").strip() for line in shown] == list(sentences)
    assert page.glance.textFormat() is Qt.TextFormat.PlainText
    compared.session.put_on(Side.B, 2)
    assert page.glance.text() == ""
    come_to_rest(compared, qtbot)
    assert page.glance.text() != ""


def test_where_it_is_narrow_the_sentences_stand_beneath_in_the_whole_width(
    compared: MainWindow, qtbot: QtBot
) -> None:
    page = compared.tabs.phases
    for width, orientation in (
        (1440, Qt.Orientation.Horizontal),
        (800, Qt.Orientation.Vertical),
        (1440, Qt.Orientation.Horizontal),
    ):
        compared.resize(width, 700)
        come_to_rest(compared, qtbot)
        assert (page.width() >= BESIDE_WIDTH) is (orientation is Qt.Orientation.Horizontal)
        assert page.parts.orientation() == orientation
        assert page.glance.height() >= page.glance.heightForWidth(page.glance.width())
