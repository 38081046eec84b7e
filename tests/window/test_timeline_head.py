"""What stands over a timeline."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.session.comparing import Side
from timeline_app.session.panel import PanelWords
from timeline_app.window.timeline_head import TimelineHead

WORDS = PanelWords("The title", "4 events", "1 of 4 hidden", "inferred statements", shown=3)


@pytest.mark.parametrize("side", [None, Side.A])
def test_words_and_notices(qtbot: QtBot, side: Side | None) -> None:
    head = TimelineHead(side=side)
    qtbot.addWidget(head)
    head.resize(700, 120)
    head.show()
    head.show_words(WORDS)
    head.show_lost(lost=False)
    assert (head.title.text(), head.summary.text()) == ("The title", "4 events")
    assert head.hidden_notice.text() == "1 of 4 hidden — show all (H)"
    assert head.bases_notice.text() == "Inferred statements"
    assert not head.lost_notice.isVisible()
    head.show_lost(lost=True)
    assert head.lost_notice.text() == "No event lies here; 3 elsewhere — fit the case (F)"
    assert head.lost_notice in head.words_shown()
    head.show_words(PanelWords("The title"))
    head.show_lost(lost=True)
    assert [part.isVisible() for part in (head.hidden_notice, head.lost_notice)] == [False, False]


def test_one_side_is_lower_and_shows_whether_it_is_active(qtbot: QtBot) -> None:
    alone, side = TimelineHead(), TimelineHead(side=Side.B)
    for head in (alone, side):
        qtbot.addWidget(head)
        head.resize(700, 200)
        head.show_words(PanelWords("Title", "Summary"))
        head.show_lost(lost=False)
    assert side.sizeHint().height() < alone.sizeHint().height()
    side.show_active(active=True)
    assert side.property("active") is True
    side.show_active(active=False)
    assert side.property("active") is False
