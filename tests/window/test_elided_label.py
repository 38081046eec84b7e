"""A line that is cut where it has no room."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from timeline_app.window.elided_label import MOST_LENGTH, ElidedLabel

TITLE = "法院 and a title that is far too long for a narrow place <b>"


def test_it_is_cut_and_whole_again(qtbot: QtBot) -> None:
    label = ElidedLabel(name="heading")
    qtbot.addWidget(label)
    label.show_text(TITLE)
    label.show()
    label.resize(label.sizeHint().width() + 4, 20)
    assert label.text() == TITLE == label.whole_text
    assert label.toolTip() == ""
    label.resize(90, 20)
    assert label.text().endswith("…")
    assert "&lt;b&gt;" in label.toolTip()
    assert label.accessibleName() == TITLE
    label.resize(label.sizeHint().width() + 4, 20)
    assert label.text() == TITLE
    label.show_text("short")
    assert (label.text(), label.toolTip()) == ("short", "")


def test_no_text_makes_it_wide_or_slow(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show_text("W" * 1_000_000)
    assert len(label.whole_text) <= MOST_LENGTH
    assert label.minimumSizeHint().width() < 60
