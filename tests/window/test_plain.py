"""Case text in widgets is plain text, whatever it looks like."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.window.plain import (
    BREAK_EVERY,
    LABEL_LENGTH,
    TOOLTIP_LINES,
    ZERO_WIDTH_SPACE,
    LinkLabel,
    PlainLabel,
    breakable,
    plain_tooltip,
    without_mnemonic,
)

MARKUP = '<img src="file:///canary"> &amp; &x'


def shown_texts(widget: QWidget) -> list[str]:
    """What the visible labels in a widget say, as the reviewer reads it."""
    labels = widget.findChildren(QLabel)
    return [one.text().replace(ZERO_WIDTH_SPACE, "") for one in labels if one.isVisibleTo(widget)]


@pytest.mark.parametrize(
    ("text", "tooltip"),
    [
        ("", ""),
        ("two\nlines", "<qt>two<br>lines</qt>"),
        (
            MARKUP,
            "<qt>&lt;img src=&quot;file:///canary&quot;&gt; &amp;amp; &amp;x</qt>",
        ),
        ("a\u202eb\x01c", "<qt>a�b�c</qt>"),
        ("\n".join("abcdefghijklmnop"), f"<qt>{'<br>'.join('abcdefghijkl')}</qt>"),
    ],
)
def test_a_tooltip_is_escaped_and_has_an_end(text: str, tooltip: str) -> None:
    assert plain_tooltip(text) == tooltip


def test_an_endless_tooltip_is_cut() -> None:
    assert len(plain_tooltip("<" * 100_000)) < 3_000
    assert plain_tooltip("x\n" * 100_000).count("<br>") == TOOLTIP_LINES - 1


def test_a_long_word_can_be_broken_and_loses_nothing() -> None:
    word = "W" * 400
    broken = breakable(f"short {word}")
    assert broken.replace(ZERO_WIDTH_SPACE, "") == f"short {word}"
    assert max(map(len, broken.replace(" ", ZERO_WIDTH_SPACE).split(ZERO_WIDTH_SPACE))) == (
        BREAK_EVERY
    )
    assert breakable("nothing to break") == "nothing to break"


def test_a_label_is_cut_where_it_would_fill_screens() -> None:
    assert len(breakable("a b\n" * LABEL_LENGTH)) <= LABEL_LENGTH + 1
    assert breakable("a b " * LABEL_LENGTH).endswith("…")


@pytest.mark.parametrize(
    ("text", "shown"), [("a & b", "a && b"), ("&File", "&&File"), ("two\nlines", "two lines")]
)
def test_no_character_is_taken_as_a_key(text: str, shown: str) -> None:
    assert without_mnemonic(text) == shown


def test_a_label_never_guesses(qtbot: QtBot) -> None:
    """It is as wide as its characters, not as what they might mean."""
    label = PlainLabel(MARKUP, name="soft")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.objectName() == "soft"
    assert label.text() == breakable(MARKUP)
    assert label.sizeHint().width() >= label.fontMetrics().horizontalAdvance(MARKUP) * 0.9
    label.setText("\u202eturned")
    assert label.text() == "�turned"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_link_is_followed_by_keys(qtbot: QtBot, key: Qt.Key) -> None:
    link = LinkLabel("leads on")
    qtbot.addWidget(link)
    with qtbot.waitSignal(link.activated, timeout=100):
        QTest.keyClick(link, key)


def test_a_link_is_followed_by_a_click_that_ends_on_it(qtbot: QtBot) -> None:
    link = LinkLabel("leads on")
    qtbot.addWidget(link)
    link.resize(100, 20)
    with qtbot.waitSignal(link.activated, timeout=100):
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(link.activated):
        QTest.mouseClick(link, Qt.MouseButton.RightButton)
        QTest.mouseRelease(link, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
        QTest.keyClick(link, Qt.Key.Key_A)


def test_a_link_can_be_reached_by_tab() -> None:
    assert LinkLabel("leads on").focusPolicy() is Qt.FocusPolicy.StrongFocus
